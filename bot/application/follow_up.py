"""Short messages that name something and leave out what is wanted of it: "and the aws one?", "not google"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.application.naming import COMPARE, FACTS, LIST, RECOMMEND, Subject, named_cards, only_names
from bot.application.words import AGAINST_WHAT
from bot.nlu.gazetteer import fold
from bot.nlu.negation import NEGATORS
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.certification import Certification
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Session
    from bot.nlu.understanding import Understanding

FEW_WORDS = 6
"""Up to this many tokens a message that names something may lean on the question before: "and aws?"."""
ADDITIONS = frozenset({"add", "include", "plus", "throw"})
"""Words that put something beside what was said before."""
CORRECTIONS = frozenset({"meant", "mean", "oops", "sorry", "instead", "rather", "correction"})
"""Words that put something in the place of what was said before."""
POINTING_WORDS = 9
"""Up to this many tokens a message may point at one of those spoken of: "the one that is not for engineers"."""
LEAST = 2
LONG_WORD = 6
"""Letters from which on a word tells whom a certification is for."""
AUDIENCE = "audience"
PLACES = {"former": 0, "latter": -1, "first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
EMPTY = frozenset(
    {"one", "the", "for", "is", "which", "not", "that", "a", "and", "of", "with", "to", "i", "meant", "sorry"}
)
"""Words of a message that point at nothing."""


def follow_up(knowledge: Knowledge, understanding: Understanding, session: Session, day: date) -> Subject | None:
    """What such a message is about; None for a message that speaks for itself."""
    tokens = understanding.recognition.tokens
    named = named_cards(knowledge, understanding, by_vendor=True)
    pointed = () if named else _pointed_at(knowledge, tokens, session, day)
    refining = session.advising and not understanding.recognition.names_certification
    comparing = COMPARE in understanding.recognition.requests
    corrected = CORRECTIONS.intersection(tokens) and named and not comparing
    if len(tokens) > (POINTING_WORDS if pointed or corrected else FEW_WORDS) or (refining and not pointed):
        return None
    if pointed:
        return Subject(pointed, understanding.recognition.attributes or session.attributes, FACTS)
    if corrected:
        return _corrected(knowledge, understanding, session, named)
    listing = (session.topic == LIST or len(session.listed) > 1) and not understanding.recognition.names_certification
    wishes = session.topic == LIST and _only_wishes(understanding)
    if listing and (wishes or only_names(understanding)):
        return Subject((), session.attributes, LIST)
    if named and session.certifications and ADDITIONS.intersection(tokens):
        return _regrouped(knowledge, understanding, session, named)
    if not only_names(understanding) or session.topic == RECOMMEND:
        return None
    if session.topic == COMPARE:
        return _regrouped(knowledge, understanding, session, named)
    return Subject(named, session.attributes, FACTS) if named and session.attributes else None


def _only_wishes(understanding: Understanding) -> bool:
    """Whether a message names nothing but wishes about a list: "only the ones without a subscription"."""
    recognition = understanding.recognition
    measured = recognition.of(EntityKind.MONEY) or recognition.of(EntityKind.TIME)
    return bool(recognition.criteria or measured) and not recognition.names_certification


def _corrected(
    knowledge: Knowledge, understanding: Understanding, session: Session, named: tuple[Certification, ...]
) -> Subject:
    """The new in the place of the old ("sorry, meant IBM"); in a comparison, of what is ruled out."""
    out = _ruled_out(knowledge, understanding)
    kept = _kept(knowledge, session, out) if session.topic == COMPARE and out else ()
    return _again(tuple(dict.fromkeys([*kept, *named])), understanding, session)


def _regrouped(
    knowledge: Knowledge, understanding: Understanding, session: Session, named: tuple[Certification, ...]
) -> Subject:
    """A comparison that grows or shrinks: "add Harvard", "without Google"."""
    kept = _kept(knowledge, session, _ruled_out(knowledge, understanding))
    return _again(tuple(dict.fromkeys([*kept, *named])), understanding, session)


def _again(cards: tuple[Certification, ...], understanding: Understanding, session: Session) -> Subject:
    attributes = understanding.recognition.attributes or session.attributes
    return Subject(cards, attributes, COMPARE if len(cards) > 1 else FACTS)


def _kept(knowledge: Knowledge, session: Session, out: set[str]) -> tuple[Certification, ...]:
    return tuple(knowledge.certifications[name] for name in session.certifications if name not in out)


def _ruled_out(knowledge: Knowledge, understanding: Understanding) -> set[str]:
    """Ids of the certifications that a message rules out, by name or by their vendor's."""
    out = {entity.value for entity in understanding.recognition.entities if entity.negated}
    return out | {vendor.default for name in out if (vendor := knowledge.vendors.get(name)) and vendor.default}


