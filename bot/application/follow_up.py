"""Short messages that name something and leave out what is wanted of it: "and the aws one?", "not google"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.naming import COMPARE, FACTS, LIST, RECOMMEND, Subject, named_cards
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.application.context import Context
    from bot.domain.certification import Certification
    from bot.domain.message import Session

FEW_WORDS = 6
"""Up to this many tokens a message that names something may lean on the question before: "and aws?"."""
LEAST = 2
PLACES = {"first": 0, "1st": 0, "former": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
PLACES |= {"last": -1, "latter": -1}


def leaning_subject(context: Context) -> Subject | None:
    """What a short message repeats or changes of the one before it; None for a message that speaks for itself."""
    session, recognition = context.session, context.understanding.recognition
    if session is None or len(recognition.tokens) > FEW_WORDS:
        return None
    named = named_cards(context.knowledge, context.understanding, by_vendor=True)
    pointed = () if named else pointed_at(context)
    if pointed:
        attributes = recognition.attributes or (session.attributes if not recognition.criteria else ())
        return Subject(pointed, attributes, FACTS) if attributes else None
    if session.advising and not recognition.names_certification:
        return None
    if session.topic == LIST and not recognition.names_certification and _narrows(context):
        return Subject((), session.attributes, LIST)
    asked = recognition.attributes or recognition.criteria or recognition.requests
    if asked or not (named or _ruled_out(context)):
        return None
    return _regrouped(context, session, named)


def _narrows(context: Context) -> bool:
    """Whether nothing but wishes about the list is named: "only the ones without a subscription"."""
    recognition = context.understanding.recognition
    if recognition.attributes and not recognition.criteria:
        return False
    measured = recognition.of(EntityKind.MONEY) or recognition.of(EntityKind.TIME)
    return bool(recognition.criteria or measured or recognition.of(EntityKind.VENDOR))


def _regrouped(context: Context, session: Session, named: tuple[Certification, ...]) -> Subject | None:
    """The question before, of others: a comparison that grows or shrinks, or the same fact of another."""
    cues = context.understanding.recognition.cues
    out = _ruled_out(context)
    comparing = session.topic == COMPARE
    if (comparing and ("correction" not in cues or out)) or "addition" in cues:
        kept = [context.knowledge.certifications[name] for name in session.certifications if name not in out]
        cards = tuple(dict.fromkeys([*kept, *named]))
        return Subject(cards, session.attributes, COMPARE if len(cards) > 1 else FACTS) if cards else None
    if session.topic == RECOMMEND or not session.attributes or not named:
        return None
    return Subject(named, session.attributes, FACTS)


def _ruled_out(context: Context) -> set[str]:
    """Ids of the certifications that a message rules out, by name or by their vendor's."""
    out = {entity.value for entity in context.understanding.recognition.entities if entity.negated}
    vendors = context.knowledge.vendors
    return out | {vendor.default for name in out if (vendor := vendors.get(name)) and vendor.default}


def pointed_at(context: Context) -> tuple[Certification, ...]:
    """The one of those spoken of before that a message picks out by its place in their row, or by an alias."""
    session, tokens = context.session, context.understanding.recognition.tokens
    if session is None:
        return ()
    certifications = context.knowledge.certifications
    row = session.row or session.listed
    place = next((PLACES[token] for token in tokens if token in PLACES), None)
    if place is not None and len(row) >= LEAST and place < len(row):
        return (certifications[row[place]],)
    among = [certifications[name] for name in session.listed or session.certifications]
    said = set(tokens) - {"one"}
    hits = [card for card in among if any(said & set(alias.split()) for alias in card.aliases)]
    return tuple(hits) if "one" in tokens and len(hits) == 1 and len(among) > 1 else ()
