"""Which certifications, and which of their attributes, a question is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.follow_up import FEW_WORDS, follow_up, once_more
from bot.application.naming import COMPARE, LIST, OVERVIEW, RECOMMEND, Subject, is_comparing, named_cards
from bot.application.words import LEADING
from bot.domain.entry import Answer, EntryKind
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.certification import Certification
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Session
    from bot.nlu.understanding import Understanding

NEAR_INTENTS = 4
"""Intents looked at for an attribute where none is likely."""
UNSURE = 0.35
"""Below this confidence of the best intent an attribute close behind it may be meant."""
GENERAL = frozenset({"certs", "certifications", "certificates", "credentials", "badges", "exams"})
"""Words that speak of certifications in general, not of the one spoken of before."""
SEVERAL = GENERAL | {"one", "ones", "cert", "certification", "exam", "are"}
"""Behind "which" they ask for one of all, rather than about the one spoken of."""
LEAST_COMPARED = 2


def find_subject(
    knowledge: Knowledge, understanding: Understanding, session: Session | None, day: date, command: str = ""
) -> Subject:
    """Read off what was named; fill in from the session only what was left out. A command leaves nothing out."""
    if command:
        return Subject(named_cards(knowledge, understanding, by_vendor=True), understanding.recognition.attributes)
    best = understanding.best
    if best is None:
        return Subject()
    by_vendor = _vendor_means_card(understanding) or _chosen_between(understanding)
    named = named_cards(knowledge, understanding, by_vendor=by_vendor)
    comparing = is_comparing(understanding) or (len(named) > 1 and bool(understanding.recognition.criteria))
    attributes = _attributes(understanding, comparing=comparing or len(named) > 1)
    if comparing and len(named) < LEAST_COMPARED:
        named = _of_vendor(knowledge, understanding) or named
    if session is None:
        return Subject(named, attributes, COMPARE if comparing and len(named) > 1 else "")
    leaning = once_more(knowledge, understanding, session) or follow_up(knowledge, understanding, session, day)
    if leaning is not None:
        return leaning
    if comparing and len(named) < LEAST_COMPARED:
        named = _completed(knowledge, named, session)
        return Subject(named, attributes, COMPARE if len(named) > 1 else "")
    named = named or _left_over(knowledge, understanding, session)
    return Subject(named, attributes, COMPARE if comparing and len(named) > 1 else "")


def _chosen_between(understanding: Understanding) -> bool:
    """Whether the most or least of something is wanted of some that are named: "cheapest, ai-102 or google"."""
    recognition = understanding.recognition
    named = recognition.of(EntityKind.CERTIFICATION)
    return bool(recognition.superlatives) and any(not entity.referred and not entity.negated for entity in named)


def _of_vendor(knowledge: Knowledge, understanding: Understanding) -> tuple[Certification, ...]:
    """All certifications of the one vendor that was named: "the two google ones"."""
    vendors = {entity.value for entity in understanding.recognition.of(EntityKind.VENDOR) if not entity.negated}
    cards = tuple(card for card in knowledge.reviewed if card.tier and {card.vendor} == vendors)
    return cards if len(cards) > 1 and not understanding.recognition.of(EntityKind.CERTIFICATION) else ()


def _completed(knowledge: Knowledge, named: tuple[Certification, ...], session: Session) -> tuple[Certification, ...]:
    """What to compare where fewer than two were named: with what was spoken of, or all that was compared before."""
    ids = session.recent[: LEAST_COMPARED - len(named)]
    if not named:
        ids = session.certifications if session.topic == COMPARE else session.recent[:LEAST_COMPARED]
    before = [knowledge.certifications[name] for name in reversed(ids)]
    return tuple(dict.fromkeys([*before, *named]))


def _attributes(understanding: Understanding, *, comparing: bool) -> tuple[str, ...]:
    """The attributes asked about: by their words, by superlatives where things are compared, or by the intent."""
    best, recognition = understanding.best, understanding.recognition
    spotted = list(recognition.attributes)
    if not spotted and best is not None and isinstance(best.entry, Answer) and best.entry.attribute:
        spotted = [best.entry.attribute]
    if comparing or not spotted:
        spotted += [criterion.attribute for criterion in recognition.superlatives]
    return tuple(dict.fromkeys(spotted or _likely(understanding)))


def _likely(understanding: Understanding) -> list[str]:
    """The best intent if it is an attribute; else one close behind, if the best intent is anything but sure."""
    if not understanding.intents:
        return []
    best, *others = understanding.intents[:NEAR_INTENTS]
    if best.entry.kind is EntryKind.ATTRIBUTE:
        return [best.entry.id]
    if best.entry.kind is EntryKind.REQUEST or best.confidence >= UNSURE:
        return []
    near = (one for one in others if one.entry.kind is EntryKind.ATTRIBUTE and one.confidence >= best.confidence / 3)
    return [one.entry.id for one in near][:1]


def _left_over(knowledge: Knowledge, understanding: Understanding, session: Session) -> tuple[Certification, ...]:
    """What the question before was about, where this one names nothing and leans on it."""
    best = understanding.best
    recognition = understanding.recognition
    if best is None or recognition.entities or (recognition.superlatives and session.topic != COMPARE):
        return ()
    leaning = best.entry.kind in (EntryKind.ATTRIBUTE, EntryKind.UNKNOWN) or best.entry.id in (COMPARE, OVERVIEW)
    if GENERAL.intersection(recognition.tokens) or _looks_for_one(recognition.tokens):
        return ()
    brief = len(recognition.tokens) <= FEW_WORDS
    leaning = leaning or (brief and isinstance(best.entry, Answer) and bool(best.entry.attribute))
    if not leaning and not (brief and recognition.attributes):
        return ()
    ids = session.certifications[:1] if session.topic == RECOMMEND else session.certifications
    return tuple(knowledge.certifications[name] for name in ids)


def _looks_for_one(tokens: tuple[str, ...]) -> bool:
    """Whether it asks which certification has something, rather than what the one spoken of has."""
    said = tuple(token for token in tokens if token not in LEADING)
    return said[:1] in (("which",), ("what",)) and bool(SEVERAL.intersection(said[1:2]))


def _vendor_means_card(understanding: Understanding) -> bool:
    """Whether "google" stands for Google's certification here, rather than for the company or the cloud."""
    best = understanding.best
    if best is None:
        return False
    kind, name = best.entry.kind, best.entry.id
    if kind in (EntryKind.ATTRIBUTE, EntryKind.UNKNOWN) or name == OVERVIEW or is_comparing(understanding):
        return True
    return bool(understanding.recognition.attributes) and name not in (LIST, RECOMMEND)
