"""Several workspaces, installed by OAuth in a browser."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
import pytest_asyncio

from bot.application.memory import MemoryInstallations
from tests.slack_server.payloads import ADA, CHANNEL, MENTION, OTHER_TEAM, TEAM, command, event
from tests.slack_server.reading import text_of
from tests.slack_server.running import platform_of, running
from tests.slack_server.workspaces import OTHER_TOKEN, TOKEN, Workspace

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from concurrent.futures import ThreadPoolExecutor

    from bot.application.assistant import Assistant
    from bot.settings import SlackSettings
    from tests.slack_server import SlackServer

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]


@pytest.fixture
def installations() -> MemoryInstallations:
    return MemoryInstallations()


@pytest_asyncio.fixture
async def bot(
    server: SlackServer,
    http_settings: SlackSettings,
    assistant: Assistant,
    thread: ThreadPoolExecutor,
    installations: MemoryInstallations,
    unused_tcp_port: int,
) -> AsyncIterator[None]:
    """A bot that workspaces install; none has."""
    server.workspaces.clear()
    settings = replace(http_settings, bot_token="", client_id="client.id", client_secret="client-secret")
    async with running(server, platform_of(assistant, settings, thread, installations), unused_tcp_port):
        yield


async def install(server: SlackServer, team: str, token: str) -> str:
    """Install the bot as a person with a browser; gives the last page."""
    server.codes["the-code"] = (token, Workspace(team))
    page = await server.get("/slack/install")
    link = re.search(r'href="(https://slack.com/oauth/[^"]+)"', await page.text())
    assert link
    asked = parse_qs(urlsplit(link[1].replace("&amp;", "&")).query)
    assert asked["scope"] == ["app_mentions:read,chat:write,commands,im:history,assistant:write"]
    cookie = page.headers["Set-Cookie"].split(";")[0]
    done = await server.get(
        "/slack/oauth_redirect", params={"code": "the-code", "state": asked["state"][0]}, headers={"Cookie": cookie}
    )
    assert done.status == 200
    return await done.text()


async def test_two_workspaces_are_answered_each_with_its_own_token(server: SlackServer) -> None:
    await install(server, TEAM, TOKEN)
    await install(server, OTHER_TEAM, OTHER_TOKEN)
    await server.say(f"{MENTION} how much is ai-102?")
    await server.say(f"{MENTION} how hard is ai-102?", team=OTHER_TEAM)
    answers = await server.posted(2)
    assert {answer.token: "$165" in text_of(answer.sent) for answer in answers} == {TOKEN: True, OTHER_TOKEN: False}


async def test_people_of_two_workspaces_are_not_mixed_up_though_their_ids_are_the_same(server: SlackServer) -> None:
    await install(server, TEAM, TOKEN)
    await install(server, OTHER_TEAM, OTHER_TOKEN)
    began = "1700000000.000001"
    await server.say(f"{MENTION} how much is the databricks exam", thread_ts=began)
    await server.posted()
    await server.say(f"{MENTION} and how long does it take?", team=OTHER_TEAM, thread_ts=began)
    assert "Databricks" not in text_of((await server.posted(2))[1].sent)


@pytest.mark.parametrize(
    "gone", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"], "oauth": []}}]
)
async def test_a_workspace_that_leaves_is_forgotten_and_may_come_back(
    server: SlackServer, installations: MemoryInstallations, gone: dict[str, object]
) -> None:
    await install(server, TEAM, TOKEN)
    await install(server, OTHER_TEAM, OTHER_TOKEN)
    await server.deliver(event(gone))
    await server.say(f"{MENTION} how hard is ai-102?", team=OTHER_TEAM)
    await server.posted()
    assert installations.find("", TEAM) is None
    await server.say(f"{MENTION} how much is ai-102?")
    await install(server, TEAM, TOKEN)
    await server.say(f"{MENTION} how much is ai-102?")
    assert [answer.token for answer in await server.posted(2)] == [OTHER_TOKEN, TOKEN]


async def test_tokens_of_people_are_no_concern_of_the_bots(
    server: SlackServer, installations: MemoryInstallations
) -> None:
    await install(server, TEAM, TOKEN)
    await server.deliver(event({"type": "tokens_revoked", "tokens": {"oauth": [ADA]}}))
    await server.say(f"{MENTION} how hard is ai-102?")
    await server.posted()
    assert installations.find("", TEAM) is not None


async def test_whoever_is_not_installed_is_told_so_and_nothing_is_answered(server: SlackServer) -> None:
    status, _ = await server.request(command("/ask", "how hard is ai-102?", ADA, CHANNEL, server.response_url()))
    assert status == 200
    (told,) = await server.did(1, "respond")
    assert "install" in told.sent["text"]


@pytest.mark.parametrize("state", ["", "x", "1700000000.abc.def", "{made-by-another}"])
async def test_an_installation_that_was_not_begun_here_is_refused(server: SlackServer, state: str) -> None:
    server.codes["the-code"] = (TOKEN, Workspace(TEAM))
    cookie = f"slack-app-oauth-state={state}"
    answer = await server.get(
        "/slack/oauth_redirect", params={"code": "the-code", "state": state}, headers={"Cookie": cookie}
    )
    assert answer.status in (400, 401)
    assert "the-code" in server.codes


async def test_a_state_of_another_browser_is_refused(server: SlackServer) -> None:
    page = await server.get("/slack/install")
    link = re.search(r"state=([^&\"]+)", await page.text())
    assert link
    answer = await server.get("/slack/oauth_redirect", params={"code": "the-code", "state": link[1]})
    assert answer.status == 400


async def test_an_installation_that_is_broken_off_installs_nothing(
    server: SlackServer, installations: MemoryInstallations
) -> None:
    answer = await server.get("/slack/oauth_redirect", params={"error": "access_denied"})
    assert answer.status == 200
    assert installations.find("", TEAM) is None


async def test_an_installation_that_cannot_be_kept_says_so(
    server: SlackServer, installations: MemoryInstallations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(installations, "save", refuse)
    server.codes["the-code"] = (TOKEN, Workspace(TEAM))
    page = await server.get("/slack/install")
    cookie = page.headers["Set-Cookie"].split(";")[0]
    asked = {"code": "the-code", "state": cookie.partition("=")[2]}
    answer = await server.get("/slack/oauth_redirect", params=asked, headers={"Cookie": cookie})
    assert (answer.status, await answer.text()) == (
        502,
        "The installation failed on our side. Please begin it again in a moment.\n",
    )
