"""From a message to its reply: what a command asks for, what repeats the question before, or what is decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.answering import ANSWERS, compose
from bot.application.context import MOST_SUGGESTIONS
from bot.application.deciding import NEAR, OFFER_BELOW, Action, Decision, decide
from bot.application.follow_up import leaning_subject
from bot.application.handlers.catalogue import answer_catalogue
from bot.application.handlers.comparison import answer_comparison
from bot.application.handlers.fallback import answer_nothing, ask_back, ask_further, ask_what_to_compare
from bot.application.handlers.recommendation import answer_recommendation, answer_without_profile
from bot.application.naming import COMPARE, LIST, RECOMMEND
from bot.application.offering import offers, wants_none
from bot.application.subject import find_subject
from bot.domain.acts import Act
from bot.domain.entry import Answer
from bot.domain.reply import Reply, ReplyKind
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.application.context import Context

OFFERING = frozenset({ReplyKind.ANSWER, ReplyKind.RECOMMEND})
"""Kinds of reply beside which another reading is offered."""


def route(context: Context) -> tuple[Context, Reply]:
    """Answer a message; gives the context with the subject that was found for it, and the reply."""
    settled, reply = _route(context)
    names = [one.text for one in context.understanding.recognition.of(EntityKind.OUTSIDE) if not one.value]
    if settled.cards and names and not any(name in reply.text for name in names):
        told = f"{names[0]} is not in the guide, so I can't say anything about it.\n{reply.text}"
        return settled, replace(reply, text=told)
    return settled, reply


def _route(context: Context) -> tuple[Context, Reply]:
    if context.command:
        subject = find_subject(context, Act.COMPARE if context.command == COMPARE else Act.LIST)
        context = replace(context, subject=subject)
        return context, _commanded(context)
    if not context.understanding.recognition.tokens:
        return context, answer_nothing(context)
    if wants_none(context):
        return context, ask_further(context)
    leaning = leaning_subject(context)
    if leaning is not None:
        context = replace(context, subject=leaning)
        return context, answer_catalogue(context) if leaning.request == LIST else compose(context)
    decision = decide(context)
    best = decision.best
    if best is None or decision.action is Action.DECLINE:
        return context, answer_nothing(context)
    context = replace(context, subject=find_subject(context, best.act))
    if decision.action is Action.ASK:
        return context, ask_back(context, list(offers(context, decision.options)))
    if best.act is Act.FACT:
        context = context.about(best.entry.attribute if isinstance(best.entry, Answer) else best.entry.id)
    reply = ANSWERS[best.act](context, best)
    return context, _with_runner_up(context, decision, reply)


def _with_runner_up(context: Context, decision: Decision, reply: Reply) -> Reply:
    """The reply with the second reading among its suggestions, where that is near and nothing else is asked."""
    best, *others = decision.options
    if best.confidence >= OFFER_BELOW or reply.kind not in OFFERING or reply.question:
        return reply
    near = [option for option in others if option.confidence >= NEAR]
    offered = list(offers(context, near))[:1]
    kept = [one for one in reply.suggestions if one not in offered]
    return replace(reply, suggestions=tuple([*offered, *kept][:MOST_SUGGESTIONS])) if offered else reply


def _commanded(context: Context) -> Reply:
    """What a command asks for outright."""
    if context.command == RECOMMEND:
        return answer_recommendation(context) or answer_without_profile(context) or ask_back(context)
    if context.command == COMPARE:
        return answer_comparison(context) if len(context.cards) > 1 else ask_what_to_compare(context)
    return answer_catalogue(context)
