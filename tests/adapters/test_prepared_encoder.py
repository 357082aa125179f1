"""An encoder that was told what will come asks the other one only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bot.adapters.sentence_encoder.prepared import PreparedEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class Counting:
    """Encodes a sentence by its length and remembers what it was asked."""

    name, size, languages = "counting", 1, frozenset({"en"})

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        self.asked.append(list(sentences))
        return np.array([[len(sentence)] for sentence in sentences], np.float32)


def test_what_was_prepared_is_encoded_once_and_at_once() -> None:
    inner = Counting()
    encoder = PreparedEncoder(inner)
    encoder.prepare(["one", "three", "one"])
    encoder.prepare(["one"])
    assert encoder.encode(["three", "one"]).tolist() == [[5.0], [3.0]]
    assert inner.asked == [["one", "three"]]


def test_anything_else_is_passed_on() -> None:
    inner = Counting()
    assert PreparedEncoder(inner).encode(["seven"]).tolist() == [[5.0]]
    assert inner.asked == [["seven"]]
