"""Short messages that name something and leave out what is wanted of it: "and the aws one?", "not google"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.handlers.readings import LIFECYCLE
from bot.application.naming import LIST
from bot.application.referring import YOURS
from bot.application.regrouping import (
    COST,
    DURATION,
    next_in_order,
    reckoned_again,
    regrouped,
    swapped,
    turned_round,
    without,
)
from bot.application.selecting import browse
from bot.application.subject import asks_of_it, find_subject
from bot.application.succession import asks_successor
from bot.application.telling import purse_of, side_by_side, tell_facts
from bot.domain.actions import Describe, TellSuccessors
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
CHANGING_WORDS = 10
"""Up to this many tokens a message may put one in the place of another, or hold two that it points at together."""
POINTING_WORDS = 4
"""Up to this many tokens a message that points at one asks nothing else: "the free one"."""


def follow_up(turn: Turn, voice: Voice) -> Action | None:
    """What a short message repeats or changes of the one before it; None for a message that speaks for itself."""
    session = turn.session
    if session is None:
        return None
    if len(turn.recognition.tokens) <= CHANGING_WORDS:
        changed = swapped(turn, session) or _held_together(turn) or _of_the_pick(turn)
        changed = changed or (reckoned_again(turn, session) if turn.recognition.dates else None)
        if changed is not None:
            return changed
    if not turn.named and purse_of(turn) is not None and session.certifications:
        cards = find_subject(turn, Act.FACT).certifications
        return replace(tell_facts(turn, cards, (COST,)), in_all=len(cards) > 1)
    if _asks_instead(turn, voice, session):
        return TellSuccessors(certifications=session.certifications, attributes=(LIFECYCLE,))
    if len(turn.recognition.tokens) > FEW_WORDS:
        return None
    changed = without(turn, session) or turned_round(turn, session) or next_in_order(turn, session)
    changed = changed or reckoned_again(turn, session)
    return changed or _of_others(turn, voice, session)


def _held_together(turn: Turn) -> Action | None:
    """Those pointed at by what there is more or less of: "hers is cheaper, right?"."""
    wishes = tuple(dict.fromkeys(one.attribute for one in turn.recognition.superlatives))
    held = len(turn.pointed_at) > 1 and wishes and not turn.named
    return side_by_side(turn, turn.pointed_at, wishes) if held else None


def _of_the_pick(turn: Turn) -> Action | None:
    """What is asked of that which was advised: "ok, your suggestion: hands on?"."""
    asked = turn.recognition.attributes
    alone = YOURS in turn.cues and not turn.named and not turn.recognition.superlatives
    return tell_facts(turn, turn.pointed_at, asked) if alone and asked and turn.pointed_at else None


def _of_others(turn: Turn, voice: Voice, session: Session) -> Action | None:
    """The question before, of what is pointed at or named, or the list before, narrowed."""
    recognition = turn.recognition
    if turn.pointed_at and not turn.named:
        wanted = recognition.attributes or _asked_before(turn, session)
        return tell_facts(turn, turn.pointed_at, wanted) if wanted else _described(turn, session)
    if session.advising and not recognition.names_certification:
        return None
    if session.topic == LIST and not recognition.names_certification and _narrows(turn):
        return browse(turn, voice, attributes=session.attributes)
    asked = recognition.attributes or recognition.criteria or recognition.requests
    if asked or not (turn.named or turn.ruled_out) or asks_of_it(turn) or _asks_surely(turn, session):
        return None
    return regrouped(turn, session)


def _asked_before(turn: Turn, session: Session) -> tuple[str, ...]:
    """What the message before asked, where nothing else is wanted: "the second", "mine, can i make june"."""
    recognition = turn.recognition
    if recognition.superlatives or recognition.requests:
        return ()
    return (DURATION,) if recognition.dates else session.attributes


def _described(turn: Turn, session: Session) -> Action | None:
    """What is pointed at, described as the one before was; None for a message of more words."""
    few = len(turn.recognition.tokens) <= POINTING_WORDS
    return Describe(certifications=turn.pointed_at) if few and isinstance(session.action, Describe) else None


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
