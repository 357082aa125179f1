"""What a conversation keeps of a message and its reply."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.naming import COMPARE, LIST, RECOMMEND
from bot.application.referring import MINE, THEIRS
from bot.domain.actions import Advise, ExplainAdvice, OpenEntry, TellSuccessors
from bot.domain.context import SpokenOf
from bot.domain.fallbacks import AskFurther
from bot.domain.learner import NOBODY
from bot.domain.message import Session
from bot.domain.reply import ReplyKind
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.domain.actions import Action
    from bot.domain.learner import Profile
    from bot.domain.message import Message
    from bot.domain.reply import Reply

MOST_RECENT = 6
"""Certifications kept in mind for "compare those two" and for what is pointed at."""
ONESELF, ANOTHER = "oneself again", "somebody else"
"""The cues of who is spoken of."""
A_LIST = 3
"""From this many certifications on a written answer is a list to choose from: "not aws"."""
UNANSWERED = frozenset({ReplyKind.CLARIFY, ReplyKind.DECLINE})


def remember(turn: Turn, before: Session | None, action: Action, reply: Reply, message: Message) -> Session:
    """What the next message may leave out. Asides change nothing but the suggestions.

    ``before`` is what was remembered until now, which a command may not have been read in the light of.
    """
    asked = before.unanswered if before and isinstance(action, AskFurther) else message.utterance
    unanswered = asked if reply.suggestions and reply.kind in UNANSWERED else ""
    aside = reply.kind is ReplyKind.SMALLTALK or reply.kind in UNANSWERED
    if aside and before is not None and not action.certifications:
        return replace(_after_aside(turn, before, reply), updated=message.sent, unanswered=unanswered)
    cards, shown, topic = _spoken_of(before, action, reply), _shown(action, reply), reply.topic
    if before is not None and before.topic == COMPARE and set(cards) < set(before.certifications) and topic == LIST:
        cards, topic = (*cards, *(name for name in before.certifications if name not in cards)), COMPARE
        shown = cards
    own, theirs = _whose(turn, before, cards, reply)
    return Session(
        updated=message.sent,
        certifications=cards,
        attributes=action.attributes,
        topic=topic,
        recent=_recent(before, action, cards, shown),
        row=_row(before, action, shown),
        since_row=_since_row(before, shown, cards),
        listed=_listed(turn, before, action, reply),
        profile=_profile(turn, before, action, reply),
        suggestions=reply.suggestions,
        unanswered=unanswered,
        further=reply.further,
        action=reply.action,
        first=before.first if before and before.first else reply.action,
        has_more=reply.has_more,
        has_sources=bool(reply.citations),
        asked=_asked(turn, before, action, reply),
        own=own,
        theirs=theirs,
        pick=next(iter(reply.certifications), "") if isinstance(action, Advise) else before.pick if before else "",
        for_another=_for_another(turn, before),
        spoken_of=_so_far(turn, before, reply),
        advising=_advising(before, action, reply),
    )


def _whose(turn: Turn, before: Session | None, cards: tuple[str, ...], reply: Reply) -> tuple[str, str]:
    """What was last spoken of for oneself, and for somebody else; what several cards are asked for is nobody's."""
    own, theirs = (before.own, before.theirs) if before else ("", "")
    if ONESELF in turn.cues and before is not None and not before.for_another:
        theirs = theirs or own  # what was asked so far was for somebody else: "and i want one too"
    if len(cards) != 1 or reply.kind is ReplyKind.CLARIFY:
        return own, theirs
    return (own, cards[0]) if _for_another(turn, before) else (cards[0], theirs)


def _recent(before: Session | None, action: Action, cards: tuple[str, ...], shown: tuple[str, ...]) -> tuple[str, ...]:
    """What was spoken of lately; what was only mentioned beside advice comes behind what was before."""
    earlier = before.recent if before else ()
    if isinstance(action, Advise):
        return tuple(dict.fromkeys([*cards, *earlier, *shown]))[:MOST_RECENT]
    return tuple(dict.fromkeys([*shown, *action.certifications, *earlier]))[:MOST_RECENT]


def _row(before: Session | None, action: Action, shown: tuple[str, ...]) -> tuple[str, ...]:
    """The last several in their order; advice without any alternative leaves none to point at."""
    if len(shown) > 1 or isinstance(action, Advise):
        return shown if len(shown) > 1 else ()
    return before.row if before else ()


