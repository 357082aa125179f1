"""The one guard around every handler."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import discord

from bot.adapters.discord_chat.failures import brief
from bot.adapters.discord_chat.rendering import render_text
from bot.adapters.discord_chat.sending import respond_aside
from bot.adapters.discord_chat.wording import BROKEN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    Interaction = discord.Interaction[Any]

log = logging.getLogger(__name__)
GONE = frozenset({10_003, 10_008, 10_015, 10_062, 40_060, 50_027})
"""Discord's codes for what is not there any more, or over: channel, message, webhook, interaction, its token."""
REPLIED_TO = "message_reference"
"""In what Discord says of an answer whose question is deleted."""
NO_ACCESS = frozenset({50_001, 50_013})
"""Discord's codes for a channel that the bot may not see or write in."""


class Guard:
    """Counts what is in flight, and keeps one answer that fails from touching the others."""

    def __init__(self) -> None:
        self._in_flight = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.draining = False
        """Whether nothing new is taken on."""

    async def message(
        self, work: Callable[[], Awaitable[None]], apologise: Callable[[], Awaitable[object]] | None = None
    ) -> None:
        """Handle a message, an edit or a deletion: what fails is logged, and told where somebody waits for it."""
        if not self.draining:
            with self._counted():
                try:
                    await work()
                except discord.HTTPException as error:
                    _log_refused(error)
                except Exception:
                    log.exception("an answer failed")
                    if apologise:
                        await _try(apologise)

    async def interaction(self, interaction: Interaction, work: Callable[[Interaction], Awaitable[None]]) -> None:
        """Handle a command, a button or a form: what fails is logged, and the person is told in private."""
        if not self.draining:
            with self._counted():
                try:
                    await work(interaction)
                except discord.HTTPException as error:
                    if not _log_refused(error):
                        await _try(lambda: respond_aside(interaction, render_text(BROKEN)))
                except Exception:
                    log.exception("an answer failed")
                    await _try(lambda: respond_aside(interaction, render_text(BROKEN)))

    async def completion(self, interaction: Interaction, work: Callable[[Interaction], Awaitable[None]]) -> None:
        """Offer something while somebody types: what fails, or is late, is a line, for the next letter asks again."""
        if not self.draining:
            with self._counted():
                try:
                    await work(interaction)
                except Exception as error:
                    log.warning("nothing could be offered while somebody typed (%s)", brief(error))

    async def drain(self, patience: float) -> bool:
        """Take nothing new, and wait for what is in flight, for some seconds; gives whether all of it was finished."""
        self.draining = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await self.settled()
        return not self._in_flight

    async def settled(self) -> None:
        """Wait until nothing is in flight."""
        await self._idle.wait()

    @contextmanager
    def _counted(self) -> Iterator[None]:
        self._in_flight += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._in_flight -= 1
            if not self._in_flight:
                self._idle.set()


def _log_refused(error: discord.HTTPException) -> bool:
    """Log what Discord refuses; gives whether it is because what was answered is gone."""
    if error.code in GONE or REPLIED_TO in error.text:
        log.warning("Discord knows it no more (%d): the question, the answer or the interaction is gone", error.code)
        return True
    if error.code in NO_ACCESS:
        log.warning(
            "Discord does not let the bot write there (%d); give it View Channel, Send Messages and Send Messages in "
            "Threads in that channel",
            error.code,
        )
        return False
    log.error("Discord refused an answer (%s)", brief(error), exc_info=error)
    return False


async def _try(apologise: Callable[[], Awaitable[object]]) -> None:
    try:
        await apologise()
    except Exception as error:
        log.warning("nor could the person be told (%s)", brief(error))
