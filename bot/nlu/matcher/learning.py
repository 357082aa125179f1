"""Learns the vector space from examples."""

from __future__ import annotations

from array import array
from itertools import compress, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from bot.nlu.matcher.features import Blocks, letter_grams
from bot.nlu.matcher.space import FeatureSpace, Floats

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.nlu.matcher.values import MatcherSettings

OVER_INTENTS = 0.7
"""Share of the inverse document frequency over intents in a feature's rarity; the rest is that over examples.
With 10 examples an intent, over intents alone (1) gives 83.1 % on CLINC150 and 77.3 % on BANKING77, half and half 83.4
and 76.6, this 83.4 and 77.1; with many examples an intent more weight on examples does better (docs/matcher.md)."""


MOST_WEIGHTS = 60_000_000
"""Features times intents at most: the weights then take 240 MB, the typical examples half of that."""


class Rows(NamedTuple):
    """The vectors of several examples, and their novelty (examples x blocks)."""

    matrix: csr_array
    novelty: NDArray[np.float64]


class LearntSpace(FeatureSpace):
    """A space that still knows the examples it was learnt from."""

    def __init__(self, examples: Iterable[Blocks], labels: NDArray[np.int32], settings: MatcherSettings) -> None:
        """Learns the features and how rare they are from the examples and their intents' numbers (-1: no intent)."""
        weights = settings.weights
        blocks_weights = np.array([weights.words, weights.pairs, weights.skips, weights.letters], np.float64)
        super().__init__({}, np.zeros(0, np.float32), blocks_weights, 0.0)
        entries, lengths = array("i"), array("i")
        for blocks in examples:
            for part in self._learn(blocks):
                entries.extend(part)
                lengths.append(len(part))
        self._lengths = np.array(lengths, np.int64).reshape(-1, len(self.weights))
        self._entries = np.frombuffer(entries, np.int32)
        self._dropped = np.zeros(self._lengths.shape)
        intents = max(int(labels.max()) + 1, 1)
        most = min(settings.most_features, MOST_WEIGHTS // intents)
        if len(self) > most:
            self._keep_commonest(most)
        frequencies = np.bincount(self._entries, minlength=len(self))
        self.rarity = _rarity(frequencies, len(labels), self._intents_with(labels), intents)
        nowhere = _rarity(np.zeros(1), len(labels), np.zeros(1), intents)
        self.unknown_mass = settings.unknown_weight * float(nowhere[0]) ** 2

    def examples(self, chosen: NDArray[np.int64] | None = None, absent: NDArray[np.bool_] | None = None) -> Rows:
        """The vectors of the examples learnt from, or of those chosen by their numbers.

        ``absent`` marks features to treat as unknown: the examples are then seen as if some had not been given.
        """
        lengths, entries, new = self._lengths, self._entries, self._dropped
        if chosen is not None:
            starts = np.concatenate([[0], np.cumsum(lengths.sum(axis=1))])
            entries = np.concatenate([entries[starts[i] : starts[i + 1]] for i in chosen])
            lengths, new = lengths[chosen], new[chosen]
        values = self.rarity[entries]
        part = np.repeat(np.arange(lengths.size, dtype=np.int32), lengths.ravel())
        if absent is not None:
            values[absent[entries]] = 0
            new = new + np.bincount(part, absent[entries], lengths.size).reshape(lengths.shape)
        new = new * self.unknown_mass
        mass = np.bincount(part, values**2, lengths.size).reshape(lengths.shape) + new
        scale = self.weights / np.sqrt(np.maximum(mass, 1e-9))
        offsets = np.concatenate([[0], np.cumsum(lengths.sum(axis=1))])
        values *= scale.astype(np.float32).ravel()[part]
        matrix = csr_array((values, entries, offsets), shape=(len(lengths), len(self)))
        return Rows(matrix, new / np.maximum(mass, 1e-9))

    def _keep_commonest(self, most: int) -> None:
        """Takes rare features for unknown, in the examples as later in utterances, to bound the memory."""
        counts = np.bincount(self._entries, minlength=len(self))
        keep = np.zeros(len(self), np.bool_)
        keep[np.argsort(-counts, kind="stable")[:most]] = True
        self.ids = {name: i for i, name in enumerate(compress(self.ids, keep))}
        self._letters_of.clear()
        part = np.repeat(np.arange(self._lengths.size), self._lengths.ravel())
        kept = keep[self._entries]
        lengths = np.bincount(part[kept], minlength=self._lengths.size).reshape(self._lengths.shape)
        self._dropped = (self._lengths - lengths).astype(np.float64)
        self._lengths = lengths
        self._entries = (np.cumsum(keep, dtype=np.int32) - 1)[self._entries[kept]]

    def _intents_with(self, labels: NDArray[np.int32]) -> NDArray[np.int64]:
        """How many intents each feature occurs in; examples of one intent follow each other."""
        counts = np.zeros(len(self), np.int64)
        starts = np.concatenate([[0], np.cumsum(self._lengths.sum(axis=1))])
        changes = np.flatnonzero(np.diff(labels)) + 1
        for first, last in pairwise([0, *changes.tolist(), len(labels)]):
            if labels[first] >= 0:
                counts[np.unique(self._entries[starts[first] : starts[last]])] += 1
        return counts

    def _learn(self, blocks: Blocks) -> tuple[Sequence[int], ...]:
        ids = self.ids
        parts: list[Sequence[int]] = [
            [ids.setdefault(mark + name, len(ids)) for name in names]
            for mark, names in zip("wps", blocks[:3], strict=True)
        ]
        for word in blocks.spelt:
            if word not in self._letters_of:
                self._letters_of[word] = ([ids.setdefault("l" + gram, len(ids)) for gram in letter_grams(word)], 0)
        parts.append(sorted(set().union(*(self._letters_of[word][0] for word in blocks.spelt))))
        return tuple(parts)


def _rarity(examples_with: NDArray[Any], examples: int, intents_with: NDArray[Any], intents: int) -> Floats:
    """The mean of the inverse document frequencies over intents and over examples, smoothed, plus one.

    Over examples alone a word that one intent repeats counts too little, over intents alone one slip counts too much.
    """
    over_examples = np.log((1 + examples) / (1 + examples_with))
    over_intents = np.log((1 + intents) / (1 + intents_with))
    rarity = OVER_INTENTS * over_intents + (1 - OVER_INTENTS) * over_examples + 1
    return np.asarray(rarity, np.float32)
