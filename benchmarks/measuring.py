"""What the benchmarks of platforms measure alike."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Container

QUESTIONS = Path(__file__).parent / "questions.jsonl"
PEOPLE = 64
"""Who ask at a time, where no other number is given."""
PATIENCE = 60.0
"""Seconds that an answer is waited for before it counts as lost."""
TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def cpu_of(process: int) -> float | None:
    """Seconds of CPU that a process has had; None where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / TICKS


def quantile(values: list[float], share: float) -> float | None:
    """The value that so great a share of them reach at most; None of none."""
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 1) if ordered else None


def read_options(told: str) -> argparse.Namespace:
    """How long, how often and by how many is asked; ``told`` explains the benchmark."""
    parser = argparse.ArgumentParser(description=told)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--rate", type=float, default=50.0)
    parser.add_argument("--in-flight", type=int, default=PEOPLE)
    return parser.parse_args()


def read_questions() -> list[str]:
    """The first message of each conversation of the benchmarks."""
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["turns"][0] for line in lines]


async def until_answered(asked: Collection[str], answered: Container[str]) -> None:
    """Wait for the answers to all that was asked, or until they count as lost."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while not all(one in answered for one in asked):
                await asyncio.sleep(0.01)
