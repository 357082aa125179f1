"""Encodes at once what will be asked one by one: a batch takes a third of the time, and comes from the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.nlu.matcher import SentenceEncoder


class PreparedEncoder:
    """An encoder that knows sentences by heart once it was told which will come."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        self.name = encoder.name
        self.size = encoder.size
        self.languages = encoder.languages
        self._encoder = encoder
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def prepare(self, sentences: Iterable[str]) -> None:
        """Encode what will be asked for."""
        new = [sentence for sentence in dict.fromkeys(sentences) if sentence not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._encoder.encode(new), strict=True))

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """See ``SentenceEncoder``."""
        if all(sentence in self._vectors for sentence in sentences):
            return np.array([self._vectors[sentence] for sentence in sentences])
        return self._encoder.encode(sentences)
