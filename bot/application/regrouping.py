"""The question before of others, in another order, with other numbers: "add databricks", "reverse", "for 5 people"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from bot.application.naming import COMPARE, RECOMMEND
from bot.application.subject import IT, IT_TOO
from bot.application.telling import reckoning_of, side_by_side, span_of, tell_facts
from bot.domain.actions import Browse, Compare, Describe, OpenEntry, TellFacts
from bot.domain.entry import Answer
from bot.nlu.headcount import headcount_of

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.domain.actions import Action
    from bot.domain.message import Session

LEAST = 2
TAKING_OUT = frozenset({"rule out what follows", "taken out"})
"""The cues of words that take something out of what was shown."""
SWAPPED = "swapped"
"""The cue of verbs that put one in the place of another."""
OTHER_WAY = "other way round"
"""The cue of somebody who wants a list turned."""
ADDED = "addition"
"""The cue of somebody who adds one to what was asked about."""
NEXT_IN_ORDER = "next in order"
"""The cue of somebody who wants what comes behind the first."""
COST, BILLING, DURATION = "cost", "billing", "duration"
JOINING = "joins names"
"""The cue of words that open a message which adds something."""
AMENDED = "amended"
"""The cue of somebody who changes a number told before."""


def without(turn: Turn, session: Session) -> Action | None:
    """The question before without those of the group that are taken out: "cut the middle one", "minus the dearest"."""
    group = session.certifications if len(session.certifications) > 1 else session.row
    if not turn.cues & TAKING_OUT or turn.named or len(group) < LEAST:
        return None
    out = turn.pointed_at or turn.extreme
    kept = tuple(name for name in group if name not in out)
    return _asked_again(turn, session, kept) if out and kept else None


def swapped(turn: Turn, session: Session) -> Action | None:
    """The question before with one in the place of another: "swap databricks for nvidia"."""
    group = session.certifications if len(session.certifications) > 1 else session.row or session.certifications
    if SWAPPED not in turn.cues or not turn.named:
        return None
    out = [name for name in (*turn.named, *turn.ruled_out, *turn.pointed_at) if name in group]
    new = [name for name in turn.named if name not in group]
    if not out and IT in turn.cues:
        out = [name for name in session.certifications[:1] if name in group]
    if not out or not new:
        return None
    kept = [one for name in group for one in (new if name == out[0] else () if name in out else (name,))]
    return _asked_again(turn, session, tuple(kept))


def turned_round(turn: Turn, session: Session) -> Action | None:
    """The list before the other way round: "reverse"."""
    listed = session.action
    if not isinstance(listed, Browse) or listed.order is None or OTHER_WAY not in turn.cues:
        return None
    sense: Literal["lowest", "highest"] = "highest" if listed.order.sense == "lowest" else "lowest"
    return replace(listed, order=replace(listed.order, sense=sense))


def next_in_order(turn: Turn, session: Session) -> Action | None:
    """What comes next where the most or least of something was asked for: "runner up?"."""
    listed = session.action
    if not isinstance(listed, Browse) or listed.wanted.extreme is None or NEXT_IN_ORDER not in turn.cues:
        return None
    wish = listed.wanted.extreme
    return replace(listed, wanted=replace(listed.wanted, extreme=replace(wish, place=wish.place + 1)))


def reckoned_again(turn: Turn, session: Session) -> Action | None:
    """The question before with other numbers: "over 5 months?", "for 12 people", "and by march?"."""
    before, told, recognition = session.action, reckoning_of(turn), turn.recognition
    elsewhere = recognition.attributes or recognition.criteria or turn.named or turn.pointed_at
    if not isinstance(before, (TellFacts, Compare)) or elsewhere:
        return None
    if before.reckoning.people > 1 and AMENDED in turn.cues:  # "make that 5"
        counts = (count for token in recognition.tokens if (count := headcount_of(token)) is not None)
        told = replace(told, people=next(counts, told.people))
    priced = {COST, BILLING} & set(before.attributes)
    told = replace(told, span=span_of(turn))  # after a price any span is what is paid for
    if told.people > 1 or (told.span is not None and priced):
        attribute = COST
    elif (told.by or told.start or told.span) and (priced or DURATION in before.attributes):
        attribute = DURATION
    else:
        return None
    return replace(before, attributes=(attribute,), reckoning=before.reckoning.amended(told))


def regrouped(turn: Turn, session: Session) -> Action | None:
    """The question before, of others: a group that grows or shrinks, or the same fact of another."""
    written = turn.knowledge.entries[session.action.entry] if isinstance(session.action, OpenEntry) else None
    if isinstance(written, Answer):
        return tell_facts(turn, turn.named, (written.attribute,)) if written.attribute and turn.named else None
    comparing = session.topic == COMPARE
    shrinks = len(session.certifications) > 1 and set(turn.ruled_out) & set(session.certifications)
    grows = bool(turn.cues & {ADDED, IT_TOO}) or (comparing and "correction" not in turn.cues and turn.opens(JOINING))
    if grows or shrinks or (comparing and turn.ruled_out):
        kept = [name for name in session.certifications if name not in turn.ruled_out]
        return _asked_again(turn, session, tuple(dict.fromkeys([*kept, *turn.named])))
    if isinstance(before := session.action, Describe) and turn.named:
        return replace(before, certifications=turn.named)
    if session.topic == RECOMMEND or not session.attributes or not turn.named:
        return None
    return tell_facts(turn, turn.named, session.attributes)


def _asked_again(turn: Turn, session: Session, cards: tuple[str, ...]) -> Action | None:
    """What was asked before, and what is asked besides, of these."""
    before = session.action
    reckoned = before if isinstance(before, (TellFacts, Compare)) else None
    in_all = ADDED in turn.cues or (reckoned is not None and reckoned.in_all)
    attributes = tuple(dict.fromkeys([*session.attributes, *turn.recognition.attributes]))
    if not cards:
        return None
    if not attributes and len(cards) == 1:
        return Describe(certifications=cards)
    one = len(cards) == 1 or isinstance(before, TellFacts)
    action = tell_facts(turn, cards, attributes) if one and attributes else side_by_side(turn, cards, attributes)
    told = reckoned.reckoning.amended(action.reckoning) if reckoned else action.reckoning
    return replace(action, in_all=action.in_all or in_all, reckoning=told)
