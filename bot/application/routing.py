"""From the decision to the answer: one function for each act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.context import MOST_SUGGESTIONS
from bot.application.deciding import NEAR, OFFER_BELOW, Action, Decision, Option, decide
from bot.application.follow_up import leaning_subject
from bot.application.handlers.catalogue import answer_catalogue, has_criteria
from bot.application.handlers.comparison import answer_comparison
from bot.application.handlers.entries import answer_entry
from bot.application.handlers.explanation import answer_reasons, answer_why
from bot.application.handlers.facts import LIFECYCLE, answer_facts
from bot.application.handlers.fallback import answer_nothing, ask_back, ask_what_to_compare, ask_which
from bot.application.handlers.overview import answer_overview
from bot.application.handlers.recommendation import answer_recommendation, answer_without_profile
from bot.application.handlers.retirements import answer_retirements
from bot.application.handlers.reverse import answer_reverse
from bot.application.handlers.sources import answer_sources
from bot.application.handlers.unknowns import answer_outside, answer_unknown
from bot.application.naming import COMPARE, LIST, RECOMMEND, Subject
from bot.application.offering import offers
from bot.application.subject import find_subject
from bot.domain.acts import Act
from bot.domain.entry import Answer, Unknown
from bot.domain.reply import Reply, ReplyKind
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.context import Context

SEVERAL = 2
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
    leaning = leaning_subject(context)
    if leaning is not None:
        context = replace(context, subject=leaning)
        return context, answer_catalogue(context) if leaning.request == LIST else _compose(context)
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


def _compose(context: Context) -> Reply:
    """An answer from the cards that are the subject."""
    if len(context.cards) > 1 and context.subject.request == COMPARE:
        return answer_comparison(context)
    return answer_facts(context) if context.attributes else answer_overview(context)


def _fact(context: Context, _: Option) -> Reply:
    name = context.attributes[0]
    if context.understanding.recognition.superlatives and len(context.cards) > 1:
        return answer_comparison(context)
    if context.cards:
        return answer_facts(context)
    if name == LIFECYCLE:
        return answer_retirements(context)
    if has_criteria(context):
        return answer_catalogue(context)
    return answer_reverse(context) or ask_which(context, context.knowledge.entries[name])


def _entry(context: Context, option: Option) -> Reply:
    return answer_entry(context, option.entry) if isinstance(option.entry, Answer) else answer_nothing(context)


def _unknown(context: Context, option: Option) -> Reply:
    return answer_unknown(context, option.entry) if isinstance(option.entry, Unknown) else answer_nothing(context)


def _compare(context: Context, _: Option) -> Reply:
    superlatives = context.understanding.recognition.superlatives
    if superlatives and not _chooses_between_named(context):
        return answer_catalogue(context)
    if len(context.cards) >= SEVERAL:
        return answer_comparison(context)
    return ask_what_to_compare(context)


def _list(context: Context, option: Option) -> Reply:
    if context.understanding.recognition.superlatives:
        chosen = replace(context, subject=find_subject(context, Act.COMPARE))
        if option.act is Act.LIST and _chooses_between_named(chosen):
            return answer_comparison(chosen)
    if LIFECYCLE in context.attributes:
        return answer_retirements(context)
    if has_criteria(context):
        return answer_catalogue(context)
    everything = "everything" in context.understanding.recognition.cues
    return (None if everything else answer_reverse(context)) or answer_catalogue(context)


def _chooses_between_named(context: Context) -> bool:
    """Whether the message names one certification by its name, and another one at least."""
    recognition = context.understanding.recognition
    named = [one for one in recognition.of(EntityKind.CERTIFICATION) if not one.negated and not one.vendor]
    return bool(named) and len(context.cards) >= SEVERAL


def _overview(context: Context, _: Option) -> Reply:
    if context.cards:
        return answer_overview(context)
    return answer_catalogue(context) if has_criteria(context) else ask_back(context)


def _recommend(context: Context, option: Option) -> Reply:
    told = context.profile
    if (
        told.budget is not None
        and told.budget.most > 0
        and not (told.shows or told.denies or context.named or context.session)
    ):
        return answer_catalogue(context)  # nothing but the budget is told: what fits is all there is to say
    advice = answer_recommendation(_among_compared(context))
    if advice is not None:
        return advice
    if isinstance(option.entry, Answer):
        return answer_entry(context, option.entry)
    return answer_without_profile(context) or ask_back(context)


def _among_compared(context: Context) -> Context:
    """The same question, with nothing but what was compared to choose from, where that is meant."""
    session = context.session
    if session is None or session.topic != COMPARE or "plural" not in context.understanding.recognition.cues:
        return context
    others = frozenset(card.id for card in context.knowledge.reviewed).difference(session.certifications)
    return replace(context, profile=replace(context.profile, refused=context.profile.refused | others))


def _explain(context: Context, option: Option) -> Reply:
    session = context.session
    if session is not None and session.topic == RECOMMEND:
        return answer_why(context) or ask_back(context)
    written = None if "source" in context.understanding.recognition.cues else answer_reasons(context)
    return written or answer_sources(context) or _repeat(context, option)


def _repeat(context: Context, option: Option) -> Reply:
    """The longer part of the answer before, where there is one; else the same again."""
    session = context.session
    if session is None:
        return answer_nothing(context)
    if session.more:
        return Reply(ReplyKind.ANSWER, session.more.strip(), session.topic, session.certifications)
    entry = context.knowledge.entries.get(session.topic)
    if isinstance(entry, Answer):
        return answer_entry(context, entry)
    cards = tuple(context.knowledge.certifications[name] for name in session.certifications)
    if session.topic == RECOMMEND or not cards:
        return _recommend(context, option) if session.topic == RECOMMEND else answer_nothing(context)
    return _compose(replace(context, subject=Subject(cards, session.attributes, session.topic)))


def _outside(context: Context, _: Option) -> Reply:
    named = context.understanding.recognition.of(EntityKind.OUTSIDE)
    return answer_outside(context, named[0]) if named else answer_nothing(context)


ANSWERS: dict[Act, Callable[[Context, Option], Reply]] = {
    Act.FACT: _fact,
    Act.ENTRY: _entry,
    Act.UNKNOWN: _unknown,
    Act.ASIDE: _entry,
    Act.COMPARE: _compare,
    Act.LIST: _list,
    Act.OVERVIEW: _overview,
    Act.RECOMMEND: _recommend,
    Act.EXPLAIN: _explain,
    Act.REPEAT: _repeat,
    Act.OUTSIDE: _outside,
}
