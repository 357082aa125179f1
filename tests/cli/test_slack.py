"""``certwise slack`` as a process, against a Slack of the tests' own."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

import pytest

from tests.cli.processes import PATIENCE, log_of, ready
from tests.slack_server.payloads import MENTION, OTHER_TEAM
from tests.slack_server.reading import text_of
from tests.slack_server.server import APP_TOKEN
from tests.slack_server.signing import SECRET
from tests.slack_server.workspaces import OTHER_TOKEN, TOKEN, Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.processes import Start
    from tests.slack_server import SlackServer

pytestmark = pytest.mark.asyncio


async def test_a_token_a_secret_and_a_port_are_all_it_takes(
    slack: SlackServer, start: Start, unused_tcp_port: int
) -> None:
    process = await start(
        "slack", SLACK_BOT_TOKEN=TOKEN, SLACK_SIGNING_SECRET=SECRET, PORT=str(unused_tcp_port), HOST="127.0.0.1"
    )
    await ready(slack, unused_tcp_port)
    assert (await slack.get("/livez")).status == 200
    await slack.say(f"{MENTION} how much is ai-102?")
    assert "$165" in text_of((await slack.posted())[0].sent)
    process.send_signal(signal.SIGTERM)
    assert "stopping: answers in flight are finished first" in await log_of(process, 0)


async def test_an_app_token_starts_socket_mode(slack: SlackServer, start: Start) -> None:
    process = await start("slack", SLACK_BOT_TOKEN=TOKEN, SLACK_APP_TOKEN=APP_TOKEN)
    await slack.until(lambda: slack.socket.open, bool)
    await slack.say(f"{MENTION} how much is ai-102?")
    assert "$165" in text_of((await slack.posted())[0].sent)
    process.send_signal(signal.SIGTERM)
    await log_of(process, 0)


async def test_sigterm_in_the_middle_of_an_answer_waits_for_it(slack: SlackServer, start: Start) -> None:
    process = await start("slack", SLACK_BOT_TOKEN=TOKEN, SLACK_APP_TOKEN=APP_TOKEN)
    await slack.until(lambda: slack.socket.open, bool)
    released = slack.hold("chat.postMessage")
    await slack.say(f"{MENTION} how much is ai-102?")
    await slack.until(lambda: slack.requests, lambda seen: "chat.postMessage" in seen)
    process.send_signal(signal.SIGTERM)
    assert process.stderr is not None
    async with asyncio.timeout(PATIENCE):
        while b"stopping" not in await process.stderr.readline():
            pass
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(process.wait(), 0.5)
    released.set()
    await log_of(process, 0)
    assert len(await slack.posted()) == 1


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({}, "SLACK_BOT_TOKEN is not set; "),
        ({"SLACK_BOT_TOKEN": TOKEN}, "neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set; "),
        ({"SLACK_BOT_TOKEN": APP_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN}, "SLACK_BOT_TOKEN holds an app-level token; "),
        ({"SLACK_BOT_TOKEN": TOKEN, "SLACK_APP_TOKEN": TOKEN}, "SLACK_APP_TOKEN holds a bot token; "),
        ({"SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SECRET, "PORT": "http"}, "PORT: http is no port; "),
        (
            {"SLACK_BOT_TOKEN": "xoxb-nobody", "SLACK_APP_TOKEN": APP_TOKEN},
            "Slack refuses the token in SLACK_BOT_TOKEN",
        ),
        ({"SLACK_BOT_TOKEN": TOKEN, "SLACK_APP_TOKEN": "xapp-nobody"}, "Slack refuses the token in SLACK_APP_TOKEN"),
        (
            {"SLACK_BOT_TOKEN": TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_BASE": "http://127.0.0.1:9/api"},
            "Slack cannot be reached (",
        ),
    ],
)
async def test_what_keeps_it_from_starting_is_told_with_its_mend(
    start: Start, settings: dict[str, str], told: str
) -> None:
    assert f"certwise: {told}" in await log_of(await start("slack", **settings))


async def test_an_address_that_is_no_slack_is_told(slack: SlackServer, start: Start) -> None:
    elsewhere = f"http://{slack.address}/pages"
    process = await start("slack", SLACK_BOT_TOKEN=TOKEN, SLACK_APP_TOKEN=APP_TOKEN, SLACK_API_BASE=elsewhere)
    assert "check SLACK_API_BASE and any proxy" in await log_of(process)


async def test_an_address_that_is_taken_is_told(slack: SlackServer, start: Start) -> None:
    port = slack.address.rpartition(":")[2]
    process = await start("slack", SLACK_BOT_TOKEN=TOKEN, SLACK_SIGNING_SECRET=SECRET, PORT=port, HOST="127.0.0.1")
    assert f"certwise: HOST 127.0.0.1, PORT {port}: cannot listen there (" in await log_of(process)


async def test_scopes_that_are_missing_are_told_at_start(slack: SlackServer, start: Start) -> None:
    slack.workspaces[TOKEN] = Workspace("T0ONE", ("chat:write", "commands"))
    process = await start("slack", SLACK_BOT_TOKEN=TOKEN, SLACK_APP_TOKEN=APP_TOKEN)
    await slack.until(lambda: slack.socket.open, bool)
    process.send_signal(signal.SIGTERM)
    assert "the bot lacks scopes: app_mentions:read, im:history; " in await log_of(process, 0)


async def test_installations_outlive_the_process(
    slack: SlackServer, start: Start, unused_tcp_port: int, tmp_path: Path
) -> None:
    slack.codes["the-code"] = (OTHER_TOKEN, Workspace(OTHER_TEAM))
    settings = {
        "SLACK_CLIENT_ID": "client.id",
        "SLACK_CLIENT_SECRET": "client-secret",
        "SLACK_SIGNING_SECRET": SECRET,
        "PORT": str(unused_tcp_port),
        "HOST": "127.0.0.1",
    }
    process = await start("slack", **settings)
    await ready(slack, unused_tcp_port)
    page = await slack.get("/slack/install")
    cookie = page.headers["Set-Cookie"].split(";")[0]
    state = cookie.partition("=")[2]
    done = await slack.get(
        "/slack/oauth_redirect", params={"code": "the-code", "state": state}, headers={"Cookie": cookie}
    )
    assert done.status == 200
    process.send_signal(signal.SIGTERM)
    await log_of(process, 0)
    (kept,) = (tmp_path / "certwise" / "slack").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    await start("slack", **settings)
    await ready(slack, unused_tcp_port)
    await slack.say(f"{MENTION} how much is ai-102?", team=OTHER_TEAM)
    assert (await slack.posted())[0].token == OTHER_TOKEN
