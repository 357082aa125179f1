"""How the bot on Slack holds up: ``python -m benchmarks.slack [--seconds S] [--rate R] [--in-flight N]``.

Certwise and a plain Bolt app that only echoes, each as a process of its own, against a Slack on loopback, in HTTP mode
and in Socket Mode: first R mentions a second for S seconds, then N at a time for a third as long. Prints one JSON
object a run: mentions asked, answers lost and doubled, milliseconds to the acknowledgement and to the answer, and the
CPU milliseconds an answer of the process (Linux only). Beside them what the core alone takes for the same questions,
and how late an event loop is while 64 people ask it.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from benchmarks.measuring import PATIENCE, PEOPLE, cpu_of, quantile, read_options, read_questions
from benchmarks.slack_load import crowded, figures, steady
from bot.adapters.slack_chat.core_thread import CoreThread
from bot.adapters.slack_chat.places import Place
from bot.adapters.slack_chat.rendering import Origin
from bot.bootstrap import build_assistant, open_archive, open_encoder, open_knowledge
from bot.cli.serving import settle_memory
from bot.domain.message import Message
from bot.settings import read_settings
from tests.slack_server import SlackServer
from tests.slack_server.server import APP_TOKEN
from tests.slack_server.signing import SECRET
from tests.slack_server.workspaces import TOKEN

if TYPE_CHECKING:
    import argparse

    from bot.application.assistant import Assistant

MODES = {"HTTP": {"SLACK_SIGNING_SECRET": SECRET}, "Socket": {"SLACK_APP_TOKEN": APP_TOKEN}}
APPS = {"certwise": ("-m", "bot", "slack"), "echo": ("-m", "benchmarks.slack_echo")}
TICK = 0.001
"""Seconds that the event loop is asked to sleep when it is looked how late it is."""
WARM = 40
"""Mentions that are not counted."""


def main() -> None:
    """Print the figures."""
    options, questions = read_options(__doc__ or ""), read_questions()
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
        "loop_late_ms_p99": quantile(late, 0.99),
        "loop_late_ms_max": quantile(late, 1),
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
        own = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_API_BASE": server.api_base, "PORT": str(port), "HOST": "127.0.0.1"}
        environment = {key: value for key, value in os.environ.items() if not key.startswith("SLACK_")}
        process = await asyncio.create_subprocess_exec(
            sys.executable, *APPS[name], env=environment | own | MODES[mode], stderr=asyncio.subprocess.DEVNULL
        )
        try:
            await _ready(server, mode, port)
            texts = itertools.cycle(questions)
            await steady(server, texts, WARM / 2, 2.0)
            loads = {
                f"{options.rate:g} a second": steady(server, texts, options.rate, options.seconds),
                f"{options.in_flight} in flight": crowded(server, texts, options.in_flight, options.seconds / 3),
            }
            for load, going in loads.items():
                before = cpu_of(process.pid)
                run = await going
                counted = await figures(server, run)
                after = cpu_of(process.pid)
                spent = None if before is None or after is None else (after - before) * 1000 / len(run.asked)
                told = {**counted, "cpu_ms": spent and round(spent, 2)}
                print(json.dumps({"mode": mode, "app": name, "load": load, **told}), flush=True)
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


def _free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        port: int = made.getsockname()[1]
        return port


if __name__ == "__main__":
    main()
