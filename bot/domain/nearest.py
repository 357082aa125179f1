"""Guesses what a misspelt word was meant to be."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_WORD = 64
"""No id, key or file name is longer; comparing longer ones would only cost time."""
CUTOFF = 0.6


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, or None where none is like it."""
    if len(word) > LONGEST_WORD:
        return None
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=CUTOFF)), None)


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """The mend for a word that is not known: the nearest one, else what to do otherwise."""
    near = nearest(word, known)
    return otherwise if near is None else f"did you mean `{near}`?"
