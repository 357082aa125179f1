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
STAGES = ((2.0, "junior"), (7.0, "midlevel"), (float("inf"), "senior"))
"""Upper end in years of each career stage, and its word; the stages of the guide: 0-2, 3-7 and 8 years or more."""

Piece = str | Entity
"""A token, or an entity that stands in the place of several."""


def unknown_codes(text: str) -> frozenset[str]:
    """What looks like an exam code in a normalised text, hyphens left out."""
    return frozenset(match[0].replace("-", "") for match in _UNKNOWN_CODE.finditer(text))


def cut_tiers(pieces: list[Piece]) -> Iterator[Piece]:
    """Replace "tier 2" and "second tier"."""
    at = 0
    while at < len(pieces):
        pair = pieces[at : at + 2]
        number = None
        if len(pair) == 2 and "tier" in pair:  # noqa: PLR2004 - a pair is two
            other = pair[1 - pair.index("tier")]
            number = _ORDINALS.get(other) if isinstance(other, str) else None
        if number is None:
            yield pieces[at]
            at += 1
        else:
            yield Entity(EntityKind.TIER, str(number), f"tier {number}")
            at += 2


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
