"""Runs the bot against the server."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.adapters.http.serving import served
from bot.adapters.slack_chat.running import SlackPlatform
from bot.adapters.slack_chat.socket import Pace
from bot.application.memory import MemoryDeliveries, MemoryInstallations
from tests.slack_server.server import PATIENCE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from concurrent.futures import Executor

    from bot.application.core import Core
    from bot.settings import SlackSettings
    from tests.slack_server import SlackServer

IMPATIENT = Pace(ping=0.2, check=0.05, deaf=0.5, connect=2.0, most_failures=3)
"""So that tests need not wait for what takes a minute in life."""


def platform_of(
    core: Core, settings: SlackSettings, thread: Executor, installations: MemoryInstallations | None = None
) -> SlackPlatform:
    """The bot, with a memory of its own."""
    return SlackPlatform(core, settings, thread, MemoryDeliveries(), installations or MemoryInstallations(), IMPATIENT)


class Running:
    """A bot that runs."""

    def __init__(self, platform: SlackPlatform) -> None:
        self.platform = platform
        self.stopped = asyncio.Event()
        self.task = asyncio.create_task(platform.run(self.stopped))

    async def until_ready(self) -> None:
        """Wait for it, or raise what keeps it from being so."""
        async with asyncio.timeout(PATIENCE):
            while not self.platform.ready:
                if self.task.done():
                    self.task.result()
                await asyncio.sleep(0)

    async def stop(self) -> None:
        """Have it finish what is in flight."""
        self.stopped.set()
        await self.task


@asynccontextmanager
async def running(server: SlackServer, platform: SlackPlatform, port: int) -> AsyncIterator[Running]:
    """Run a bot, reachable by HTTP where it has routes, and stop it behind the test."""
    async with served(platform.routes, "127.0.0.1", port, lambda: platform.ready):
        if platform.routes:
            server.bot_url = f"http://127.0.0.1:{port}"
        made = Running(platform)
        await made.until_ready()
        yield made
        if not made.task.done():
            await made.stop()
