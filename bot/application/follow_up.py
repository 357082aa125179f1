"""Short messages that name something and leave out what is wanted of it: "and the aws one?", "not google"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.naming import COMPARE, FACTS, LIST, RECOMMEND, Subject, named_cards, only_names
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.domain.certification import Certification
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Session
    from bot.nlu.understanding import Understanding

FEW_WORDS = 6
"""Up to this many tokens a message that names something may lean on the question before: "and aws?"."""
ADDITIONS = frozenset({"add", "include", "plus"})
"""Words that put something beside what was said before."""
CORRECTIONS = frozenset({"meant", "mean", "oops", "sorry", "instead", "rather", "correction"})
"""Words that put something in the place of what was said before."""


def follow_up(knowledge: Knowledge, understanding: Understanding, session: Session) -> Subject | None:
    """What such a message is about; None for a message that speaks for itself."""
    tokens = understanding.recognition.tokens
    refining = session.advising and not understanding.recognition.names_certification
    if len(tokens) > FEW_WORDS or refining:
        return None
    named = named_cards(knowledge, understanding, by_vendor=True)
    pointed = () if named else _pointed_at(knowledge, set(tokens), session)
    if pointed:
        return Subject(pointed, understanding.recognition.attributes or session.attributes, FACTS)
    if CORRECTIONS.intersection(tokens) and named:
        return _corrected(knowledge, understanding, session, named)
    listing = session.topic == LIST and not understanding.recognition.names_certification
    if listing and (only_names(understanding) or _only_wishes(understanding)):
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


def _pointed_at(knowledge: Knowledge, tokens: set[str], session: Session) -> tuple[Certification, ...]:
    """The one of those listed or compared before that a word of its name picks out: "the genai one"."""
    if "one" not in tokens:
        return ()
    among = [knowledge.certifications[name] for name in session.listed or session.certifications]
    hits = [card for card in among if any(tokens & set(alias.split()) - {"one"} for alias in card.aliases)]
    return (hits[0],) if len(hits) == 1 and len(among) > 1 else ()
