"""What cards hold on attributes: their facts, and the fields of the cards themselves in the form of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.prices import COST, priced
from bot.domain.certification import Reading

if TYPE_CHECKING:
    from datetime import date

    from bot.application.voice import Voice
    from bot.domain.certification import Certification

AUDIENCE, FREE, LEVEL, LIFECYCLE, LIMITS = "audience", "free", "level", "lifecycle", "limits"
NOT_STATED = "not stated"
"""In the place of a value that no card holds."""
TIER = "tier"
EXAM_CODE = "exam-code"
PAGE = "page"


def read(voice: Voice, card: Certification, attribute: str) -> Reading | None:
    """What a card holds on an attribute, be it a fact or a field of the card itself."""
    if attribute == LIFECYCLE and card.retired_by(voice.day):
        return _standing(voice, card)
    return voice.reading(card, attribute) or _own(voice, card, attribute)


def value_of(voice: Voice, card: Certification, attribute: str) -> str:
    """The same in short, for lists and tables; empty where that is nothing."""
    if attribute == COST:
        return priced(voice, card)
    reading = read(voice, card, attribute)
    return reading.value if reading else ""


def _own(voice: Voice, card: Certification, attribute: str) -> Reading | None:
    """The card's own fields, in the form of a fact."""
    source = next((fact.readings[0].source for fact in card.facts.values()), "")
    since = voice.day
    if attribute == TIER and card.tier:
        return _reading(f"tier {card.tier}", f"The guide puts it in tier {card.tier}.", source, since)
    if attribute == EXAM_CODE and card.codes:
        codes = ", ".join(card.codes)
        return _reading(codes, f"Its exam code is {codes}.", source, since)
    if attribute == PAGE and card.page:
        return _reading(card.page, f"The official page is {card.page}", source, since)
    if attribute == LIFECYCLE:
        return _standing(voice, card)
    return None


def _standing(voice: Voice, card: Certification) -> Reading | None:
    """Whether it can still be taken: retired, or seen alive by a source newer than the guide."""
    if card.lifecycle and card.retired_by(voice.day):
        retired = card.lifecycle.retired
        return _reading(f"retired on {retired}", card.lifecycle.text, card.lifecycle.source, voice.day)
    if card.active is None or card.active > voice.day:
        return _as_reviewed(voice, card)
    readings = [reading for fact in card.facts.values() if (reading := fact.at(voice.day))]
    newest = max(readings, key=lambda reading: reading.since, default=None)
    told = f"No end is known: it was still available when last checked, on {card.active}."
    return _reading(f"active on {card.active}", told, newest.source if newest else "", card.active)


def _as_reviewed(voice: Voice, card: Certification) -> Reading | None:
    """That the guide recommends it as something to take, where nobody has looked since."""
    if card.lifecycle is not None or not card.reviewed:
        return None
    source = next((fact.readings[0].source for fact in card.facts.values()), "")
    told = f"The guide reviews it as one to take, and no end of it is known by {voice.day}."
    return _reading("no end known", told, source, voice.day)


def _reading(value: str, text: str, source: str, since: date) -> Reading:
    return Reading(value, text, source, since)
