"""Which texts somebody means who is still typing; knows nothing of any domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_CHARACTERS = 150
"""Of what was typed; the rest is not looked at. No text that is offered is longer."""
LEAST_ALIKE = 0.75
"""Similarity of a typed word and the beginning of another from which on it is a typo: one slip in four letters."""
SURE = 4
"""Letters from which on a word is looked for with typos; shorter ones are like too much."""


def likeness(typed: str, text: str) -> float:
    """How well a text goes on from what was typed: 1 where it holds every word typed, 0 where one is missing.

    Words may be unfinished, in any order, and, if they are not short, mistyped; between 0 and 1 it is the mean of their
    optimal string alignment similarities.
    """
    words = tokenise(typed[:MOST_CHARACTERS])
    found = tokenise(text)
    best = [max((_alike(word, other) for other in found), default=0.0) for word in words]
    return sum(best) / len(best) if best and all(best) else float(not best)


def complete(typed: str, texts: Sequence[str]) -> list[int]:
    """Places of the texts that are meant, the likeliest first: those that begin with it, then others by likeness."""
    start = tokenise(typed[:MOST_CHARACTERS])
    begins = [tokenise(text)[: len(start)] == start for text in texts]
    alike = [likeness(typed, text) for text in texts]
    meant = [place for place, score in enumerate(alike) if score]
    return sorted(meant, key=lambda place: (not begins[place], -alike[place]))


def _alike(word: str, other: str) -> float:
    if other.startswith(word):
        return 1.0
    if len(word) < SURE:
        return 0.0
    # An unfinished word has slipped by a letter as well: "porfol" is "portfol", not "portfo".
    lengths = range(len(word) - 1, len(word) + 2)
    score = max(OSA.normalized_similarity(word, other[:length]) for length in lengths)
    return score if score >= LEAST_ALIKE else 0.0
