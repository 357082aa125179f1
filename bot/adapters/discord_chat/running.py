"""Starts and stops the client, and registers its commands."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from typing import TYPE_CHECKING, Protocol

import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.adapters.discord_chat.client import CertwiseBot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.adapters.discord_chat.client import Core

log = logging.getLogger(__name__)


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


class DiscordError(Exception):
    """Discord cannot be used; the message says why and how to mend it."""


async def run_bot(core: Core, settings: Access) -> None:
    """Answer until SIGTERM or SIGINT; raises DiscordError where Discord does not let the bot in."""
    _use_addresses(settings)
    bot = CertwiseBot(core, shard_count=settings.shard_count, shard_ids=settings.shard_ids)
    async with bot:
        _stop_on_signals(bot)
        with _explained():
            await bot.start(settings.token)


async def sync_commands(core: Core, settings: Access) -> list[str]:
    """Register the slash commands for every server and person; gives their names. Raises DiscordError."""
    _use_addresses(settings)
    bot = CertwiseBot(core)
    async with bot:
        with _explained():
            await bot.login(settings.token)
            return [command.name for command in await bot.tree.sync()]


def _use_addresses(settings: Access) -> None:
    """Point the library at a proxy; it reads both when it connects."""
    if settings.api_base:
        Route.BASE = settings.api_base
    if settings.gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = URL(settings.gateway_url)


def _stop_on_signals(bot: CertwiseBot) -> None:
    """discord.py handles no signals: answers in flight are finished before the process ends."""
    loop = asyncio.get_running_loop()
    tasks: set[asyncio.Task[None]] = set()

    def stop() -> None:
        log.info("stopping: answers in flight are finished first")
        tasks.add(loop.create_task(bot.close()))

    for name in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # not on Windows
            loop.add_signal_handler(name, stop)


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except discord.LoginFailure:
        mend = "copy it anew from the developer portal (Bot, Reset Token)"
        raise DiscordError(f"Discord refuses the token in DISCORD_TOKEN; {mend}") from None
    except (discord.GatewayNotFound, OSError) as error:
        raise DiscordError(f"Discord cannot be reached ({error}); check the network and DISCORD_API_BASE") from None
