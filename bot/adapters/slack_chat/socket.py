"""Socket Mode: Slack's messages over a connection of the bot's own, watched over and rebuilt."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from bot.adapters.slack_chat.failures import SlackError, explained

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp
    from slack_sdk.socket_mode.aiohttp import SocketModeClient
    from slack_sdk.socket_mode.request import SocketModeRequest

    from bot.adapters.slack_chat.guard import Guard

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient the watch is, in seconds; the library's own watch reconnects first, after four pings."""

    ping: float = 10.0
    check: float = 5.0
    deaf: float = 60.0
    """Without an answer to a ping for so long, the connection is built anew from the start."""
    connect: float = 30.0
    """How long a new connection may take."""
    most_failures: int = 5
    """In a row; after as many attempts to build it anew the process gives up, so that it is started again."""


class GuardedHandler(AsyncSocketModeHandler):
    """Counts what is acknowledged, and leaves to another connection what comes while the bot is leaving."""

    client: SocketModeClient

    def __init__(self, app: AsyncApp, app_token: str, guard: Guard, pace: Pace) -> None:
        super().__init__(app, app_token, logger=log, ping_interval=pace.ping)
        self._guard = guard
        self._patience = pace.connect

    async def close(self) -> None:
        """Disconnect."""
        await self.client.close()  # type: ignore[no-untyped-call]  # the library's

    async def connect(self) -> None:
        """Connect within some seconds; by itself the library goes on for ever with a token or an address refused."""
        self.client.wss_uri = await self.client.issue_new_wss_url()
        connecting = self.client.connect()  # type: ignore[no-untyped-call]  # the library's
        await asyncio.wait_for(connecting, self._patience)

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        """Not acknowledged, Slack sends it again."""
        if not self._guard.draining:
            with self._guard.counted():
                await super().handle(client, req)


class SocketLink:
    """The connection, and the one after it."""

    def __init__(self, app: AsyncApp, app_token: str, guard: Guard, pace: Pace) -> None:
        self._app = app
        self._app_token = app_token
        self._guard = guard
        self._pace = pace
        self.handler: GuardedHandler | None = None
        """What holds the connection; None before it is opened."""
        self._heard = 0.0
        """When it was last sure that Slack hears and is heard, in seconds of the clock."""

    async def open(self) -> None:
        """Connect; raises SlackError where that is not possible."""
        handler = GuardedHandler(self._app, self._app_token, self._guard, self._pace)
        try:
            with explained("SLACK_APP_TOKEN"):
                await handler.connect()
        except BaseException:
            await handler.close()
            raise
        before, self.handler, self._heard = self.handler, handler, time.time()
        if before is not None:
            await before.close()

    async def watch(self) -> None:
        """Rebuild the connection whenever it is deaf, though it may look healthy; raises SlackError at last."""
        failures = 0
        while True:
            await asyncio.sleep(self._pace.check)
            if not self._is_deaf():
                continue
            log.warning("Slack has not answered for %d s; connecting anew", time.time() - self._heard)
            try:
                await self.open()
            except SlackError as error:
                failures += 1
                log.warning("connecting anew failed: %s", error)
                if failures >= self._pace.most_failures:
                    raise
            else:
                failures = 0

    async def close(self) -> None:
        """Disconnect."""
        if self.handler is not None:
            await self.handler.close()

    def _is_deaf(self) -> bool:
        """Whether no ping was answered for too long."""
        answered = self.handler.client.last_ping_pong_time if self.handler else None
        self._heard = max(self._heard, answered or 0.0)
        return time.time() - self._heard > self._pace.deaf
