"""How the bot on Slack holds up: ``python -m benchmarks.slack [--seconds S] [--rate R] [--in-flight N]``.

Certwise and a plain Bolt app that only echoes, each as a process of its own, against a Slack on loopback, in HTTP mode
and in Socket Mode: first R mentions a second for S seconds, then N at a time for a third as long. Prints one JSON
object a run: mentions asked, answers lost and doubled, milliseconds to the acknowledgement and to the answer, and the
CPU milliseconds an answer of the process (Linux only). Beside them what the core alone takes for the same questions,
and how late an event loop is while 64 people ask it.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import socket
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.adapters.slack_chat.core_thread import CoreThread
from bot.adapters.slack_chat.places import Place
from bot.adapters.slack_chat.rendering import Origin
from bot.bootstrap import build_assistant, open_archive, open_encoder, open_knowledge
from bot.cli.serving import settle_memory
from bot.domain.message import Message
from bot.settings import read_settings
from tests.slack_server import SlackServer
from tests.slack_server.payloads import CHANNEL, MENTION, event, message
from tests.slack_server.server import APP_TOKEN, SECRET, TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from bot.application.assistant import Assistant

QUESTIONS = Path(__file__).parent / "questions.jsonl"
MODES = {"HTTP": {"SLACK_SIGNING_SECRET": SECRET}, "Socket": {"SLACK_APP_TOKEN": APP_TOKEN}}
APPS = {"certwise": ("-m", "bot", "slack"), "echo": ("-m", "benchmarks.slack_echo")}
PATIENCE = 60.0
PEOPLE = 64
TICK = 0.001
"""Seconds that the event loop is asked to sleep when it is looked how late it is."""
WARM = 40
"""Mentions that are not counted."""
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass
class Run:
    """What was sent, and when."""

    asked: dict[str, float] = field(default_factory=dict)
    """When each mention was sent, by its timestamp."""
    acknowledged: list[float] = field(default_factory=list)
    """Milliseconds to each acknowledgement."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--rate", type=float, default=50.0)
    parser.add_argument("--in-flight", type=int, default=PEOPLE)
    options = parser.parse_args()
    questions = [json.loads(line)["turns"][0] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    asked = itertools.islice(itertools.cycle(questions), WARM + int(options.rate * options.seconds))
    print(json.dumps({"core": _core(list(asked))}), flush=True)
    for mode, name in itertools.product(MODES, APPS):
        asyncio.run(_measure(mode, name, questions, options))


def _core(questions: list[str]) -> dict[str, float | None]:
    """CPU milliseconds an answer of the core alone, in this process; the first ones warm it up, as they do the bots."""
    settings, now = read_settings(), datetime.now(UTC)
    encoder = open_encoder(settings.encoder, settings.cache)
    assistant = build_assistant(open_knowledge(settings.knowledge, now.date()), open_archive(settings.cache), encoder)
    settle_memory()
    began = 0.0
    for number, question in enumerate(questions):
        if number == WARM:
            began = time.process_time()
        assistant.reply(Message(question, f"core:{number}", now))
    counted = len(questions) - WARM
    spent = round((time.process_time() - began) * 1000 / counted, 2)
    late = asyncio.run(_lateness(assistant, questions))
    return {
        "questions": counted,
        "cpu_ms": spent,
        "loop_late_ms_p99": _at(late, 0.99),
        "loop_late_ms_max": _at(late, 1),
    }


async def _lateness(assistant: Assistant, questions: list[str]) -> list[float]:
    """Milliseconds by which an event loop is late while the core answers in its thread, as it does in the bot."""
    with ThreadPoolExecutor(1) as thread:
        core, late, waiting = CoreThread(assistant, thread), [], enumerate(questions)

        async def person() -> None:
            for number, text in waiting:
                await core.answer(text, Place("T", "C", f"U{number}"), Origin())

        asking = asyncio.gather(*(person() for _ in range(PEOPLE)))
        while not asking.done():
            began = time.monotonic()
            await asyncio.sleep(TICK)
            late.append((time.monotonic() - began - TICK) * 1000)
        await asking
    return late


async def _measure(mode: str, name: str, questions: list[str], options: argparse.Namespace) -> None:
    async with SlackServer() as server:
        port = _free_port()
        told = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_API_BASE": server.api_base, "PORT": str(port), "HOST": "127.0.0.1"}
        environment = {key: value for key, value in os.environ.items() if not key.startswith("SLACK_")}
        process = await asyncio.create_subprocess_exec(
            sys.executable, *APPS[name], env=environment | told | MODES[mode], stderr=asyncio.subprocess.DEVNULL
        )
        try:
            await _ready(server, mode, port)
            texts = itertools.cycle(questions)
            await _steady(server, texts, WARM / 2, 2.0)
            loads = {
                f"{options.rate:g} a second": _steady(server, texts, options.rate, options.seconds),
                f"{options.in_flight} in flight": _crowded(server, texts, options.in_flight, options.seconds / 3),
            }
            for load, going in loads.items():
                before = _cpu(process.pid)
                run = await going
                figures = await _figures(server, run, before, process.pid)
                print(json.dumps({"mode": mode, "app": name, "load": load, **figures}), flush=True)
        finally:
            process.kill()
            await process.wait()


async def _ready(server: SlackServer, mode: str, port: int) -> None:
    if mode == "Socket":
        await server.until(lambda: server.socket.open, bool)
        return
    server.bot_url = f"http://127.0.0.1:{port}"
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                await server.get("/readyz")
            except OSError:
                await asyncio.sleep(0.05)
            else:
                return


async def _steady(server: SlackServer, texts: Iterator[str], rate: float, seconds: float) -> Run:
    """So many a second, whether the ones before are answered or not."""
    run, began, sent = Run(), time.monotonic(), []
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
        sent.append(asyncio.create_task(_ask(server, run, next(texts))))
    await asyncio.gather(*sent)
    return run


async def _crowded(server: SlackServer, texts: Iterator[str], number: int, seconds: float) -> Run:
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


async def _figures(server: SlackServer, run: Run, before: float | None, process: int) -> dict[str, Any]:
    """Wait for the answers, for a while, and count them."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not run.asked.keys() <= server.answered.keys():
                await asyncio.sleep(0.01)
    except TimeoutError:
        pass
    posted = Counter(call.sent["thread_ts"] for call in server.calls if call.method == "chat.postMessage")
    waits = sorted(
        (server.answered[said] - began) * 1000 for said, began in run.asked.items() if said in server.answered
    )
    after = _cpu(process)
    spent = None if before is None or after is None else round((after - before) * 1000 / len(run.asked), 2)
    return {
        "asked": len(run.asked),
        "lost": len(run.asked) - len(waits),
        "doubled": sum(posted[said] - 1 for said in run.asked if said in posted),
        "ack_ms_p50": _at(run.acknowledged, 0.5),
        "ack_ms_p99": _at(run.acknowledged, 0.99),
        "answer_ms_p50": _at(waits, 0.5),
        "answer_ms_p99": _at(waits, 0.99),
        "cpu_ms": spent,
    }


def _at(values: list[float], share: float) -> float | None:
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1) if ordered else None


def _cpu(process: int) -> float | None:
    """Seconds of CPU that a process has had; None where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / TICKS


def _free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        port: int = made.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
