"""Lists in an order, and the ones that have the most or the least of something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.grading import grade_of
from bot.application.handlers.prices import COST
from bot.domain.certification import CardKind

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.certification import Certification
    from bot.domain.filters import Criterion


def extremes(voice: Voice, cards: list[Certification], wish: Criterion | None) -> list[Certification]:
    """The ones with the most or the least of something, all of those that share the place; without a wish, all."""
    if wish is None:
        return cards
    if wish.attribute == COST:  # free lessons are not the cheapest certification
        cards = [card for card in cards if card.kind is not CardKind.FREE_RESOURCE] or cards
    graded = _graded(voice, cards, wish.attribute)
    grades = sorted({grade for _, grade in graded}, reverse=wish.sense == "highest")
    return [card for card, grade in graded if grade in grades[wish.place - 1 :][:1]]


def order_of(voice: Voice, cards: list[Certification], wish: Criterion | None) -> Criterion | None:
    """What a list is to be sorted by, where anything is known of it."""
    return wish if wish and is_known(voice, cards, wish) else None


def is_known(voice: Voice, cards: list[Certification], wish: Criterion) -> bool:
    """Whether anything is known by which some of the cards could be told apart."""
    return bool(_graded(voice, cards, wish.attribute))


def in_order(voice: Voice, cards: list[Certification], order: Criterion | None) -> list[Certification]:
    """In the order that is wanted, those of which nothing is known last."""
    if order is None:
        return cards
    sign = 1 if order.sense == "lowest" else -1
    graded = sorted(_graded(voice, cards, order.attribute), key=lambda pair: sign * pair[1])
    known = [card for card, _ in graded]
    return [*known, *(card for card in cards if card not in known)]


def _graded(voice: Voice, cards: list[Certification], attribute: str) -> list[tuple[Certification, float]]:
    """The cards that hold something to put them in order by, each with a number that grows with it."""
    grades = ((card, grade_of(voice.knowledge, card, attribute, voice.day)) for card in cards)
    return [(card, grade) for card, grade in grades if grade is not None]
