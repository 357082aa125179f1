"""Remembers the vectors of sentences between processes: a change to the knowledge changes few of its sentences."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from bot.nlu.matcher import Archive, SentenceEncoder

MANY = 100
"""Sentences at once from which on it is knowledge that is learnt, which comes again, and nobody's question."""
KEPT = 30_000
"""Sentences that are kept, of 2 kB each: those of two or three knowledge folders."""


class RememberingEncoder:
    """An encoder that asks another one for the sentences that it has not seen before."""

    def __init__(self, encoder: SentenceEncoder, archive: Archive) -> None:
        self.name = encoder.name
        self.size = encoder.size
        self.languages = encoder.languages
        self._encoder = encoder
        self._archive = archive
        self._key = hashlib.sha256(encoder.name.encode()).hexdigest()[:16]  # a name may be a path

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """See ``SentenceEncoder``."""
        if len(sentences) < MANY:
            return self._encoder.encode(sentences)
        vectors = self._remembered()
        new = [sentence for sentence in dict.fromkeys(sentences) if sentence not in vectors]
        if new:
            vectors = vectors | dict(zip(new, self._encoder.encode(new), strict=True))
            self._remember({sentence: vectors[sentence] for sentence in dict.fromkeys((*sentences, *vectors))})
        return np.array([vectors[sentence] for sentence in sentences])

    def _remembered(self) -> dict[str, NDArray[np.float32]]:
        arrays = self._archive.load(self._key)
        if arrays is None:
            return {}
        return dict(zip(json.loads(arrays["sentences"].tobytes()), arrays["vectors"], strict=True))

    def _remember(self, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep vectors, those of the sentences asked for last before others."""
        kept = list(vectors)[:KEPT]
        written = np.frombuffer(json.dumps(kept).encode(), np.uint8)
        self._archive.store(self._key, {"sentences": written, "vectors": np.array([vectors[one] for one in kept])})
