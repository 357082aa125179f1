"""The places that a message names: "the second", "first and third", "the latter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
"""Ordinals."""
PLACES = {word: number - 1 for word, number in NUMBERS.items()}
PLACES |= {"former": 0, "top": 0, "last": -1, "latter": -1, "bottom": -1}
MIDDLE = "middle"


def place_before(tokens: tuple[str, ...], at: int) -> int:
    """The ordinal just before a position, from 1, as in "the second cheapest"; 1 where there is none."""
    return NUMBERS.get(tokens[at - 1], 1) if at else 1


def places_in(
    tokens: tuple[str, ...], definite: Collection[str], heads: Collection[str], count: int
) -> tuple[int, ...]:
    """The places among so many, from 0, that are named as such: "the second", not "a second month".

    ``definite`` are words before a place that say that it is a known one, ``heads`` nouns behind it.
    """
    found: list[int] = []
    for at, token in enumerate(tokens):
        word = token.removesuffix("s")
        place = count // 2 if word == MIDDLE and count % 2 else PLACES.get(token, PLACES.get(word))
        if place is None or not -count <= place < count:
            continue
        before, behind = tokens[at - 1 : at], tokens[at + 1 : at + 2]
        if at == 0 or set(before) & set(definite) or set(behind) & set(heads) or (found and _joined(tokens, at)):
            found.append(place % count)
    return tuple(dict.fromkeys(found))


def _joined(tokens: tuple[str, ...], at: int) -> bool:
    """Whether another place stands just before: "the first and third"."""
    return any(token in PLACES for token in tokens[max(0, at - 2) : at])
