"""Runs platforms until the process is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.application.platforms import PlatformError
from bot.cli.main import UnusableError
from bot.cli.opening import open_assistant
from bot.settings import state_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.bootstrap import Opener, Platform
    from bot.settings import ServerSettings

log = logging.getLogger(__name__)
SIGNALS = (signal.SIGTERM, signal.SIGINT)
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 300.0
"""Seconds before a platform that failed is started again; each failure doubles them."""
SELDOM = 1_000
"""Collections of what is older, for one of everything; Python's own is 10."""
STEADY = 60.0
"""Seconds after which a platform that fails is taken to have run well before."""


def serve(openers: Sequence[Opener], server: ServerSettings, *, restart: bool) -> None:
    """Open the platforms and run them until SIGTERM or SIGINT.

    A platform that fails is started again where ``restart`` is set, with growing pauses and the others left alone; else
    UnusableError is raised.
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    core = open_assistant(datetime.now(UTC).date(), state_folder())
    settle_memory()
    with ThreadPoolExecutor(1, "core") as thread:
        platforms = [opener(core, thread) for opener in openers]
        try:
            asyncio.run(_serve(platforms, server, restart=restart))
        except PlatformError as error:
            raise UnusableError(str(error)) from None


def settle_memory() -> None:
    """Have the garbage collector leave alone what is there to stay, and seldom look through all of the rest.

    Else it looks through the knowledge, the matcher and every session once in a while, and nothing else happens for the
    70 ms that this takes. What is young is looked through as before; hardly anything here is garbage later on.
    """
    gc.collect()
    gc.freeze()
    young, older, _ = gc.get_threshold()
    gc.set_threshold(young, older, SELDOM)


async def _serve(platforms: Sequence[Platform], server: ServerSettings, *, restart: bool) -> None:
    from bot.adapters.http.serving import served  # noqa: PLC0415 - its library comes with the platforms

    stopped = _stop_signal()
    routes = [route for platform in platforms for route in platform.routes]
    async with contextlib.AsyncExitStack() as stack:
        if routes or server.wanted:
            ready = served(routes, server.host, server.port, lambda: any(one.ready for one in platforms))
            await stack.enter_async_context(ready)
        if restart:
            await asyncio.gather(*(_keep_running(platform, stopped) for platform in platforms))
        else:
            await asyncio.gather(*(platform.run(stopped) for platform in platforms))


async def _keep_running(platform: Platform, stopped: asyncio.Event) -> None:
    pause = FIRST_PAUSE
    while not stopped.is_set():
        began = time.monotonic()
        try:
            await platform.run(stopped)
        except PlatformError as error:
            log.error("%s: %s", platform.name, error)  # noqa: TRY400 - the message says it all
        except Exception:
            log.exception("%s failed", platform.name)
        if stopped.is_set():
            return
        pause = FIRST_PAUSE if time.monotonic() - began > STEADY else pause
        log.info("%s: starting again in %d s", platform.name, pause)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stopped.wait(), pause)
        pause = min(2 * pause, LONGEST_PAUSE)


def _stop_signal() -> asyncio.Event:
    """Set at SIGTERM or SIGINT; a second one ends the process at once."""
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()

    def stop() -> None:
        stopped.set()
        for name in SIGNALS:
            loop.remove_signal_handler(name)
        log.info("stopping: answers in flight are finished first")

    for name in SIGNALS:
        with contextlib.suppress(NotImplementedError):  # not on Windows
            loop.add_signal_handler(name, stop)
    return stopped
