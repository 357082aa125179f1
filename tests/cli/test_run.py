"""``certwise run`` as a process, against platforms of the tests' own."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.cli.processes import PATIENCE, log_of, ready
from tests.discord_server import DiscordServer
from tests.discord_server.payloads import BOT
from tests.discord_server.server import TOKEN as DISCORD_TOKEN
from tests.slack_server.payloads import MENTION
from tests.slack_server.reading import text_of
from tests.slack_server.server import APP_TOKEN
from tests.slack_server.signing import SECRET
from tests.slack_server.workspaces import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.cli.processes import Start
    from tests.slack_server import SlackServer

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as made:
        yield made


async def test_run_answers_on_both_platforms_in_one_process(
    slack: SlackServer, discord: DiscordServer, start: Start, unused_tcp_port: int
) -> None:
    process = await start(
        "run",
        SLACK_BOT_TOKEN=TOKEN,
        SLACK_APP_TOKEN=APP_TOKEN,
        DISCORD_TOKEN=DISCORD_TOKEN,
        DISCORD_API_BASE=discord.api_base,
        DISCORD_GATEWAY_URL=discord.gateway_url,
        PORT=str(unused_tcp_port),
    )
    await ready(slack, unused_tcp_port)
    slack.bot_url = ""
    await slack.until(lambda: slack.socket.open, bool)
    await asyncio.wait_for(discord.gateway.ready.wait(), PATIENCE)
    await slack.say(f"{MENTION} how much is ai-102?")
    await discord.say(f"<@{BOT['id']}> how much is ai-102?")
    assert "$165" in text_of((await slack.posted())[0].sent)
    assert len(await discord.written(1)) == 1
    process.send_signal(signal.SIGTERM)
    await log_of(process, 0)


async def test_run_starts_a_platform_again_that_fails_and_leaves_the_other_alone(
    slack: SlackServer, discord: DiscordServer, start: Start
) -> None:
    slack.fail_next("auth.test", error="internal_error")
    process = await start(
        "run",
        SLACK_BOT_TOKEN=TOKEN,
        SLACK_APP_TOKEN=APP_TOKEN,
        DISCORD_TOKEN=DISCORD_TOKEN,
        DISCORD_API_BASE=discord.api_base,
        DISCORD_GATEWAY_URL=discord.gateway_url,
    )
    await asyncio.wait_for(discord.gateway.ready.wait(), PATIENCE)
    await discord.say(f"<@{BOT['id']}> how much is ai-102?")
    assert len(await discord.written(1)) == 1
    await slack.until(lambda: slack.socket.open, bool)
    await slack.say(f"{MENTION} how much is ai-102?")
    assert "$165" in text_of((await slack.posted())[0].sent)
    process.send_signal(signal.SIGTERM)
    log = await log_of(process, 0)
    assert "Slack: Slack does not let the bot in (internal_error); " in log
    assert log.count("starting again in") == 1


async def test_a_platform_that_never_starts_keeps_nobody_from_the_other(
    slack: SlackServer, discord: DiscordServer, start: Start, unused_tcp_port: int
) -> None:
    await start(
        "run",
        SLACK_BOT_TOKEN=TOKEN,
        SLACK_SIGNING_SECRET=SECRET,
        DISCORD_TOKEN="wrong",
        DISCORD_API_BASE=discord.api_base,
        PORT=str(unused_tcp_port),
    )
    await ready(slack, unused_tcp_port)
    await slack.say(f"{MENTION} how much is ai-102?")
    assert "$165" in text_of((await slack.posted())[0].sent)
    assert (await slack.get("/readyz")).status == 200


async def test_run_without_any_token_says_which_there_are(start: Start) -> None:
    assert "certwise: no platform has a token; set DISCORD_TOKEN, SLACK_BOT_TOKEN or both" in await log_of(
        await start("run")
    )
