"""How long a question takes, warm, and what a cold ``certwise ask`` costs: ``python -m benchmarks.ask [QUESTIONS]``.

QUESTIONS is a file of cases as for ``certwise ask --batch``; without one the project's own checks are asked. Prints one
JSON object: times in milliseconds of wall clock, CPU in seconds, memory in MB.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.adapters.yaml_knowledge import load_knowledge
from bot.bootstrap import build_assistant, open_encoder, open_knowledge
from bot.domain.message import Message
from bot.settings import read_settings

if TYPE_CHECKING:
    import resource

ROUNDS = 5
COLD_RUNS = 5
QUESTION = "how much is the google ml exam?"
PLATFORMS = ("discord", "slack_bolt", "slack_sdk", "sqlalchemy", "aiohttp")


def main() -> None:
    """Print the figures."""
    # First, while this process is small: a child's peak memory starts from its parent's.
    cold = _cold()
    settings = read_settings()
    folder = settings.knowledge
    questions = _questions(sys.argv[1:], folder)
    now = datetime.now(UTC)
    started = time.process_time()
    assistant = build_assistant(open_knowledge(folder, now.date()), None, open_encoder(settings.encoder))
    build = time.process_time() - started
    times = []
    for number in range(ROUNDS):
        for case, turns in enumerate(questions):
            for turn in turns:
                began = time.perf_counter()
                assistant.reply(Message(turn, f"{number} {case}", now))
                times.append((time.perf_counter() - began) * 1000)
    cuts = statistics.quantiles(times, n=1000)
    figures = {
        "questions": len(times),
        "p50_ms": round(statistics.median(times), 3),
        "p99_ms": round(cuts[989], 3),
        "max_ms": round(max(times), 3),
        "build_cpu_seconds": round(build, 3),
        "cold": cold,
    }
    print(json.dumps(figures, indent=2))


def _questions(words: list[str], folder: Path) -> list[list[str]]:
    if words:
        lines = Path(words[0]).read_text(encoding="utf-8").splitlines()
        return [json.loads(line)["turns"] for line in lines if line.strip()]
    return [[turn.utterance for turn in check.turns] for check in load_knowledge(folder).knowledge.checks]


def _cold() -> dict[str, object]:
    """CPU and peak memory of whole processes that answer one question; the least disturbed of some runs."""
    runs = [_run_once() for _ in range(COLD_RUNS)]
    cpu, peak = min(runs)
    listing = "import sys; from bot.cli import run; run(['ask', 'is it free?']); print(*sys.modules)"
    output = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True).stdout
    loaded = set(output.splitlines()[-1].split())
    return {
        "cpu_seconds_first": round(runs[0][0], 3),
        "cpu_seconds": round(cpu, 3),
        "peak_rss_mb": round(peak, 1),
        "platform_libraries": sorted(loaded.intersection(PLATFORMS)),
    }


def _run_once() -> tuple[float, float]:
    with subprocess.Popen([sys.executable, "-m", "bot", "ask", QUESTION], stdout=subprocess.DEVNULL) as process:
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return usage.ru_utime + usage.ru_stime, _megabytes(usage)


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
