"""Short messages that name something and leave out what is wanted of it: "and the aws one?", "not google"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.readings import LIFECYCLE
from bot.application.naming import LIST
from bot.application.regrouping import reckoned_again, regrouped, turned_round, without
from bot.application.selecting import browse
from bot.application.succession import asks_successor
from bot.application.telling import tell_facts
from bot.domain.actions import TellSuccessors
from bot.domain.acts import Act, act_of
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.domain.actions import Action
    from bot.domain.message import Session

SURE = 0.8
"""From this confidence on a message that asks for a fact need not lean on the one asked for before."""
FEW_WORDS = 6
"""Up to this many tokens a message that names something may lean on the question before: "and aws?"."""


def follow_up(turn: Turn, voice: Voice) -> Action | None:
    """What a short message repeats or changes of the one before it; None for a message that speaks for itself."""
    session = turn.session
    if session is None:
        return None
    if _asks_instead(turn, voice, session):
        return TellSuccessors(certifications=session.certifications, attributes=(LIFECYCLE,))
    if len(turn.recognition.tokens) > FEW_WORDS:
        return None
    changed = without(turn, session) or turned_round(turn, session) or reckoned_again(turn, session)
    return changed or _of_others(turn, voice, session)


def _of_others(turn: Turn, voice: Voice, session: Session) -> Action | None:
    """The question before, of what is pointed at or named, or the list before, narrowed."""
    recognition = turn.recognition
    if turn.pointed_at and not turn.named:
        attributes = recognition.attributes or (session.attributes if not recognition.criteria else ())
        return tell_facts(turn, turn.pointed_at, attributes) if attributes else None
    if session.advising and not recognition.names_certification:
        return None
    if session.topic == LIST and not recognition.names_certification and _narrows(turn):
        return browse(turn, voice, attributes=session.attributes)
    asked = recognition.attributes or recognition.criteria or recognition.requests
    if asked or not (turn.named or turn.ruled_out) or _asks_surely(turn, session):
        return None
    return regrouped(turn, session)


def _asks_instead(turn: Turn, voice: Voice, session: Session) -> bool:
    """Whether nothing but what to take instead of something that is gone is asked: "what should i book instead?"."""
    if session.advising or turn.has_criteria or turn.understanding.profile.situation:
        return False
    return len(session.certifications) == 1 and asks_successor(turn, voice, session.certifications)


def _asks_surely(turn: Turn, session: Session) -> bool:
    """Whether the words ask for another fact than the one before, beyond doubt: "is ai-900 still around"."""
    best = turn.understanding.best
    fact = best is not None and act_of(best.entry) is Act.FACT and best.entry.id not in session.attributes
    return fact and turn.confidence >= SURE


def _narrows(turn: Turn) -> bool:
    """Whether nothing but wishes about the list is named: "only the ones without a subscription"."""
    recognition = turn.recognition
    if recognition.attributes and not recognition.criteria:
        return False
    measured = recognition.of(EntityKind.MONEY) or recognition.of(EntityKind.TIME)
    return bool(recognition.criteria or measured or recognition.of(EntityKind.VENDOR))
