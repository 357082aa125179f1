"""The one guard around every listener."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot.adapters.slack_chat.incoming import Incoming, read_incoming
from bot.adapters.slack_chat.rendering import render_text
from bot.adapters.slack_chat.sending import GONE, WebhookError, reason_of
from bot.adapters.slack_chat.views.results import text_view
from bot.adapters.slack_chat.wording import BROKEN

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from slack_bolt.context.ack.async_ack import AsyncAck
    from slack_bolt.context.async_context import AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.adapters.slack_chat.sending import Sender

    Listener = Callable[[Incoming], Awaitable[None]]
    BoltListener = Callable[[dict[str, Any], AsyncAck, AsyncWebClient, AsyncBoltContext], Awaitable[None]]

log = logging.getLogger(__name__)


class Guard:
    """Counts what is in flight, and keeps one answer that fails from touching the others."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._in_flight = 0
        self._idle = asyncio.Event()
        self.draining = False
        """Whether nothing new is taken on."""

    def at_once(self, listener: Listener) -> BoltListener:
        """A listener that is acknowledged before it begins."""
        return self._guarded(listener, acknowledge=True)

    def acknowledging(self, listener: Listener) -> BoltListener:
        """A listener whose acknowledgement is its answer, as a view's."""
        return self._guarded(listener, acknowledge=False)

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count something as in flight."""
        self._in_flight += 1
        try:
            yield
        finally:
            self._in_flight -= 1
            if not self._in_flight:
                self._idle.set()

    async def drain(self, patience: float) -> bool:
        """Take nothing new, and wait for what is in flight, for some seconds; gives whether all of it was finished."""
        self.draining = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while self._in_flight:
                    self._idle.clear()
                    await self._idle.wait()
        return not self._in_flight

    def _guarded(self, listener: Listener, *, acknowledge: bool) -> BoltListener:
        # The names and their types are what Bolt passes in by.
        async def guarded(
            body: dict[str, Any], ack: AsyncAck, client: AsyncWebClient, context: AsyncBoltContext
        ) -> None:
            with self.counted():
                if acknowledge:
                    await ack()
                incoming = read_incoming(body, ack, client, context)
                try:
                    await listener(incoming)
                except (SlackApiError, WebhookError) as error:
                    await self._refused(incoming, error)
                except Exception:
                    log.exception("an answer failed")
                    await self._apologise(incoming)

        return guarded

    async def _refused(self, incoming: Incoming, error: SlackApiError | WebhookError) -> None:
        reason = reason_of(error)
        if reason in GONE:
            log.warning("Slack knows it no more (%s): an answer could not be brought", reason)
            return
        log.error("Slack refused an answer (%s)", reason, exc_info=error)
        await self._apologise(incoming)

    async def _apologise(self, incoming: Incoming) -> None:
        """In private, where that is possible."""
        if await _acknowledge(incoming) or not incoming.place.user:
            return
        try:
            await self._sender.whisper(incoming, render_text(BROKEN))
        except Exception as error:
            log.warning("nor could the person be told (%s)", type(error).__name__)


async def _acknowledge(incoming: Incoming) -> bool:
    """Answer what still waits for its acknowledgement; gives whether that says that something went wrong."""
    if incoming.ack.response is not None:
        return False
    kind = incoming.body.get("type")
    if kind == "view_submission":
        await incoming.ack(response_action="update", view=text_view(BROKEN))
        return True
    if kind == "block_suggestion":
        await incoming.ack(options=[])
        return True
    await incoming.ack()
    return False
