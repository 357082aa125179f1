"""Starts the command as a process, on platforms of the tests' own."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.slack_server import SlackServer

PATIENCE = 30.0
OF_PLATFORMS = ("DISCORD_", "SLACK_")


class Start(Protocol):
    """Starts the command with some settings."""

    async def __call__(self, *words: str, **settings: str) -> asyncio.subprocess.Process:
        """Start it."""
        ...


async def starting(**always: str) -> AsyncIterator[Start]:
    """Starts the command with no settings of platforms but these; what still runs at the end is killed."""
    started = []

    async def begin(*words: str, **settings: str) -> asyncio.subprocess.Process:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OF_PLATFORMS)}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *words,
            env=kept | always | settings,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        if process.returncode is None:
            process.kill()
            await process.communicate()


async def ready(server: SlackServer, port: int) -> None:
    """Wait until the bot takes questions."""
    server.bot_url = f"http://127.0.0.1:{port}"
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                if (await server.get("/readyz")).status == 200:
                    return
            except OSError:
                await asyncio.sleep(0.02)


async def log_of(process: asyncio.subprocess.Process, status: int = 2) -> str:
    """What a process has logged that has ended."""
    _, log = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == status
    assert b"Traceback" not in log
    assert b"xoxb-" not in log.replace(b"(xoxb-...)", b"").replace(b"with xoxb-", b"")
    return log.decode()
