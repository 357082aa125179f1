"""People who ask the bot on Discord, and how long they wait."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.measuring import PATIENCE, quantile, until_answered
from tests.discord_server.payloads import BOT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from tests.discord_server import DiscordServer

    Ask = Callable[[DiscordServer, str, str], Awaitable[str]]

LONGEST_OPTION = 200
"""Characters of a question behind ``/ask``."""


@dataclass
class Run:
    """What was asked, and when."""

    asked: dict[str, float] = field(default_factory=dict)
    """When each question was sent, by the id of its message or interaction."""


async def mention(server: DiscordServer, text: str, person: str) -> str:
    """Mention the bot."""
    return await server.say(f"<@{BOT['id']}> {text}", author=person)


async def command(server: DiscordServer, text: str, person: str) -> str:
    """Use ``/ask``."""
    made = await server.command("ask", question=text[:LONGEST_OPTION], where={"author": person})
    return made.id


async def steady(server: DiscordServer, ask: Ask, texts: Iterator[str], rate: float, seconds: float) -> Run:
    """So many a second, whether the ones before are answered or not."""
    run, began = Run(), time.monotonic()
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
        await _asked(run, ask(server, next(texts), str(10_000 + number)))
    return run


async def crowded(server: DiscordServer, ask: Ask, texts: Iterator[str], number: int, seconds: float) -> Run:
    """So many people, each of whom asks again once they are answered."""
    run, end = Run(), time.monotonic() + seconds

    async def person(name: str) -> None:
        while time.monotonic() < end:
            asked = await _asked(run, ask(server, next(texts), name))
            with contextlib.suppress(TimeoutError):  # lost: it is counted at the end
                async with asyncio.timeout(PATIENCE):
                    while asked not in server.answered:
                        await asyncio.sleep(0.001)

    await asyncio.gather(*(person(str(20_000 + name)) for name in range(number)))
    return run


async def _asked(run: Run, asking: Awaitable[str]) -> str:
    began = time.monotonic()
    asked = await asking
    run.asked[asked] = began
    return asked


async def figures(server: DiscordServer, run: Run) -> dict[str, Any]:
    """Wait for the answers, for a while, and count them."""
    await until_answered(run.asked, server.answered)
    answered = [(began, server.answered[asked]) for asked, began in run.asked.items() if asked in server.answered]
    waits = [(times[0] - began) * 1000 for began, times in answered]
    marked = [(server.acknowledged[one] - run.asked[one]) * 1000 for one in run.asked if one in server.acknowledged]
    return {
        "asked": len(run.asked),
        "lost": len(run.asked) - len(answered),
        "doubled": sum(len(times) - 1 for _, times in answered),
        "ack_ms_p50": quantile(marked, 0.5),
        "ack_ms_p99": quantile(marked, 0.99),
        "answer_ms_p50": quantile(waits, 0.5),
        "answer_ms_p99": quantile(waits, 0.99),
    }


def heartbeat_lateness(server: DiscordServer, since: float) -> float | None:
    """Milliseconds by which the latest heartbeat since some time was late; None where none is due yet."""
    beats = [beat for beat in server.gateway.heartbeats if beat >= since]
    gaps = [later - earlier for earlier, later in itertools.pairwise(beats)]
    return round(max(gaps) * 1000 - server.gateway.heartbeat_interval, 1) if gaps else None
