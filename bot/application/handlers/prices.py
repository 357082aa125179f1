"""Prices in words, and what a certification costs in all: the guide prices some once and some by the month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.figures import Figure, Unit
from bot.recommender import CardFacts, read_card

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.certification import Certification

COST = "cost"


def priced(voice: Voice, card: Certification) -> str:
    """The price as the card has it, with the total where that gives only one a month; empty where it has none."""
    reading = voice.reading(card, COST)
    return f"{reading.value}{_total(read_card(card, voice.day))}" if reading else ""


def price_of(voice: Voice, card: Certification, unit: Unit) -> Figure | None:
    """What can be held against an amount: in US dollars the total, as the adviser reckons; None where it is unknown.

    Of a card that names no price a month, what it costs once has to do.
    """
    facts = read_card(card, voice.day)
    if facts.free:
        return Figure(0.0, 0.0, unit)
    return (facts.monthly or facts.once) if unit is Unit.USD_PER_MONTH else facts.total


def money(figure: Figure) -> str:
    """An amount as people write it: "about $196", "$150-300"."""
    sign = " a month" if figure.unit is Unit.USD_PER_MONTH else ""
    if figure.low is None or figure.high is None:
        return f"{'up to' if figure.low is None else 'from'} ${figure.most:,.0f}{sign}"
    if figure.low == figure.high:
        return f"about ${figure.low:,.0f}{sign}"
    return f"${figure.low:,.0f}-{figure.high:,.0f}{sign}"


def _total(facts: CardFacts) -> str:
    return f", so {money(facts.total)} in all" if facts.once is None and facts.total else ""
