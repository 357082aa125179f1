"""Fields of cards: "how much is it and how long does it take"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.prices import COST, priced
from bot.application.handlers.sums import sum_lines
from bot.application.references import references
from bot.domain.certification import Reading
from bot.domain.reply import Reply, ReplyKind, Suggestion
from bot.nlu.gazetteer import fold
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from datetime import date

    from bot.application.voice import Voice
    from bot.domain.actions import TellFacts
    from bot.domain.certification import Certification

OFFERED = ("cost", "duration", "level", "audience", "prerequisites", "coverage")
"""Attributes offered as follow-ups, the likeliest first."""
PREREQUISITES = "prerequisites"
LIFECYCLE = "lifecycle"
TIER = "tier"
EXAM_CODE = "exam-code"
PAGE = "page"


def answer_facts(voice: Voice, action: TellFacts) -> Reply:
    """What the cards hold on the attributes asked about."""
    cards = voice.cards(action.certifications)
    lines = [_lines(voice, action, card) for card in cards]
    readings = [reading for card in cards for name in action.attributes if (reading := read(voice, card, name))]
    kind = ReplyKind.ANSWER if readings else ReplyKind.DECLINE
    return Reply(
        kind=kind,
        text="\n\n".join([*lines, *sum_lines(voice, action)]),
        topic=action.attributes[0],
        certifications=_spoken_of(voice, cards, readings),
        notices=voice.notices(cards) if action.attributes != (LIFECYCLE,) else (),
        citations=voice.cite(reading.source for reading in readings),
        page=cards[0].page if len(cards) == 1 else None,
        suggestions=_follow_ups(voice, action, cards[0]) if len(cards) == 1 else (),
    )


def _spoken_of(voice: Voice, cards: tuple[Certification, ...], readings: list[Reading]) -> tuple[str, ...]:
    """The cards asked about and, behind them, those that the answer names."""
    named = [one.certification for reading in readings for one in references(reading.text)]
    known = voice.knowledge.certifications
    ids = [*(card.id for card in cards), *(name for name in named if name in known)]
    return tuple(id_ for id_ in dict.fromkeys(ids) if known[id_].reviewed)


def read(voice: Voice, card: Certification, attribute: str) -> Reading | None:
    """What a card holds on an attribute, be it a fact or a field of the card itself."""
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
    return _reading("active", told, newest.source if newest else "", card.active)


def _as_reviewed(voice: Voice, card: Certification) -> Reading | None:
    """That the guide recommends it as something to take, where nobody has looked since."""
    if card.lifecycle is not None or not card.reviewed:
        return None
    source = next((fact.readings[0].source for fact in card.facts.values()), "")
    told = f"The guide reviews it as one to take, and no end of it is known by {voice.day}."
    return _reading("no end known", told, source, voice.day)


def _reading(value: str, text: str, source: str, since: date) -> Reading:
    return Reading(value, text, source, since)


def _lines(voice: Voice, action: TellFacts, card: Certification) -> str:
    """The paragraph on one card: a sentence for a single attribute, a list for several."""
    if len(action.attributes) == 1:
        return f"{card.short}: {_sentence(voice, card, action.attributes[0], action.needs)}"
    lines = [f"- {voice.label(name)}: {_sentence(voice, card, name, action.needs)}" for name in action.attributes]
    return "\n".join([f"{card.short if len(action.certifications) > 1 else card.name}:", *lines])


def _sentence(voice: Voice, card: Certification, attribute: str, needs: frozenset[str] | None) -> str:
    reading = read(voice, card, attribute)
    if reading is None:
        return voice.unsaid(attribute)
    return voice.say(f"{_yes_or_no(attribute, reading, needs)}{reading.text}")


def _yes_or_no(attribute: str, reading: Reading, needs: frozenset[str] | None) -> str:
    """The word before the answer to "do i need aws experience?"; empty where the text has it, or it is not clear."""
    if attribute != PREREQUISITES or needs is None or reading.text.startswith(("Yes", "No")):
        return ""
    if reading.value == "none":
        return "No. "
    return "Yes. " if needs.intersection(fold(token) for token in tokenise(reading.value)) else ""


def _follow_ups(voice: Voice, action: TellFacts, card: Certification) -> tuple[Suggestion, ...]:
    names = [name for name in OFFERED if name not in action.attributes and voice.reading(card, name)]
    labels = [voice.label(name) for name in names[:3]]
    return tuple(Suggestion(label, f"{label} of {card.short}") for label in labels)
