"""Steps of the recognition: an utterance as a list of tokens, some of them replaced by entities."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.figures import Unit
from bot.nlu.places import NUMBERS
from bot.nlu.recognition import Entity
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.nlu.negation import Negation

_UNKNOWN_CODE = re.compile(r"\b[a-z]{2,4}\d?-?(?:[a-z]\d{2}|\d{3})\b")
"""How vendors write exam codes: "dp-203", "saa-c03", "sy0-701"."""
_ORDINALS = {"one": 1, "two": 2, "three": 3, "four": 4, "top": 1, "last": 4, "bottom": 4} | NUMBERS
_ORDINALS |= {str(number): number for number in range(1, 5)}
JOINING = "joins tiers"
"""The cue of words between the numbers of tiers."""
STAGES = ((2.0, "junior"), (7.0, "midlevel"), (float("inf"), "senior"))
"""Upper end in years of each career stage, and its word; the stages of the guide: 0-2, 3-7 and 8 years or more."""

Piece = str | Entity
"""A token, or an entity that stands in the place of several."""


def unknown_codes(text: str) -> frozenset[str]:
    """What looks like an exam code in a normalised text, hyphens left out."""
    return frozenset(match[0].replace("-", "") for match in _UNKNOWN_CODE.finditer(text))


def cut_tiers(pieces: list[Piece], joining: frozenset[str] = frozenset()) -> Iterator[Piece]:
    """Replace "tier 2", "second tier", and each of "tiers 2 and 3"; ``joining`` are words such as "and"."""
    at = 0
    while at < len(pieces):
        number, length = _tier_at(pieces, at)
        if number is None:
            yield pieces[at]
            at += 1
            continue
        yield _tier(number)
        at += length
        while (more := _joined_number(pieces, at, joining)) is not None:
            yield pieces[at]
            yield _tier(more)
            at += 2


def _tier_at(pieces: list[Piece], at: int) -> tuple[int | None, int]:
    """The number of the tier that is named at a position, and how many pieces name it."""
    pair = pieces[at : at + 2]
    place = next((place for place, piece in enumerate(pair) if piece in ("tier", "tiers")), None)
    if place is None or len(pair) == 1:
        return None, 0
    other = pair[1 - place]
    return (_ORDINALS.get(other.removesuffix("s")) if isinstance(other, str) else None), 2


def _joined_number(pieces: list[Piece], at: int, joining: frozenset[str]) -> int | None:
    """The number behind a word that joins it to the tier before: "and 3"."""
    pair = pieces[at : at + 2]
    if len(pair) < 2 or pair[0] not in joining:  # noqa: PLR2004 - a pair is two
        return None
    return _ORDINALS.get(pair[1]) if isinstance(pair[1], str) and pair[1].isdecimal() else None


def _tier(number: int) -> Entity:
    return Entity(EntityKind.TIER, str(number), f"tier {number}")


def with_stages(tokens: tuple[str, ...], entities: tuple[Entity, ...]) -> Iterator[str]:
    """Tokens with, behind each number of years, the career stage it speaks for."""
    times = iter(entity.figure for entity in entities if entity.kind is EntityKind.TIME)
    for token in tokens:
        yield token
        if token == EntityKind.TIME.slot:
            figure = next(times, None)
            if figure is not None and figure.unit is Unit.YEARS:
                yield next(stage for bound, stage in STAGES if figure.most <= bound)


def entities_of(
    pieces: list[Piece], tokens: tuple[str, ...], amounts: Iterator[Entity], negation: Negation
) -> Iterator[Entity]:
    """Entities in order; the slots that the measures left in the text take up theirs."""
    measured = {EntityKind.MONEY.slot, EntityKind.TIME.slot, EntityKind.PACE.slot}
    for at, piece in enumerate(pieces):
        if isinstance(piece, Entity):
            yield replace(piece, negated=negation.concerns(tokens, at))
        elif piece in measured and (entity := next(amounts, None)) is not None:
            yield replace(entity, negated=negation.concerns(tokens, at))
