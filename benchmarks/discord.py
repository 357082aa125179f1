"""How the bot on Discord holds up: ``python -m benchmarks.discord [--seconds S] [--rate R] [--in-flight N]``.

Certwise and a plain discord.py bot that only echoes, each as a process of its own, against a Discord on loopback, by
mentions and by ``/ask``: first R questions a second for S seconds, then N people at a time for a third as long. Prints
one JSON object a run: questions asked, answers lost and doubled, milliseconds to the acknowledgement (of ``/ask``) and
to the answer, by how much the latest heartbeat was late (one is due every second here, every 41 at Discord), and the
CPU milliseconds an answer of the process (Linux only).
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import sys
import tempfile
import time
from typing import TYPE_CHECKING, Any

from benchmarks.discord_load import command, crowded, figures, heartbeat_lateness, mention, steady
from benchmarks.measuring import cpu_of, read_options, read_questions
from tests.discord_server import DiscordServer
from tests.discord_server.server import TOKEN

if TYPE_CHECKING:
    import argparse
    from collections.abc import Coroutine

    from benchmarks.discord_load import Ask, Run

WAYS: dict[str, Ask] = {"mention": mention, "/ask": command}
APPS = {"certwise": ("-m", "bot", "discord"), "echo": ("-m", "benchmarks.discord_echo")}
WARM = 40
"""Questions that are not counted."""
HEARTBEAT = 1_000
"""Milliseconds."""
START = 60.0
"""Seconds that a bot may take to connect."""


def main() -> None:
    """Print the figures."""
    options, questions = read_options(__doc__ or ""), read_questions()
    for way, name in itertools.product(WAYS, APPS):
        asyncio.run(_measure(way, name, questions, options))


async def _measure(way: str, name: str, questions: list[str], options: argparse.Namespace) -> None:
    async with DiscordServer() as server:
        server.gateway.heartbeat_interval = HEARTBEAT
        with tempfile.TemporaryDirectory() as state:
            process = await _start(server, name, state)
            try:
                await asyncio.wait_for(server.gateway.ready.wait(), START)
                texts = itertools.cycle(questions)
                await figures(server, await steady(server, WAYS[way], texts, WARM / 2, 2.0))
                loads = {
                    f"{options.rate:g} a second": steady(server, WAYS[way], texts, options.rate, options.seconds),
                    f"{options.in_flight} in flight": crowded(
                        server, WAYS[way], texts, options.in_flight, options.seconds / 3
                    ),
                }
                for load, going in loads.items():
                    told = await _counted(server, process.pid, going)
                    print(json.dumps({"way": way, "app": name, "load": load, **told}), flush=True)
            finally:
                process.kill()
                await process.wait()
        if name == "certwise" and server.violations:
            print(json.dumps({"violations": server.violations}))


async def _start(server: DiscordServer, name: str, state: str) -> asyncio.subprocess.Process:
    own = {
        "DISCORD_TOKEN": TOKEN,
        "DISCORD_API_BASE": server.api_base,
        "DISCORD_GATEWAY_URL": server.gateway_url,
        "XDG_STATE_HOME": state,
    }
    kept = {key: value for key, value in os.environ.items() if not key.startswith("DISCORD_")}
    return await asyncio.create_subprocess_exec(
        sys.executable, *APPS[name], env=kept | own, stderr=asyncio.subprocess.DEVNULL
    )


async def _counted(server: DiscordServer, process: int, going: Coroutine[Any, Any, Run]) -> dict[str, Any]:
    before, began = cpu_of(process), time.monotonic()
    run = await going
    counted = await figures(server, run)
    after = cpu_of(process)
    spent = None if before is None or after is None else round((after - before) * 1000 / len(run.asked), 2)
    return {**counted, "heartbeat_late_ms": heartbeat_lateness(server, began), "cpu_ms": spent}


if __name__ == "__main__":
    main()
