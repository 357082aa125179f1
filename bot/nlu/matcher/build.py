"""Builds a matcher from examples."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np
from scipy.sparse import csr_array
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # it ships no types

from bot.nlu.matcher.calibration import calibrate
from bot.nlu.matcher.dense import DenseReader
from bot.nlu.matcher.features import FeatureReader
from bot.nlu.matcher.fitting import ONE_BLOCK_UP_TO, Vectors, fit_head, kernel
from bot.nlu.matcher.holdout import held_back
from bot.nlu.matcher.learning import LearntSpace
from bot.nlu.matcher.match import TYPICAL_UNIT, Matcher, SparseRows
from bot.nlu.matcher.meaning import fit_meaning
from bot.nlu.matcher.space import FeatureSpace
from bot.nlu.matcher.spelling import SpellingRepair
from bot.nlu.matcher.values import Example, Utterance
from bot.nlu.matcher.words import EnglishWords
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.nlu.matcher.encoder import SentenceEncoder
    from bot.nlu.matcher.head import Matrix
    from bot.nlu.matcher.values import MatcherSettings


BEST_SHARE = 0.75
"""The probability that the best of several right intents should get; the others share the rest."""


def build(
    intents: Sequence[str],
    examples: Sequence[Example],
    synonyms: Mapping[str, str],
    settings: MatcherSettings,
    encoder: SentenceEncoder | None,
) -> Matcher:
    """See ``bot.nlu.matcher.build_matcher_from``."""
    _check(intents, examples)
    settings = replace(settings, steps=settings.encoded_steps) if encoder else settings
    # The matrices are too small to share between cores: threads wait for each other and burn five times the CPU.
    with threadpool_limits(limits=1, user_api="blas"):
        return _build(tuple(intents), examples, synonyms, settings, encoder)


def _build(
    intents: tuple[str, ...],
    examples: Sequence[Example],
    synonyms: Mapping[str, str],
    settings: MatcherSettings,
    encoder: SentenceEncoder | None,
) -> Matcher:
    numbers = {intent: number for number, intent in enumerate(intents)}
    # An intent's name is one more example of it, and comes first; what is outside comes last, with the label -1.
    named = [Example(Utterance(intent), (intent,)) for intent in intents]
    ordered = sorted([*named, *examples], key=lambda one: numbers[one.intents[0]] if one.intents else len(intents))
    labels = np.array([numbers[one.intents[0]] if one.intents else -1 for one in ordered], np.int32)
    names = np.append(True, labels[1:] != labels[:-1]) & (labels >= 0)
    tokens = [tokenise(one.utterance.words) for one in ordered]
    reader = FeatureReader(synonyms)
    space = LearntSpace(map(reader.read, tokens), labels, settings)
    dense = DenseReader(encoder, sorted({sign for one in ordered for sign in one.utterance.signs}), settings)
    vectors = Vectors(space.examples().matrix, dense.read([one.utterance for one in ordered]))
    gram = kernel(vectors) if len(ordered) <= ONE_BLOCK_UP_TO else None
    # Held back first: what that needs is free again before the classifier proper takes its memory.
    evidence = held_back(space, vectors, labels, ~names, settings, gram) if settings.calibrated else None
    targets = _targets(ordered, numbers)
    head = fit_head(vectors, targets, settings, gram, shuffled(ordered))
    vocabulary = Counter(token for each in tokens for token in each)
    vocabulary.update(synonyms.keys())
    return Matcher(
        intents=intents,
        examples=tuple(one.utterance.words for one in ordered),
        labels=labels,
        repair=SpellingRepair(vocabulary, EnglishWords()),
        reader=reader,
        space=FeatureSpace(space.ids, space.rarity, space.weights, space.unknown_mass),
        dense=dense,
        vectors=SparseRows(vectors.sparse.data, vectors.sparse.indices, vectors.sparse.indptr),
        head=head,
        typical=_typical(vectors.sparse, labels, len(intents)),
        calibration=calibrate(evidence, settings.outside_share, settings.turned_away) if evidence else None,
        meaning=fit_meaning(vectors.dense[:, : dense.encoded], targets[:, : len(intents)]) if encoder else None,
        settings=settings,
    )


def shuffled(examples: Sequence[Example]) -> NDArray[np.int64]:
    """An order without a pattern that a few more examples leave as it is."""
    said = (f"{one.utterance.words}\n{one.utterance.sentence}" for one in examples)
    return np.argsort([crc32(text.encode("utf-8", "replace")) for text in said], kind="stable")


def _targets(examples: Sequence[Example], numbers: Mapping[str, int]) -> Matrix:
    """The probabilities that each example's intents should get; outside has a column of its own, after the intents'."""
    outside = any(not one.intents for one in examples)
    targets = np.zeros((len(examples), len(numbers) + outside), np.float32)
    for row, example in zip(targets, examples, strict=True):
        best, *others = [numbers[intent] for intent in example.intents] or [len(numbers)]
        row[best] = BEST_SHARE if others else 1
        row[others] = (1 - BEST_SHARE) / max(len(others), 1)
    return targets


def _check(intents: Sequence[str], examples: Sequence[Example]) -> None:
    if not intents:
        raise ValueError("a matcher needs at least one intent")
    empty = set(intents).difference(one.intents[0] for one in examples if one.intents)
    if empty:
        raise ValueError(f"intents without examples: {', '.join(sorted(empty))}")


def _typical(vectors: csr_array, labels: NDArray[np.int32], intents: int) -> NDArray[np.int16]:
    """The direction of each intent's mean example, features x intents, in units of 1 / TYPICAL_UNIT."""
    inside = np.flatnonzero(labels >= 0)
    member = csr_array((np.ones(len(inside), np.float32), (inside, labels[inside])), shape=(len(labels), intents))
    sums = (vectors.T @ member).tocsc()
    lengths = np.sqrt(np.maximum((sums * sums).sum(axis=0), 1e-9))
    typical = np.zeros(sums.shape, np.int16)
    for intent in range(intents):
        part = slice(sums.indptr[intent], sums.indptr[intent + 1])
        typical[sums.indices[part], intent] = np.rint(sums.data[part] * (TYPICAL_UNIT / lengths[intent]))
    return typical
