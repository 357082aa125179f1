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

    from bot.application.context import Context
    from bot.domain.certification import Certification

OFFERED = ("cost", "duration", "level", "audience", "prerequisites", "coverage")
"""Attributes offered as follow-ups, the likeliest first."""
PREREQUISITES = "prerequisites"
NEEDING, COMMON = "needing", "common in prerequisites"
"""The cues of somebody who asks what is needed, and of words that do not say what that is."""
LIFECYCLE = "lifecycle"
TIER = "tier"
EXAM_CODE = "exam-code"
PAGE = "page"


def answer_facts(context: Context) -> Reply:
    """What the subject's cards hold on the attributes asked about; at least one of each is needed."""
    cards = context.cards
    lines = [_lines(context, card, head=len(cards) > 1) for card in cards]
    readings = [reading for card in cards for name in context.attributes if (reading := read(context, card, name))]
    kind = ReplyKind.ANSWER if readings else ReplyKind.DECLINE
    return Reply(
        kind=kind,
        text="\n\n".join([*lines, *sum_lines(context)]),
        topic=context.attributes[0],
        certifications=_spoken_of(context, cards, readings),
        confidence=context.confidence,
        notices=context.notices(cards) if context.attributes != (LIFECYCLE,) else (),
        citations=context.cite(reading.source for reading in readings),
        page=cards[0].page if len(cards) == 1 else None,
        suggestions=_follow_ups(context) if len(cards) == 1 else (),
    )


def _spoken_of(context: Context, cards: tuple[Certification, ...], readings: list[Reading]) -> tuple[str, ...]:
    """The cards asked about and, behind them, those that the answer names."""
    named = [one.certification for reading in readings for one in references(reading.text)]
    known = context.knowledge.certifications
    ids = [*(card.id for card in cards), *(name for name in named if name in known)]
    return tuple(id_ for id_ in dict.fromkeys(ids) if known[id_].reviewed)


def read(context: Context, card: Certification, attribute: str) -> Reading | None:
    """What a card holds on an attribute, be it a fact or a field of the card itself."""
    return context.reading(card, attribute) or _own(context, card, attribute)


def value_of(context: Context, card: Certification, attribute: str) -> str:
    """The same in short, for lists and tables; empty where that is nothing."""
    if attribute == COST:
        return priced(context, card)
    reading = read(context, card, attribute)
    return reading.value if reading else ""


def _own(context: Context, card: Certification, attribute: str) -> Reading | None:
    """The card's own fields, in the form of a fact."""
    source = next((fact.readings[0].source for fact in card.facts.values()), "")
    since = context.day
    if attribute == TIER and card.tier:
        return _reading(f"tier {card.tier}", f"The guide puts it in tier {card.tier}.", source, since)
    if attribute == EXAM_CODE and card.codes:
        codes = ", ".join(card.codes)
        return _reading(codes, f"Its exam code is {codes}.", source, since)
    if attribute == PAGE and card.page:
        return _reading(card.page, f"The official page is {card.page}", source, since)
    if attribute == LIFECYCLE:
        return _standing(context, card)
    return None


def _standing(context: Context, card: Certification) -> Reading | None:
    """Whether it can still be taken: retired, or seen alive by a source newer than the guide."""
    if card.lifecycle and card.retired_by(context.day):
        retired = card.lifecycle.retired
        return _reading(f"retired on {retired}", card.lifecycle.text, card.lifecycle.source, context.day)
    if card.active is None or card.active > context.day:
        return _as_reviewed(context, card)
    readings = [reading for fact in card.facts.values() if (reading := fact.at(context.day))]
    newest = max(readings, key=lambda reading: reading.since, default=None)
    told = f"No end is known: it was still available when last checked, on {card.active}."
    return _reading("active", told, newest.source if newest else "", card.active)


def _as_reviewed(context: Context, card: Certification) -> Reading | None:
    """That the guide recommends it as something to take, where nobody has looked since."""
    if card.lifecycle is not None or not card.reviewed:
        return None
    source = next((fact.readings[0].source for fact in card.facts.values()), "")
    told = f"The guide reviews it as one to take, and no end of it is known by {context.day}."
    return _reading("no end known", told, source, context.day)


def _reading(value: str, text: str, source: str, since: date) -> Reading:
    return Reading(value, text, source, since)


def _lines(context: Context, card: Certification, *, head: bool) -> str:
    """The paragraph on one card: a sentence for a single attribute, a list for several."""
    if len(context.attributes) == 1:
        return f"{card.short}: {_sentence(context, card, context.attributes[0])}"
    lines = [f"- {context.label(name)}: {_sentence(context, card, name)}" for name in context.attributes]
    return "\n".join([f"{card.short}:" if head else f"{card.name}:", *lines])


def _sentence(context: Context, card: Certification, attribute: str) -> str:
    reading = read(context, card, attribute)
    if reading is None:
        return context.unsaid(attribute)
    return context.say(f"{_yes_or_no(context, attribute, reading)}{reading.text}")


def _yes_or_no(context: Context, attribute: str, reading: Reading) -> str:
    """The word before the answer to "do i need aws experience?"; empty where the text has it, or it is not clear."""
    recognition, vocabulary = context.understanding.recognition, context.knowledge.vocabulary
    asked = recognition.tokens[:1] in (("do",), ("does",), ("is",)) and NEEDING in recognition.cues
    if attribute != PREREQUISITES or not asked or reading.text.startswith(("Yes", "No")):
        return ""
    if reading.value == "none":
        return "No. "
    said = {fold(token) for token in tokenise(context.understanding.utterance)}
    told = said.difference(vocabulary.phrases(NEEDING), vocabulary.phrases(COMMON))
    return "Yes. " if told.intersection(fold(token) for token in tokenise(reading.value)) else ""


def _follow_ups(context: Context) -> tuple[Suggestion, ...]:
    card = context.cards[0]
    names = [name for name in OFFERED if name not in context.attributes and context.reading(card, name)]
    labels = [context.label(name) for name in names[:3]]
    return tuple(Suggestion(label, f"{label} of {card.short}") for label in labels)
