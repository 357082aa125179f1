"""Which certifications, and which of their attributes, a message is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.follow_up import pointed_at
from bot.application.naming import COMPARE, RECOMMEND, Subject, named_cards
from bot.domain.acts import Act
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.application.context import Context
    from bot.domain.certification import Certification
    from bot.domain.message import Session

LEAST_COMPARED = 2
MOST_CARRIED = 4
"""Of more certifications spoken of at once a question is not about each."""
OF_CARDS = frozenset({Act.FACT, Act.UNKNOWN, Act.OVERVIEW, Act.COMPARE})
"""What is asked of certifications: a vendor's bare name stands for its certification."""
LEANING = frozenset({Act.FACT, Act.UNKNOWN, Act.OVERVIEW})
"""Of these, what can be asked of the one spoken of before."""


def find_subject(context: Context, act: Act) -> Subject:
    """What is named, in the light of what is done with it; where nothing is, what was spoken of before."""
    named = _named(context, by_vendor=act in OF_CARDS)
    attributes = _attributes(context, act, several=len(named) > 1)
    if act is Act.COMPARE:
        named = named if len(named) >= LEAST_COMPARED else _completed(context, named)
        return Subject(named, attributes, COMPARE if len(named) > 1 else "")
    if act in LEANING and not named:
        named = _spoken_of(context)
    return Subject(named, attributes)


def _named(context: Context, *, by_vendor: bool) -> tuple[Certification, ...]:
    return named_cards(context.knowledge, context.understanding, by_vendor=by_vendor)


def _attributes(context: Context, act: Act, *, several: bool) -> tuple[str, ...]:
    """The attributes asked about by their words and, where things are compared, by superlatives."""
    recognition = context.understanding.recognition
    spotted = list(recognition.attributes)
    if act is Act.COMPARE or several or not spotted:
        spotted += [criterion.attribute for criterion in recognition.superlatives]
    return tuple(dict.fromkeys(spotted))


def _spoken_of(context: Context) -> tuple[Certification, ...]:
    """The certifications that a message which names none leans on; none where it speaks of certifications at large."""
    session, recognition = context.session, context.understanding.recognition
    if session is None or "at large" in recognition.cues or recognition.of(EntityKind.TIER):
        return ()
    if recognition.superlatives and session.topic != COMPARE:
        return ()
    certifications = context.knowledge.certifications
    pointed = pointed_at(context)
    if pointed:
        return pointed
    return tuple(certifications[name] for name in _carried(session, recognition.cues))


def _carried(session: Session, cues: frozenset[str]) -> tuple[str, ...]:
    """Ids of what was last spoken of: all of it, the other of two, or the one that was advised."""
    if "other" in cues and len(session.row) > 1:
        return tuple(name for name in session.row if name != session.certifications[0])[:1]
    if "plural" in cues:
        return session.row[:MOST_CARRIED] or session.recent[:LEAST_COMPARED]
    alone = session.topic == RECOMMEND or len(session.certifications) > MOST_CARRIED
    return session.certifications[:1] if alone else session.certifications


def _of_vendor(context: Context) -> tuple[Certification, ...]:
    """All certifications of the one vendor that was named: "the two google ones"."""
    recognition = context.understanding.recognition
    vendors = {entity.value for entity in recognition.of(EntityKind.VENDOR) if not entity.negated}
    cards = tuple(card for card in context.knowledge.reviewed if card.tier and {card.vendor} == vendors)
    return cards if len(cards) > 1 and not recognition.of(EntityKind.CERTIFICATION) else ()


def _completed(context: Context, named: tuple[Certification, ...]) -> tuple[Certification, ...]:
    """What to compare where fewer than two were named: with what was spoken of, or all that was compared before."""
    session = context.session
    if session is None or not session.recent:
        return _of_vendor(context) or named
    ids = session.recent[: LEAST_COMPARED - len(named)]
    if not named:
        ids = tuple(reversed(session.certifications if session.topic == COMPARE else session.row or session.recent[:2]))
    before = [context.knowledge.certifications[name] for name in reversed(ids)]
    return tuple(dict.fromkeys([*before, *named]))
