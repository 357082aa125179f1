"""What most would write: the most similar example decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Naive:
    """rapidfuzz's ``extractOne`` with ``token_set_ratio`` over all examples."""

    def __init__(self, examples: Mapping[str, Sequence[str]]) -> None:
        """The examples by intent."""
        self._intents = [intent for intent, texts in examples.items() for _ in texts]
        self._texts = [utils.default_process(text) for texts in examples.values() for text in texts]

    def rank(self, text: str) -> tuple[str, float]:
        """The intent of the most similar example, and that similarity, 0 to 1."""
        query = utils.default_process(text)
        _, score, index = process.extractOne(query, self._texts, scorer=fuzz.token_set_ratio, processor=None)
        return self._intents[index], score / 100
