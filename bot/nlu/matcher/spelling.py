"""Repair of typing slips, towards the words that the examples use."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.nlu.text import is_slot

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MIN_LETTERS = 3
"""Two letters are one edit from too many words."""
TWO_EDITS_FROM = 8
"""From this many letters on, two edits are forgiven."""
MAX_LETTERS = 32
"""Longer tokens are no words; comparing them would only cost time."""
CACHED_REPAIRS = 20_000

LETTER_KNOWN = math.log(25)
"""A lost letter or two swapped ones leave no choice of letter; an added or a wrong one is one of 25, so less likely."""
FIRST_LETTER = math.log(3)
"""People slip less often on a word's first letter."""
ANOTHER_EDIT = math.log(400)
"""Two slips in a word are so much rarer than one."""


class SpellingRepair:
    """Takes a token for the likeliest word of a vocabulary, if one is near enough and the token is no word itself.

    Left as they are: words of the vocabulary, real words, slots, anything with a digit or a sign, short words.
    """

    def __init__(self, vocabulary: Mapping[str, int], real_words: Collection[str] = frozenset()) -> None:
        """The vocabulary with its counts (the commoner word is the likelier), and words never to touch."""
        self.vocabulary = dict(vocabulary)
        self._real_words = real_words
        self._targets: dict[int, list[str]] = {}
        for word in sorted(word for word in vocabulary if len(word) >= MIN_LETTERS and word.isalpha()):
            self._targets.setdefault(len(word), []).append(word)
        self._cache: dict[str, str] = {}

    def repair(self, token: str) -> str:
        """The word that was meant, or the token itself."""
        if self._known(token) or not _repairable(token):
            return token
        known = self._cache.get(token)
        if known is None:
            if len(self._cache) >= CACHED_REPAIRS:
                self._cache.clear()
            known = self._cache[token] = self._likeliest(token)
        return known

    def _known(self, token: str) -> bool:
        """Whether it is a word, or one that no example uses with an s behind it: "the latter's"."""
        stem = token[:-1] if len(token) > MIN_LETTERS + 1 and token.endswith("s") else token
        return (
            token in self.vocabulary
            or token in self._real_words
            or (stem in self._real_words and stem not in self.vocabulary)
        )

    def _likeliest(self, token: str) -> str:
        edits = 2 if len(token) >= TWO_EDITS_FROM else 1
        # With three letters, only what leaves all three in place is near: "crd" for "card", "hte" for "the".
        lengths = range(len(token) - edits, len(token) + edits + 1) if len(token) > MIN_LETTERS else (3, 4)
        targets = [word for length in lengths for word in self._targets.get(length, ())]
        near = process.extract(token, targets, scorer=OSA.distance, score_cutoff=edits, limit=20)
        if len(token) == MIN_LETTERS:
            near = [hit for hit in near if _keeps_letters(token, hit[0])]
        if not near:
            return token
        return max(near, key=lambda hit: (self._likelihood(token, hit[0], int(hit[1])), hit[0]))[0]

    def _likelihood(self, token: str, word: str, edits: int) -> float:
        """Log of the noisy channel's odds (Kernighan, Church and Gale 1990): how common the word, how easy the slip."""
        likelihood = math.log(self.vocabulary[word] + 1) - ANOTHER_EDIT * (edits - 1)
        likelihood += LETTER_KNOWN * _keeps_letters(token, word)
        return likelihood + FIRST_LETTER * (token[0] == word[0])


def _keeps_letters(token: str, word: str) -> bool:
    return len(token) < len(word) or (len(token) == len(word) and sorted(token) == sorted(word))


def _repairable(token: str) -> bool:
    return MIN_LETTERS <= len(token) <= MAX_LETTERS and token.isalpha() and not is_slot(token)
