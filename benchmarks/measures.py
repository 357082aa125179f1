"""What the benchmarks report."""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

BINS = 15
"""Equally wide bins of confidence, as is usual for the expected calibration error (Guo et al. 2017)."""


@dataclass(frozen=True, slots=True)
class Timed(Generic[T]):
    """Answers and how long each took."""

    answers: list[T]
    milliseconds: list[float]

    def percentile(self, percent: float) -> float:
        """Milliseconds that so many percent of the answers took at most."""
        return float(np.percentile(self.milliseconds, percent))


def timed(ask: Callable[[str], T], texts: Sequence[str]) -> Timed[T]:
    """Asks one after the other, by the wall clock; the first twenty are asked twice, to warm up."""
    for text in texts[:20]:
        ask(text)
    answers, milliseconds = [], []
    for text in texts:
        start = time.perf_counter()
        answers.append(ask(text))
        milliseconds.append((time.perf_counter() - start) * 1000)
    return Timed(answers, milliseconds)


def auroc(scores: Sequence[float], positive: Sequence[bool]) -> float | None:
    """The chance that a positive scores above a negative, ties half; None when there are not both."""
    truth = np.asarray(positive, bool)
    ones, zeros = int(truth.sum()), int((~truth).sum())
    if not ones or not zeros:
        return None
    values = np.asarray(scores)
    ordered = np.sort(values)
    ranks = (np.searchsorted(ordered, values, "left") + np.searchsorted(ordered, values, "right") + 1) / 2
    return float((ranks[truth].sum() - ones * (ones + 1) / 2) / (ones * zeros))


def calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error: mean distance of confidence and accuracy over bins, by the bins' share."""
    chances, hits = np.asarray(confidences), np.asarray(right, float)
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    gaps = [abs(chances[bins == b].sum() - hits[bins == b].sum()) for b in range(BINS)]
    return float(sum(gaps) / len(chances))


def peak_rss_mb() -> float:
    """The most memory this process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