def _since_row(before: Session | None, shown: tuple[str, ...], cards: tuple[str, ...]) -> int:
    """How many single certifications were spoken of, one after the other, since several were at once."""
    if len(shown) > 1:
        return 0
    count = before.since_row if before else 0
    another = len(cards) == 1 and (before is None or cards[0] not in before.recent[:count])
    return count + another


def _after_aside(turn: Turn, before: Session, reply: Reply) -> Session:
    """What was remembered, with what the aside offers; "says who?" is still about the answer before it."""
    return replace(
        before,
        spoken_of=_so_far(turn, before, reply),
        suggestions=reply.suggestions,
        further=reply.further,
        action=reply.action if reply.has_more else before.action,
        has_more=reply.has_more,
        has_sources=before.has_sources and not reply.has_more,
    )


def _for_another(turn: Turn, before: Session | None) -> bool:
    """Whether it is somebody else that is spoken of now."""
    if ONESELF in turn.cues or (MINE in turn.cues and THEIRS not in turn.cues):
        return False
    return ANOTHER in turn.cues or (before is not None and before.for_another)


def _so_far(turn: Turn, before: Session | None, reply: Reply) -> SpokenOf:
    """What the conversation has been about; the decision is learnt from the same, see ``Reader.in_context``."""
    recognition = turn.recognition
    if recognition.of(EntityKind.CERTIFICATION) or recognition.of(EntityKind.VENDOR):
        return SpokenOf.NAMED
    so_far = before.spoken_of if before else SpokenOf.NOTHING
    return SpokenOf.ADVISED if reply.kind is ReplyKind.RECOMMEND and so_far is SpokenOf.NOTHING else so_far


def _profile(turn: Turn, before: Session | None, action: Action, reply: Reply) -> Profile:
    """The person whom more words refine the advice to."""
    if isinstance(action, Advise):
        return action.profile
    if reply.kind is ReplyKind.RECOMMEND or "of oneself" in turn.cues:
        return turn.learners.profile
    if isinstance(action, ExplainAdvice):
        return action.profile
    return before.profile if before else NOBODY


def _spoken_of(before: Session | None, action: Action, reply: Reply) -> tuple[str, ...]:
    """What "it" is from now on; a written answer about certifications at large leaves it what it was."""
    shown = _shown(action, reply)
    if reply.kind is ReplyKind.RECOMMEND:
        team = isinstance(action, Advise) and action.people
        return shown if team else shown[:1]
    if isinstance(action, OpenEntry) and not action.certifications and before is not None and before.certifications:
        return before.certifications
    return shown


def _shown(action: Action, reply: Reply) -> tuple[str, ...]:
    """What was named, in order: what was asked about, or what was told to have taken its place."""
    if reply.kind is ReplyKind.RECOMMEND:
        return reply.certifications
    if isinstance(action, TellSuccessors):
        return tuple(name for name in reply.certifications if name not in action.certifications)
    return action.certifications or reply.certifications


def _listed(turn: Turn, before: Session | None, action: Action, reply: Reply) -> tuple[str, ...]:
    """The certifications among which the next message may choose."""
    several = reply.kind is ReplyKind.ANSWER and len(reply.certifications) >= A_LIST and not action.certifications
    if not reply.certifications or not (reply.topic == LIST or several):
        return ()
    if turn.recognition.superlatives:  # "cheapest?" chooses from a list, and is none to choose from
        return before.listed if before else ()
    return reply.certifications


def _advising(before: Session | None, action: Action, reply: Reply) -> bool:
    """Whether more words about the person refine advice: after advice, and after questions about what was advised."""
    if reply.topic == COMPARE:
        return False
    if isinstance(action, Advise) or reply.kind is ReplyKind.RECOMMEND or reply.topic == RECOMMEND or reply.asks:
        return True
    about = action.certifications
    return before is not None and before.advising and bool(about) and about == before.certifications[:1]


def _asked(turn: Turn, before: Session | None, action: Action, reply: Reply) -> tuple[str, ...]:
    """The adviser's questions so far; for somebody else they begin anew."""
    asked = before.asked if before and not turn.learners.somebody_else else ()
    if isinstance(action, Advise):
        asked = action.asked
    return (*asked, reply.asks) if reply.asks else asked
