"""Runs the bot against the server."""

from __future__ import annotations

import asyncio
import contextlib
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.adapters.discord_chat.client import CertwiseBot
from bot.application.memory import memory_platform_stores
from tests.discord_server.interactions import PATIENCE
from tests.discord_server.server import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from bot.application.core import Core
    from bot.application.ports import PlatformStores
    from tests.discord_server.server import DiscordServer


@contextlib.contextmanager
def addresses_of(server: DiscordServer) -> Iterator[None]:
    """Has the library find the server, and puts its addresses back, whatever is made of them meanwhile."""
    base, gateway = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = server.api_base, URL(server.gateway_url)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, gateway


@contextlib.asynccontextmanager
async def connected(
    server: DiscordServer, core: Core, stores: PlatformStores | None = None
) -> AsyncIterator[CertwiseBot]:
    """The bot, connected, with a thread of its own to ask the core in."""
    server.gateway.ready.clear()
    with ThreadPoolExecutor(1) as thread:
        made = CertwiseBot(core, thread, stores or memory_platform_stores())
        async with made:
            task = asyncio.create_task(made.start(TOKEN))
            await asyncio.wait_for(server.gateway.ready.wait(), PATIENCE)
            yield made
        with contextlib.suppress(asyncio.CancelledError):
            await task
