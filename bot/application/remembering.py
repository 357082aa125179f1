"""What a conversation keeps of a message and its reply."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.naming import COMPARE, LIST, RECOMMEND
from bot.application.offering import wants_none
from bot.domain.actions import TellSuccessors
from bot.domain.learner import NOBODY
from bot.domain.message import Session
from bot.domain.reply import ReplyKind

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.domain.actions import Action
    from bot.domain.message import Message
    from bot.domain.reply import Reply

MOST_RECENT = 4
"""Certifications kept in mind for "compare those two"."""
A_LIST = 3
"""From this many certifications on a written answer is a list to choose from: "not aws"."""
UNANSWERED = frozenset({ReplyKind.CLARIFY, ReplyKind.DECLINE})


def remember(turn: Turn, action: Action, reply: Reply, message: Message) -> Session:
    """What the next message may leave out. Asides change nothing but the suggestions."""
    suggestions = tuple(suggestion.utterance for suggestion in reply.suggestions)
    before = turn.session
    asked = before.unanswered if before and wants_none(turn) else message.utterance
    unanswered = asked if suggestions and reply.kind in UNANSWERED else ""
    aside = reply.kind is ReplyKind.SMALLTALK or reply.kind in UNANSWERED
    if aside and before is not None and not action.certifications:
        return replace(
            before,
            updated=message.sent,
            suggestions=suggestions,
            unanswered=unanswered,
            further=reply.further,
            more=reply.more,
        )
    advice = reply.kind is ReplyKind.RECOMMEND
    cards = reply.certifications if advice else _spoken_of(action, reply)
    topic = reply.topic
    if before is not None and before.topic == COMPARE and set(cards) < set(before.certifications) and topic == LIST:
        cards, topic = (*cards, *(name for name in before.certifications if name not in cards)), COMPARE
    recent = tuple(dict.fromkeys([*cards, *action.certifications, *(before.recent if before else ())]))[:MOST_RECENT]
    advised = advice or "of oneself" in turn.cues
    return Session(
        updated=message.sent,
        certifications=cards,
        attributes=action.attributes,
        topic=topic,
        recent=recent,
        row=cards if len(cards) > 1 else before.row if before else (),
        listed=_listed(turn, action, reply),
        profile=turn.learners.profile if advised else before.profile if before else NOBODY,
        suggestions=suggestions,
        unanswered=unanswered,
        further=reply.further,
        citations=reply.citations,
        more=reply.more,
        asked=_asked(turn, reply),
        advising=_advising(turn, action, reply),
    )


def _spoken_of(action: Action, reply: Reply) -> tuple[str, ...]:
    """What "it" is from now on: what was asked about, or what was told to have taken its place."""
    if isinstance(action, TellSuccessors):
        return tuple(name for name in reply.certifications if name not in action.certifications)
    return action.certifications or reply.certifications


def _listed(turn: Turn, action: Action, reply: Reply) -> tuple[str, ...]:
    """The certifications among which the next message may choose."""
    several = reply.kind is ReplyKind.ANSWER and len(reply.certifications) >= A_LIST and not action.certifications
    if not reply.certifications or not (reply.topic == LIST or several):
        return ()
    if turn.recognition.superlatives:  # "cheapest?" chooses from a list, and is none to choose from
        return turn.session.listed if turn.session else ()
    return reply.certifications


def _advising(turn: Turn, action: Action, reply: Reply) -> bool:
    """Whether more words about the person refine advice: after advice, and after questions about what was advised."""
    before = turn.session
    if reply.topic == COMPARE:
        return False
    if reply.kind is ReplyKind.RECOMMEND or reply.topic == RECOMMEND or reply.asks:
        return True
    about = action.certifications
    return before is not None and before.advising and bool(about) and about == before.certifications[:1]


def _asked(turn: Turn, reply: Reply) -> tuple[str, ...]:
    """The adviser's questions so far; for somebody else they begin anew."""
    before = turn.session.asked if turn.session and not turn.learners.somebody_else else ()
    return (*before, reply.asks) if reply.asks else before
