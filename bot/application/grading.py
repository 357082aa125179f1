"""Certifications in the order of an attribute: a figure, or the place among its choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.recommender import read_card

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.certification import Certification
    from bot.domain.knowledge import Knowledge

COST, DURATION = "cost", "duration"


def grade_of(knowledge: Knowledge, card: Certification, attribute: str, day: date) -> float | None:
    """A number that grows with the attribute; None where the card holds none.

    Of attributes without choices it is the span of time that is told first: how long a certification is valid.
    """
    if attribute in (COST, DURATION):
        facts = read_card(card, day)
        if attribute == COST and facts.free:
            return 0.0
        figure = (facts.total or facts.monthly) if attribute == COST else facts.hours
        return figure.most if figure else None
    held = next((one for one in knowledge.attributes if one.id == attribute), None)
    reading = card.fact(attribute, day)
    if held is None or reading is None:
        return None
    if not held.choices:
        spans = (figure.in_hours().most for figure in reading.figures if figure.is_time)
        return next(spans, None)
    return float(held.choices.index(reading.value)) if reading.value in held.choices else None


def not_better(knowledge: Knowledge, than: Certification, attribute: str, sense: str, day: date) -> frozenset[str]:
    """Ids of the reviewed cards, ``than`` among them, that have not less ("lowest") or more of an attribute."""
    bar = grade_of(knowledge, than, attribute, day)
    if bar is None:
        return frozenset({than.id})
    grades = {card.id: grade_of(knowledge, card, attribute, day) for card in knowledge.reviewed}
    sign = 1 if sense == "lowest" else -1
    better = {id_ for id_, grade in grades.items() if grade is not None and sign * grade < sign * bar}
    return frozenset(grades.keys() - better)
