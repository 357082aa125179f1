"""Short messages that name something and leave out what is wanted of it: "and the aws one?", "not google"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.alternatives import in_its_place
from bot.application.naming import LIST
from bot.application.referring import YOURS, several
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
from bot.application.subject import OTHER, asks_of_it, find_subject
from bot.application.telling import SUM, purse_of, side_by_side, tell_facts
from bot.domain.actions import Describe, TellUnknown
from bot.domain.acts import Act, act_of
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.domain.actions import Action
    from bot.domain.message import Session

ADDED_UP = frozenset({COST, DURATION})
"""What of several is added up."""
FIRST_ASKED = "asked first"
"""The cue of somebody who goes back to the first question."""
LIKELY = 0.3
"""From this confidence on it probably asks for it."""
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
    if FIRST_ASKED in turn.cues and session.first is not None and not turn.named:
        return session.first
    if len(turn.recognition.tokens) <= CHANGING_WORDS:
        changed = swapped(turn, session) or _held_together(turn) or _of_the_pick(turn)
        changed = changed or (reckoned_again(turn, session) if turn.recognition.dates else None)
        if changed is not None:
            return changed
    if not turn.named and purse_of(turn) is not None and session.certifications:
        cards = find_subject(turn, Act.FACT).certifications
        return replace(tell_facts(turn, cards, (COST,)), in_all=len(cards) > 1)
    changed = in_its_place(turn, voice, session)
    if changed is not None or len(turn.recognition.tokens) > FEW_WORDS:
        return changed
    changed = without(turn, session) or turned_round(turn, session) or next_in_order(turn, session)
    changed = changed or reckoned_again(turn, session) or _of_both(turn, session) or _of_the_other(turn, session)
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


def _of_both(turn: Turn, session: Session) -> Action | None:
    """The price or the time asked for before, of both: "both one after the other"."""
    asked = tuple(name for name in session.attributes if name in ADDED_UP)
    more = turn.recognition.attributes or turn.recognition.requests or turn.recognition.superlatives or turn.named
    if not asked or more or SUM not in turn.cues or len(session.certifications) != 1 or _asks_another(turn, session):
        return None
    cards = several(session, turn.cues)
    return tell_facts(turn, cards, asked) if cards else None


def _of_the_other(turn: Turn, session: Session) -> Action | None:
    """What was asked of one, of the other of two: "and the other?"."""
    if OTHER not in turn.cues or not turn.names_alone or turn.named or not session.attributes:
        return None
    cards = find_subject(turn, Act.FACT).certifications
    return tell_facts(turn, cards, session.attributes) if cards else None


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
    if asked or not (turn.named or turn.ruled_out) or asks_of_it(turn):
        return None
    if turn.names_alone and turn.named and isinstance(session.action, TellUnknown):
        return replace(session.action, certifications=turn.named)
    if _asks_another(turn, session, SURE) and not turn.names_alone:
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


def _asks_another(turn: Turn, session: Session, bar: float = LIKELY) -> bool:
    """Whether the words ask for another fact than the one before: "is ai-900 still around"."""
    best = turn.understanding.best
    fact = best is not None and act_of(best.entry) is Act.FACT and best.entry.id not in session.attributes
    return fact and turn.confidence >= bar


def _narrows(turn: Turn) -> bool:
    """Whether nothing but wishes about the list is named: "only the ones without a subscription"."""
    recognition = turn.recognition
    if recognition.attributes and not recognition.criteria:
        return False
    measured = recognition.of(EntityKind.MONEY) or recognition.of(EntityKind.TIME)
    return bool(recognition.criteria or measured or recognition.of(EntityKind.VENDOR))
