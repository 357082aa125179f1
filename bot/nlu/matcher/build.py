"""Builds a matcher from examples."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # it ships no types

from bot.nlu.matcher.calibration import calibrate
from bot.nlu.matcher.features import FeatureReader
from bot.nlu.matcher.fitting import ONE_BLOCK_UP_TO, fit_head, kernel
from bot.nlu.matcher.holdout import held_back
from bot.nlu.matcher.learning import LearntSpace
from bot.nlu.matcher.match import TYPICAL_UNIT, Matcher, SparseRows
from bot.nlu.matcher.space import FeatureSpace
from bot.nlu.matcher.spelling import SpellingRepair
from bot.nlu.matcher.words import EnglishWords
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.nlu.matcher.values import MatcherSettings


def build(
    examples: Mapping[str, Sequence[str]],
    outside: Sequence[str],
    synonyms: Mapping[str, str],
    settings: MatcherSettings,
) -> Matcher:
    """See ``bot.nlu.matcher.build_matcher``."""
    _check(examples)
    # The matrices are too small to share between cores: threads wait for each other and burn five times the CPU.
    with threadpool_limits(limits=1, user_api="blas"):
        return _build(examples, outside, synonyms, settings)


def _build(
    examples: Mapping[str, Sequence[str]],
    outside: Sequence[str],
    synonyms: Mapping[str, str],
    settings: MatcherSettings,
) -> Matcher:
    intents = tuple(examples)
    # An intent's name is one more example of it; what is outside comes last, with the label -1.
    texts = [*(text for intent in intents for text in (intent, *examples[intent])), *outside]
    labels = np.array(
        [n for n, intent in enumerate(intents) for _ in (intent, *examples[intent])] + [-1] * len(outside), np.int32
    )
    names = np.append(True, labels[1:] != labels[:-1]) & (labels >= 0)
    tokens = [tokenise(text) for text in texts]
    reader = FeatureReader(synonyms)
    space = LearntSpace(map(reader.read, tokens), labels, settings.weights, settings.unknown_weight)
    vectors = space.examples().matrix
    gram = kernel(vectors) if len(texts) <= ONE_BLOCK_UP_TO else None
    # Held back first: what that needs is free again before the classifier proper takes its memory.
    evidence = held_back(space, vectors, labels, ~names, settings, gram)
    # What is outside has a column of its own, after the intents': see Matcher.rank.
    columns = np.where(labels < 0, len(intents), labels).astype(np.int32)
    head = fit_head(vectors, columns, int(columns.max()) + 1, settings.regularisation, settings.steps, gram)
    vocabulary = Counter(token for each in tokens for token in each)
    vocabulary.update(synonyms.keys())
    return Matcher(
        intents=intents,
        examples=tuple(texts),
        labels=labels,
        repair=SpellingRepair(vocabulary, EnglishWords()),
        reader=reader,
        space=FeatureSpace(space.ids, space.rarity, space.weights, space.unknown_mass),
        vectors=SparseRows(vectors.data, vectors.indices, vectors.indptr),
        head=head,
        typical=_typical(vectors, labels, len(intents)),
        calibration=calibrate(evidence, settings.outside_share, settings.turned_away),
        settings=settings,
    )


def _check(examples: Mapping[str, Sequence[str]]) -> None:
    if not examples:
        raise ValueError("a matcher needs at least one intent")
    empty = [intent for intent, phrasings in examples.items() if not phrasings]
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