def once_more(knowledge: Knowledge, understanding: Understanding, session: Session) -> Subject | None:
    """What was asked before, where a message only asks what it means, or corrects how it was understood.

    "25% compared to what?" wants the fact that says so; "i meant in total, not monthly" the price that was told.
    """
    recognition = understanding.recognition
    cards = tuple(knowledge.certifications[name] for name in session.certifications)
    if not cards or not session.attributes or recognition.entities:
        return None
    said = " ".join(recognition.tokens)
    corrected = CORRECTIONS.intersection(recognition.tokens) and any(one.negated for one in recognition.criteria)
    if corrected or any(said.endswith(phrase) for phrase in AGAINST_WHAT):
        return Subject(cards, session.attributes, FACTS)
    return None


def _pointed_at(
    knowledge: Knowledge, tokens: tuple[str, ...], session: Session, day: date
) -> tuple[Certification, ...]:
    """The one of those spoken of before that a word picks out: "the genai one", "the one that is not for engineers"."""
    placed = _by_place(knowledge, tokens, session)
    if placed or not ("one" in tokens or CORRECTIONS.intersection(tokens)):
        return placed
    at = tokens.index("one") if "one" in tokens else len(tokens)
    among = [knowledge.certifications[name] for name in session.listed or session.certifications]
    if len(among) < LEAST:
        among = [card for card in knowledge.reviewed if among and card.vendor == among[0].vendor]
    said = set(tokens) - EMPTY
    hits = [card for card in among if any(said & set(alias.split()) for alias in card.aliases)]
    if not hits and tokens[at + 1 :]:
        hits = _by_audience(among, tokens[at + 1 :], day)
    return (hits[0],) if len(hits) == 1 and len(among) > 1 else ()


def _by_place(knowledge: Knowledge, tokens: tuple[str, ...], session: Session) -> tuple[Certification, ...]:
    """The one of several spoken of that its place in their row picks out: "the latter", "and the last one"."""
    among = session.row
    if len(among) < LEAST:
        return ()
    for at, token in enumerate(tokens):
        bare = token in ("former", "latter")
        if token in PLACES and (bare or tokens[at + 1 : at + 2] == ("one",)) and PLACES[token] < len(among):
            return (knowledge.certifications[among[PLACES[token]]],)
    return ()


def _by_audience(among: list[Certification], said: tuple[str, ...], day: date) -> list[Certification]:
    """Those whose audience a word names; where it is negated, those that it does not."""
    wanted = {fold(word) for word in said if len(word) >= LONG_WORD}
    texts = {card.id: {fold(word) for word in _audience(card, day).split()} for card in among}
    named = [card for card in among if wanted & texts[card.id]]
    if not named:
        return []
    return [card for card in among if card not in named] if NEGATORS.intersection(said) else named


def _audience(card: Certification, day: date) -> str:
    reading = card.fact(AUDIENCE, day)
    return re.sub(r"[^a-z ]", " ", f"{reading.value} {reading.text}".lower()) if reading else ""
