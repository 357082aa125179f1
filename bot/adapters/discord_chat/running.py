"""Starts and stops the client, and registers its commands."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol

import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.adapters.discord_chat.client import CertwiseBot
from bot.adapters.discord_chat.failures import DiscordError, explained, login_explained
from bot.adapters.discord_chat.registering import register

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from bot.application.core import Core
    from bot.application.ports import PlatformStores

__all__ = ["DiscordError", "DiscordPlatform", "sync_commands"]


class Access(Protocol):
    """How to reach Discord; see ``bot.settings.DiscordSettings``."""

    @property
    def token(self) -> str:
        """Secret."""
        ...

    @property
    def api_base(self) -> str | None:
        """Address of the REST API, None for Discord's own."""
        ...

    @property
    def gateway_url(self) -> str | None:
        """Address of the gateway, likewise."""
        ...

    @property
    def shard_count(self) -> int | None:
        """Shards of all processes together."""
        ...

    @property
    def shard_ids(self) -> tuple[int, ...] | None:
        """The shards of this process."""
        ...


class DiscordPlatform:
    """The bot on Discord; see ``bot.bootstrap.Platform``."""

    name = "Discord"
    routes: tuple[()] = ()

    def __init__(self, core: Core, settings: Access, executor: Executor, stores: PlatformStores) -> None:
        """``executor`` is the one thread in which the core is asked."""
        self._core = core
        self._settings = settings
        self._executor = executor
        self._stores = stores
        self._bot: CertwiseBot | None = None

    @property
    def ready(self) -> bool:
        """Whether it is connected."""
        return self._bot is not None and self._bot.is_ready()

    async def run(self, stopped: asyncio.Event) -> None:
        """Answer until told to stop; raises DiscordError where Discord does not let the bot in."""
        settings = self._settings
        _use_addresses(settings)
        bot = CertwiseBot(
            self._core,
            self._executor,
            self._stores,
            shard_count=settings.shard_count,
            shard_ids=settings.shard_ids,
            own_gateway=bool(settings.gateway_url),
        )
        async with bot:
            self._bot = bot
            running, waiting = asyncio.create_task(_start(bot, settings.token)), asyncio.create_task(stopped.wait())
            await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
            if stopped.is_set():
                await bot.close()
                running.cancel()  # it may still be logging in, or waiting to try again
                await asyncio.gather(running, return_exceptions=True)
                return
            waiting.cancel()
            await running


async def _start(bot: CertwiseBot, token: str) -> None:
    with login_explained():
        await bot.login(token)
    with explained():
        await bot.connect()


async def sync_commands(core: Core, settings: Access, stores: PlatformStores) -> list[str]:
    """Register the slash commands for every server and person; gives their names. Raises DiscordError."""
    _use_addresses(settings)
    bot = CertwiseBot(core, ThreadPoolExecutor(1), stores, registers=False)
    async with bot:
        with login_explained():
            await bot.login(settings.token)
        with explained():
            return await register(bot.tree, bot.application_id or 0, stores.registrations)


def _use_addresses(settings: Access) -> None:
    """Point the library at a proxy; it reads both when it connects."""
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # no voice is wanted here
    if settings.api_base:
        Route.BASE = settings.api_base
    if settings.gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = URL(settings.gateway_url)
