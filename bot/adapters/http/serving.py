"""Serves over HTTP for as long as the platforms run."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import web

from bot.application.platforms import PlatformError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

log = logging.getLogger(__name__)
SHUTDOWN_SECONDS = 2.0
"""How long a request may still take once everything else is finished."""


class AddressError(PlatformError):
    """There is no listening at an address; the message says why and how to mend it."""


@asynccontextmanager
async def served(
    routes: Iterable[web.AbstractRouteDef], host: str, port: int, ready: Callable[[], bool]
) -> AsyncIterator[None]:
    """Serve routes, ``/livez`` and ``/readyz`` meanwhile; raises AddressError where the address can't be had."""
    app = web.Application()
    app.add_routes([*routes, web.get("/livez", _live), web.get("/readyz", _answer(ready))])
    # No log of requests: their addresses tell who asks, and Slack's are many.
    runner = web.AppRunner(app, handle_signals=False, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            told = error.strerror or str(error)
            raise AddressError(f"HOST {host}, PORT {port}: cannot listen there ({told}); set others") from None
        log.info("listening on %s, port %d", host, port)
        yield
    finally:
        await runner.cleanup()


async def _live(_: web.Request) -> web.Response:
    return web.Response(text="alive\n")


def _answer(ready: Callable[[], bool]) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(_: web.Request) -> web.Response:
        is_ready = ready()
        return web.Response(text="ready\n" if is_ready else "not ready\n", status=200 if is_ready else 503)

    return answer
