"""People who ask the bot on Slack, and how long they wait."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.measuring import PATIENCE, quantile, until_answered
from tests.slack_server.payloads import CHANNEL, MENTION, event, message

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from tests.slack_server import SlackServer


@dataclass
class Run:
    """What was sent, and when."""

    asked: dict[str, float] = field(default_factory=dict)
    """When each mention was sent, by its timestamp."""
    acknowledged: list[float] = field(default_factory=list)
    """Milliseconds to each acknowledgement."""


async def steady(server: SlackServer, texts: Iterator[str], rate: float, seconds: float) -> Run:
    """So many a second, whether the ones before are answered or not."""
    run, began, sent = Run(), time.monotonic(), []
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
        sent.append(asyncio.create_task(_ask(server, run, next(texts))))
    await asyncio.gather(*sent)
    return run


async def crowded(server: SlackServer, texts: Iterator[str], number: int, seconds: float) -> Run:
    """So many people, each of whom asks again once they are answered."""
    run, end = Run(), time.monotonic() + seconds

    async def person() -> None:
        while time.monotonic() < end:
            said = await _ask(server, run, next(texts))
            async for _ in _answer(server, said):
                break

    await asyncio.gather(*(person() for _ in range(number)))
    return run


async def _answer(server: SlackServer, said: str) -> AsyncIterator[None]:
    async with asyncio.timeout(PATIENCE):
        while said not in server.answered:
            await asyncio.sleep(0.001)
        yield


async def _ask(server: SlackServer, run: Run, text: str) -> str:
    """Mention the bot, and wait for the acknowledgement."""
    person = f"U0{len(run.asked)}"
    asked: dict[str, Any] = event(message(f"{MENTION} {text}", person, CHANNEL, direct=False))
    said = str(asked["event"]["ts"])
    began = run.asked[said] = time.monotonic()
    await server.deliver(asked)
    run.acknowledged.append((time.monotonic() - began) * 1000)
    return said


async def figures(server: SlackServer, run: Run) -> dict[str, Any]:
    """Wait for the answers, for a while, and count them."""
    await until_answered(run.asked, server.answered)
    posted = Counter(call.sent["thread_ts"] for call in server.calls if call.method == "chat.postMessage")
    waits = sorted(
        (server.answered[said] - began) * 1000 for said, began in run.asked.items() if said in server.answered
    )
    return {
        "asked": len(run.asked),
        "lost": len(run.asked) - len(waits),
        "doubled": sum(posted[said] - 1 for said in run.asked if said in posted),
        "ack_ms_p50": quantile(run.acknowledged, 0.5),
        "ack_ms_p99": quantile(run.acknowledged, 0.99),
        "answer_ms_p50": quantile(waits, 0.5),
        "answer_ms_p99": quantile(waits, 0.99),
    }
