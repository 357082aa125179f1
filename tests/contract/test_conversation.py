"""One conversation, held with the core itself and on each platform."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from bot.settings import SlackSettings
from tests.contract.speakers import AtTheCore, InATerminal, OnDiscord, OnSlack
from tests.discord_server import DiscordServer
from tests.discord_server.running import addresses_of, connected
from tests.slack_server import SlackServer
from tests.slack_server.running import platform_of, running
from tests.slack_server.signing import SECRET
from tests.slack_server.workspaces import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant
    from tests.contract.speakers import Speaker

TURNS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "conversation.yaml").read_text(encoding="utf-8"))
pytestmark = pytest.mark.asyncio


@pytest.fixture
def assistant(own_assistant: Callable[[], Assistant]) -> Assistant:
    return own_assistant()


async def test_the_core_holds_it(assistant: Assistant) -> None:
    await hold(AtTheCore(assistant))


async def test_a_terminal_holds_it(assistant: Assistant) -> None:
    await hold(InATerminal(assistant))


async def test_slack_holds_it(assistant: Assistant, unused_tcp_port: int) -> None:
    with ThreadPoolExecutor(1) as thread:
        async with SlackServer() as server:
            settings = SlackSettings(bot_token=TOKEN, signing_secret=SECRET, api_base=server.api_base)
            async with running(server, platform_of(assistant, settings, thread), unused_tcp_port):
                await hold(OnSlack(server))
        assert server.violations == []


async def test_discord_holds_it(assistant: Assistant) -> None:
    async with DiscordServer() as server:
        with addresses_of(server):
            async with connected(server, assistant):
                await hold(OnDiscord(server))
        assert server.violations == []


async def hold(speaker: Speaker) -> None:
    """Hold the conversation; fails at the first turn that is not as it should be."""
    for turn in TURNS:
        heard = await (speaker.say(turn["say"]) if "say" in turn else speaker.press(turn["press"]))
        for words in turn["reads"]:
            assert words in heard.text, turn
        if "offers" in turn:
            assert heard.offers == turn["offers"], turn
