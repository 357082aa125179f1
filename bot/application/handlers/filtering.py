"""Which of the reviewed certifications a filter lets through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.application.handlers.prices import COST, price_of
from bot.application.handlers.readings import read
from bot.domain.certification import CardKind

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.certification import Certification
    from bot.domain.figures import Figure, Unit
    from bot.domain.filters import Criterion, Filter

DURATION = "duration"
ROUGHLY = 0.1
"""An amount given without "under" or "over" is matched within this share of it."""
PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Found:
    """What fulfils the wishes."""

    cards: list[Certification]
    unsure: list[Certification]
    """Cards that may belong but hold no figure to tell by."""


def find_cards(voice: Voice, wanted: Filter) -> Found:
    """What fulfils every wish, whatever may have been retired."""
    reviewed = voice.knowledge.reviewed
    cards = [card for card in reviewed if card.id in wanted.among] if wanted.among else list(reviewed)
    cards = [card for card in cards if _named(voice, card, wanted)]
    cards = [card for card in cards if all(_chosen(voice, card, choice) for choice in wanted.choices)]
    unsure: list[Certification] = []
    for bound in wanted.bounds:
        cards, without = _by_amount(voice, cards, bound)
        unsure += without
    return Found(cards, unsure)


def belongs(voice: Voice, card: Certification, vendor: str) -> bool:
    """Whether a vendor makes it, or it is about the vendor's platform."""
    platform = voice.reading(card, PLATFORM)
    name = voice.knowledge.vendors[vendor].name.lower()
    return card.vendor == vendor or (platform is not None and name in platform.value.lower())


def _named(voice: Voice, card: Certification, wanted: Filter) -> bool:
    """Whether it is of the tiers and vendors that are named, and none of those that are ruled out."""
    of_vendor = [belongs(voice, card, vendor) for vendor in wanted.vendors]
    out = [belongs(voice, card, vendor) for vendor in wanted.vendors_out]
    return (
        (not wanted.tiers or str(card.tier) in wanted.tiers)
        and (not of_vendor or any(of_vendor))
        and (not wanted.makers or card.vendor in wanted.makers)
        and str(card.tier) not in wanted.tiers_out
        and card.vendor not in wanted.makers_out
        and card.id not in wanted.certifications_out
        and (wanted.exam is None or wanted.exam is (card.kind is CardKind.EXAM))
        and not any(out)
    )


def _chosen(voice: Voice, card: Certification, choice: Criterion) -> bool:
    reading = read(voice, card, choice.attribute)
    return reading is not None and (choice.value in reading.value) is not choice.negated


def _by_amount(
    voice: Voice, cards: list[Certification], bound: Figure
) -> tuple[list[Certification], list[Certification]]:
    """The cards within the bound, and those that hold no figure."""
    name = COST if bound.is_money else DURATION
    figures = [(card, figure_of(voice, card, name, bound.unit)) for card in cards]
    within = [card for card, figure in figures if figure is not None and _within(figure, bound)]
    return within, [card for card, figure in figures if figure is None]


def figure_of(voice: Voice, card: Certification, attribute: str, unit: Unit) -> Figure | None:
    """The figure of a fact that can be held against an amount of a unit; times in working hours."""
    if attribute == COST:
        return price_of(voice, card, unit)
    reading = voice.reading(card, attribute)
    return next((figure.in_hours() for figure in (reading.figures if reading else ()) if figure.is_time), None)


def _within(figure: Figure, bound: Figure) -> bool:
    limit = bound.in_hours() if bound.is_time else bound
    if limit.low is None:
        return figure.most <= limit.most
    if limit.high is None:
        return figure.least >= limit.least
    return figure.least <= limit.most * (1 + ROUGHLY) and figure.most >= limit.least * (1 - ROUGHLY)
