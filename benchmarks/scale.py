"""How the matcher's cost grows with the examples: build time, time a query, memory.

    python -m benchmarks.scale [--sizes 1000 10000 100000]

The examples are made up (no data set has as many intents): each intent has words of its own beside common ones, drawn
as words in texts are, a few often and most seldom (Zipf's law). Every size runs in a process of its own and prints a
line.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import sys
import time
from itertools import accumulate
from typing import TYPE_CHECKING

from benchmarks.data import mistype
from benchmarks.measures import peak_rss_mb, timed
from bot.nlu.matcher import build_matcher

if TYPE_CHECKING:
    from collections.abc import Sequence

EXAMPLES_AN_INTENT = 100
SHAPES = {1_000: 50, 100_000: 1_000}
"""Intents where there are not 100 examples for each: a community's knowledge has about 20."""
QUERIES = 1_000
SYLLABLES = [c + v + e for c in "bcdfghjklmnprstvwz" for v in "aeiou" for e in ("", "n", "r", "s", "t", "l")]
VOCABULARY = 20_000
OWN_WORDS = 12


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs each size and prints its JSON object."""
    parser = argparse.ArgumentParser(prog="benchmarks.scale", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="numbers of examples")
    for size in parser.parse_args(arguments).sizes:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            json.dump(pool.apply(measure, (size,)), sys.stdout)
        sys.stdout.write("\n")
        sys.stdout.flush()
    return 0


def measure(size: int) -> dict[str, float]:
    """Builds a matcher from so many made-up examples and asks it about others, every fourth one mistyped."""
    intents = SHAPES.get(size, max(size // EXAMPLES_AN_INTENT, 2))
    examples, queries = made_up(size, intents)
    wall, cpu = time.perf_counter(), time.process_time()
    matcher = build_matcher(examples)
    built, burnt = time.perf_counter() - wall, time.process_time() - cpu
    answers = timed(matcher.rank, [text for text, _ in queries])
    right = [r.best is not None and r.best.intent == i for r, (_, i) in zip(answers.answers, queries, strict=True)]
    return {
        "examples": size,
        "intents": intents,
        "features": len(matcher.space),
        "accuracy": sum(right) / len(right),
        "build_seconds": built,
        "build_cpu_seconds": burnt,
        "query_ms_p50": answers.percentile(50),
        "query_ms_p99": answers.percentile(99),
        "peak_rss_mb": peak_rss_mb(),
    }


def made_up(size: int, intents: int) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """Examples by intent, and queries with their intents. The same numbers make the same texts."""
    dice = random.Random(size)
    words = sorted({"".join(dice.choices(SYLLABLES, k=dice.choice((1, 2, 2, 3)))) for _ in range(VOCABULARY * 2)})
    dice.shuffle(words)
    words = words[:VOCABULARY]
    odds = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    own = {
        f"intent_{n}": dice.choices(words, cum_weights=odds, k=4) + dice.sample(words, OWN_WORDS)
        for n in range(intents)
    }

    def say(intent: str) -> str:
        length = dice.randint(4, 14)
        mine = dice.choices(own[intent], k=max(2, length // 3))
        said = mine + dice.choices(words, cum_weights=odds, k=length - len(mine))
        dice.shuffle(said)
        return " ".join(said)

    examples = {intent: [say(intent) for _ in range(size // intents)] for intent in own}
    asked = [(say(intent), intent) for intent in dice.choices(sorted(own), k=QUERIES)]
    return examples, [(mistype(text, dice) if n % 4 == 0 else text, i) for n, (text, i) in enumerate(asked)]


if __name__ == "__main__":
    raise SystemExit(main())
