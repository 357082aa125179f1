"""The vector space that the examples span: TF-IDF by block, each block brought to its own length."""

from __future__ import annotations

import math
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.nlu.matcher.features import CACHED_WORDS, Blocks, letter_grams

if TYPE_CHECKING:
    from collections.abc import Sequence

Floats = NDArray[np.float32]
Ids = NDArray[np.int32]


class Vector(NamedTuple):
    """A sparse vector: distinct feature ids and their values, of equal length, and how new the utterance is."""

    ids: Ids
    values: Floats
    novelty: tuple[float, ...]
    """The share of what no example has in each block, by mass, 0 to 1."""


class FeatureSpace:
    """Maps features to vectors. Features that no example has only lengthen a vector, so that novelty dims it."""

    def __init__(self, ids: dict[str, int], rarity: Floats, weights: NDArray[np.float64], unknown_mass: float) -> None:
        """``ids`` numbers the features, each name behind the letter of its block; ``rarity`` is one a feature.

        ``weights`` are the lengths of the four blocks, ``unknown_mass`` the squared length of an unknown feature.
        """
        self.ids = ids
        self.rarity = rarity
        self.weights = weights
        self.unknown_mass = unknown_mass
        self._letters_of: dict[str, tuple[Sequence[int], int]] = {}

    def __len__(self) -> int:
        """The number of known features."""
        return len(self.ids)

    @property
    def names(self) -> tuple[str, ...]:
        """The features by their numbers."""
        return tuple(name[1:] for name in self.ids)

    def vector(self, blocks: Blocks) -> Vector:
        """The vector of an utterance, each block as long as its weight, or shorter the more of it is unknown."""
        parts = [self._known(mark, names) for mark, names in zip("wps", blocks[:3], strict=True)]
        letters = [self._letters(word) for word in blocks.spelt]
        parts.append((sorted(set().union(*(ids for ids, _ in letters))), sum(unknown for _, unknown in letters)))
        ids = np.fromiter(chain.from_iterable(known for known, _ in parts), np.int32)
        values = self.rarity[ids]
        novelty, start = [], 0
        for (known, unknown), weight in zip(parts, self.weights.tolist(), strict=True):
            block = values[start : start + len(known)]
            start += len(known)
            mass, new = float(block @ block), unknown * self.unknown_mass
            block *= weight / (math.sqrt(mass + new) or 1.0)
            novelty.append(new / (mass + new) if unknown else 0.0)
        return Vector(ids, values, tuple(novelty))

    def _known(self, mark: str, names: Sequence[str]) -> tuple[Sequence[int], int]:
        number = self.ids.get
        known = [id_ for name in names if (id_ := number(mark + name)) is not None]
        return known, len(names) - len(known)

    def _letters(self, word: str) -> tuple[Sequence[int], int]:
        letters = self._letters_of.get(word)
        if letters is None:
            letters = self._known("l", letter_grams(word))
            if len(self._letters_of) < CACHED_WORDS:
                self._letters_of[word] = letters
        return letters
