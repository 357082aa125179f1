"""A real discord.py client, talking to a Discord of the tests' own."""

from __future__ import annotations

import asyncio
import contextlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.adapters.discord_chat.client import CertwiseBot
from tests.discord_server import DiscordServer
from tests.discord_server.server import TOKEN
from tests.threads import refuse_event_loop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from bot.application.assistant import Assistant

PATIENCE = 10.0


@pytest.fixture(autouse=True)
def addresses() -> Iterator[None]:
    """Put the library's addresses back, whatever a test makes of them."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    yield
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway


@pytest_asyncio.fixture
async def server() -> AsyncIterator[DiscordServer]:
    """A Discord whose limits nobody may exceed."""
    async with DiscordServer() as made:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = made.api_base, URL(made.gateway_url)
        yield made
    assert made.violations == []


@pytest_asyncio.fixture
async def bot(server: DiscordServer, own_assistant: Callable[[], Assistant]) -> AsyncIterator[CertwiseBot]:
    """The bot, connected."""
    with ThreadPoolExecutor(1) as thread:
        made = CertwiseBot(refuse_event_loop(own_assistant()), thread)
        async with made:
            task = asyncio.create_task(made.start(TOKEN))
            await asyncio.wait_for(server.gateway.ready.wait(), PATIENCE)
            yield made
        with contextlib.suppress(asyncio.CancelledError):
            await task
