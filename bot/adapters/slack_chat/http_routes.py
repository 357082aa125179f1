"""HTTP mode: Slack's requests, whose signature and age Bolt checks, and the pages of an installation."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp
    from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow

    from bot.adapters.slack_chat.guard import Guard

log = logging.getLogger(__name__)
LATER = "not running; try again later\n"
NOT_INSTALLED = "The installation failed on our side. Please begin it again in a moment.\n"
STRANGE = "not a request of Slack's\n"
UNREADABLE = (ValueError, LookupError, AttributeError, TypeError, RecursionError)
"""What Bolt raises on bodies of another shape than Slack's. It reads them before it checks the signature: anybody's."""
PARTS = ("container", "event", "message", "view")
"""Parts of a payload that are objects wherever they occur."""


class HttpRoutes:
    """The routes, which are there before the app is and after it has gone; then Slack is asked to try again."""

    def __init__(self) -> None:
        self._app: AsyncApp | None = None
        self._flow: AsyncOAuthFlow | None = None
        self._guard: Guard | None = None

    def open(self, app: AsyncApp, guard: Guard, flow: AsyncOAuthFlow | None) -> None:
        """Answer from now on."""
        self._app, self._guard, self._flow = app, guard, flow

    def close(self) -> None:
        """Answer no more."""
        self._app = self._guard = self._flow = None

    async def events(self, request: web.Request) -> web.Response:
        """An event, a command, a press or what a view sends."""
        if self._app is None or self._guard is None or self._guard.draining:
            return web.Response(status=503, text=LATER)
        with self._guard.counted():
            try:
                asked = await to_bolt_request(request)
            except UNREADABLE:
                return web.Response(status=400, text=STRANGE)
            if not all(isinstance(asked.body.get(part, {}), dict) for part in PARTS):
                return web.Response(status=400, text=STRANGE)
            return await to_aiohttp_response(await self._app.async_dispatch(asked))

    async def install(self, request: web.Request) -> web.Response:
        """The page that begins an installation."""
        if self._flow is None:
            return web.Response(status=503, text=LATER)
        return await to_aiohttp_response(await self._flow.handle_installation(await to_bolt_request(request)))

    async def installed(self, request: web.Request) -> web.Response:
        """The page to which Slack sends the browser back."""
        if self._flow is None:
            return web.Response(status=503, text=LATER)
        try:
            return await to_aiohttp_response(await self._flow.handle_callback(await to_bolt_request(request)))
        except (aiohttp.ClientError, OSError):  # no way to Slack, or no room to keep it
            log.exception("an installation failed")
            return web.Response(status=502, text=NOT_INSTALLED)
