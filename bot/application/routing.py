"""From a message to its answer: what a command asks for, what leans on the question before, or what is decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.application.advising import advise
from bot.application.aiming import aim
from bot.application.answering import answer, settle
from bot.application.comparing import compare
from bot.application.deciding import ASK_FROM, REFUSALS, Decision, Outcome, decide
from bot.application.follow_up import follow_up
from bot.application.naming import COMPARE, RECOMMEND
from bot.application.offering import near_entries, offers, wants_none
from bot.application.picking import numbered
from bot.application.selecting import browse
from bot.application.subject import find_subject
from bot.application.voice import MOST_SUGGESTIONS
from bot.domain.actions import Advise, Browse, TellMore
from bot.domain.acts import Act
from bot.domain.fallbacks import AskBack, AskFurther, Decline
from bot.domain.reply import Reply, ReplyKind
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.application.deciding import Option
    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.domain.actions import Action

OFFER_BELOW = 0.6
"""Below this confidence an answer is followed by the reading that came second, if that is near."""
NEAR = 0.12
"""From this confidence on a second reading is worth offering."""
OFFERING = frozenset({ReplyKind.ANSWER, ReplyKind.RECOMMEND})
"""Kinds of reply beside which another reading is offered."""


@dataclass(frozen=True, slots=True)
class Route:
    """What is answered to a message, and how that was found."""

    action: Action
    because: str
    """What led to it, for people who want to know why."""
    decision: Decision | None = None
    """The readings that were weighed; None where it was clear without."""


def route(turn: Turn, voice: Voice) -> Route:
    """What is answered to a message."""
    found = _found(turn, voice)
    outside = turn.recognition.of(EntityKind.OUTSIDE)
    if not (outside and found.action.certifications):
        return found
    return replace(found, action=replace(found.action, besides=outside[0].text))


def _found(turn: Turn, voice: Voice) -> Route:
    if turn.action is not None:
        return Route(settle(voice, turn.action), "asked for without words")
    if turn.command:
        return Route(_commanded(turn, voice), "a command")
    if not turn.recognition.tokens:
        return Route(Decline(suggestions=tuple(near_entries(turn))), "no words")
    if wants_none(turn):
        return Route(AskFurther(suggestions=turn.session.further if turn.session else ()), "none of what was offered")
    place = numbered(turn)
    if place is not None:
        return Route(place, "a number")
    leaning = follow_up(turn, voice)
    if leaning is not None:
        return Route(leaning, "the question before, of others")
    decision = decide(turn)
    return Route(_decided(turn, voice, decision), decision.outcome.value, decision)


def respond(turn: Turn, voice: Voice, found: Route) -> Reply:
    """The reply to a message, with another reading beside it where that is near."""
    reply = answer(voice, found.action)
    if turn.action is not None:
        return reply
    return replace(_with_runner_up(turn, voice, found, reply), confidence=turn.confidence)


def _commanded(turn: Turn, voice: Voice) -> Action:
    """What a command asks for outright."""
    if turn.command == RECOMMEND:
        return advise(turn)
    if turn.command == COMPARE:
        return compare(turn)
    subject = find_subject(turn, Act.LIST)
    return replace(browse(turn, voice, subject.certifications, subject.attributes), page=1)


def _decided(turn: Turn, voice: Voice, decision: Decision) -> Action:
    best = decision.best
    if best is None or decision.outcome is Outcome.DECLINE:
        return Decline(suggestions=tuple(near_entries(turn)))
    if decision.outcome is Outcome.ANSWER:
        action = aim(turn, voice, best)
        if not _adds_nothing(turn, action):
            return action
        near = (one for one in decision.options[1:] if one.confidence >= ASK_FROM and one.act not in REFUSALS)
        others = (aim(turn, voice, one) for one in near)
        return next((other for other in others if not _adds_nothing(turn, other)), action)
    subject = find_subject(turn, best.act)
    offered = tuple(offers(turn, voice, decision.options, subject.certifications)) or tuple(near_entries(turn))
    return AskBack(certifications=subject.certifications, attributes=subject.attributes, suggestions=offered)


def _adds_nothing(turn: Turn, action: Action) -> bool:
    """Whether it is the advice that was given just now, or more of an answer of which there is no more.

    Whoever speaks on wants something else.
    """
    before = turn.session.action if turn.session else None
    if isinstance(action, TellMore):
        return turn.session is not None and not turn.session.has_more
    if not isinstance(action, Advise) or not isinstance(before, Advise):
        return False
    return (action.profile, action.people, action.among) == (before.profile, before.people, before.among)


def _with_runner_up(turn: Turn, voice: Voice, found: Route, reply: Reply) -> Reply:
    """The reply with the second reading among its suggestions, where that is near and nothing else is asked."""
    if found.decision is None or found.decision.outcome is not Outcome.ANSWER:
        return reply
    best, *others = found.decision.options
    if best.confidence >= OFFER_BELOW or reply.kind not in OFFERING or reply.question:
        return reply
    near = [one for one in others if one.confidence >= NEAR and not _told_by(found.action, one)]
    offered = list(offers(turn, voice, near, found.action.certifications))[:1]
    kept = [one for one in reply.suggestions if one not in offered]
    return replace(reply, suggestions=tuple([*offered, *kept][:MOST_SUGGESTIONS])) if offered else reply


def _told_by(action: Action, option: Option) -> bool:
    """Whether the reply to an action tells already what another reading would: another list, a fact that is in it."""
    fact = option.act is Act.FACT and option.entry.id in action.attributes
    return fact or (isinstance(action, Browse) and option.act is Act.LIST)
