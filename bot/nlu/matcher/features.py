"""What is looked at in a token sequence: words, what follows what, and the letters within words."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import snowballstemmer  # type: ignore[import-untyped]  # it ships no types

from bot.nlu.text import is_slot, tokenise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SHORTEST_GRAM, LONGEST_GRAM = 2, 5
CACHED_WORDS = 20_000
MAX_TOKENS = 300
"""Tokens read of one utterance: a question has a tenth of that."""


class Blocks(NamedTuple):
    """The distinct features of one utterance by block; within a block in the order of first appearance."""

    words: tuple[str, ...]
    pairs: tuple[str, ...]
    skips: tuple[str, ...]
    spelt: tuple[str, ...]
    """The words whose letters count: see letter_grams."""


class FeatureReader:
    """Turns tokens into features; synonyms make their canonical words features as well."""

    def __init__(self, synonyms: Mapping[str, str]) -> None:
        self.synonyms = dict(synonyms)
        self._canonical = {token: tokenise(words) for token, words in synonyms.items()}
        self._stemmer: Any = snowballstemmer.stemmer("english")
        self._stem = lru_cache(maxsize=CACHED_WORDS)(self._stem_word)

    def read(self, tokens: Sequence[str]) -> Blocks:
        """The features of a token sequence."""
        heard = tokens[:MAX_TOKENS]
        meant = [word for token in heard for word in self._canonical.get(token, (token,))]
        aliases = [token for token in heard if token in self._canonical]
        stems = ["^", *(self._stem(word) for word in meant), "$"]
        words = [*stems[1:-1], *(self._stem(alias) for alias in aliases)]
        return Blocks(
            words=tuple(dict.fromkeys(words)),
            pairs=tuple(dict.fromkeys(f"{a} {b}" for a, b in pairwise(stems))),
            skips=tuple(dict.fromkeys(f"{a} _ {b}" for a, b in zip(stems, stems[2:], strict=False))),
            spelt=tuple(dict.fromkeys([*meant, *aliases])),
        )

    def _stem_word(self, word: str) -> str:
        return word if is_slot(word) else str(self._stemmer.stemWord(word))


def letter_grams(word: str) -> tuple[str, ...]:
    """The distinct runs of 2 to 5 letters of a word, its ends marked: "exam" has "<ex". A slot has none."""
    if is_slot(word):
        return ()
    marked = f"<{word}>"
    lengths = range(SHORTEST_GRAM, LONGEST_GRAM + 1)
    return tuple(dict.fromkeys(marked[i : i + n] for n in lengths for i in range(len(marked) - n + 1)))
