"""The port of the sentence encoder; it is optional, and what is behind it is an adapter's business."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class SentenceEncoder(Protocol):
    """Turns sentences into dense vectors, one more block of features beside words and letters.

    It gets sentences after SpellingRepair: typing slips hurt encoders most.
    """

    name: str
    """Tells encoders apart whose vectors differ; part of what a built matcher is kept under."""
    size: int
    """The length of a vector."""
    languages: frozenset[str]
    """What it reads, by ISO 639 codes: two letters each."""

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """A row a sentence, each of length one. Never raises, whatever the text."""
        ...
