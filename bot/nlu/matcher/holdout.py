"""Examples and intents held back from the classifier, to see how it scores what it has not been told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.nlu.matcher.calibration import SIGNALS, Evidence, signals
from bot.nlu.matcher.fitting import Vectors, fit_head, targets_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.nlu.matcher.head import Head, Matrix
    from bot.nlu.matcher.learning import LearntSpace
    from bot.nlu.matcher.values import MatcherSettings

SHARE = 0.2
"""Of the intents, and of the examples of the others, held back in one round."""
WANTED = 1_100
"""Utterances to learn a calibration from; rounds are added until there are as many."""
MAX_ROUNDS = 5
MOST_KEPT = 10_000
"""Examples that a round fits its classifier to; fewer than there are make the calibration cautious, not wrong."""


def held_back(
    space: LearntSpace,
    vectors: Vectors,
    labels: NDArray[np.int32],
    usable: NDArray[np.bool_],
    settings: MatcherSettings,
    gram: Matrix | None,
) -> Evidence:
    """Rounds of leaving intents and examples out. ``usable`` marks the examples that look like utterances."""
    rounds = int(np.clip(np.ceil(WANTED / max(usable.sum() * SHARE * (2 - SHARE), 1)), 1, MAX_ROUNDS))
    parts = [_round(n, space, vectors, labels, usable, settings, gram) for n in range(rounds)]
    return Evidence(
        np.concatenate([part.signals for part in parts]),
        np.concatenate([part.in_scope for part in parts]),
        np.concatenate([part.right for part in parts]),
    )


def _round(
    seed: int,
    space: LearntSpace,
    vectors: Vectors,
    labels: NDArray[np.int32],
    usable: NDArray[np.bool_],
    settings: MatcherSettings,
    gram: Matrix | None,
) -> Evidence:
    random = np.random.default_rng(seed)
    intents = int(labels.max()) + 1
    gone = np.zeros(intents + 1, np.bool_)
    gone[-1] = True  # label -1: what was given as outside is never told to a round, so that it shows what it meets
    gone[random.choice(intents, min(round(SHARE * intents), intents - 1), replace=False)] = True
    outside = gone[labels]
    inside = (labels >= 0) & ~outside & usable & (random.random(len(labels)) < SHARE)
    kept = _some(random, ~outside & ~inside, MOST_KEPT)
    rows = np.concatenate([_some(random, outside & usable, WANTED // 2), _some(random, inside, WANTED // 2)])
    if len(kept) == 0 or len(rows) == 0:
        return Evidence(np.zeros((0, len(SIGNALS))), np.zeros(0, np.bool_), np.zeros(0, np.bool_))
    head, stayed = _fit(vectors, labels, kept, gone, settings, gram)
    absent = np.ones(len(space), np.bool_)
    absent[vectors.sparse[kept].indices] = False
    seen = space.examples(rows, absent)
    logits = np.asarray(seen.matrix @ head.weights + vectors.dense[rows] @ head.dense_weights + head.bias)
    found = signals(logits, seen.novelty)
    right = stayed[logits.argmax(axis=1)] == labels[rows]
    return Evidence(found, inside[rows], right)


def _fit(
    vectors: Vectors,
    labels: NDArray[np.int32],
    kept: NDArray[np.int64],
    gone: NDArray[np.bool_],
    settings: MatcherSettings,
    gram: Matrix | None,
) -> tuple[Head, NDArray[np.int64]]:
    stayed = np.flatnonzero(~gone[:-1])
    numbers = np.full(len(gone), -1, np.int32)
    numbers[stayed] = np.arange(len(stayed))
    part = None if gram is None else gram[np.ix_(kept, kept)]
    targets = targets_of(numbers[labels[kept]], len(stayed))
    return fit_head(vectors.some(kept), targets, settings, part), stayed


def _some(random: np.random.Generator, mask: NDArray[np.bool_], most: int) -> NDArray[np.int64]:
    chosen = np.flatnonzero(mask)
    return chosen if len(chosen) <= most else np.sort(random.choice(chosen, most, replace=False))
