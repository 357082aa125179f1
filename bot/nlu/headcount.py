"""For how many people something is asked: "for 5 people", "all 4 of us", "a team of six"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.figures import count_of

if TYPE_CHECKING:
    from collections.abc import Collection

COUNTED = "people who are counted"
"""The cue of words that people are counted by, one each."""
NEAR = 2
"""Most tokens between a number and such a word: "5 of us"."""
MOST = 999
"""More is no number of people but something else: "make it 2027"."""


def headcount_of(token: str) -> int | None:
    """The number of people that a token may stand for, 2 or more; None for anything else."""
    count = count_of(token)
    return count if count is not None and 1 < count <= MOST else None


def people_in(tokens: tuple[str, ...], counted: Collection[str]) -> int | None:
    """The number of people, 2 or more; None where none is told."""
    for at, token in enumerate(tokens):
        count = headcount_of(token)
        if count is None:
            continue
        behind, before = tokens[at + 1 : at + 1 + NEAR], tokens[max(0, at - NEAR) : at]
        if set(behind) & set(counted) or (len(before) == NEAR and before[0] in counted and before[1] == "of"):
            return count
    return None
