"""One answer for each act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.handlers.catalogue import answer_catalogue, has_criteria
from bot.application.handlers.comparison import answer_comparison
from bot.application.handlers.entries import answer_entry
from bot.application.handlers.explanation import answer_reasons, answer_why
from bot.application.handlers.facts import LIFECYCLE, answer_facts
from bot.application.handlers.fallback import (
    answer_nothing,
    answer_nothing_before,
    ask_back,
    ask_what_to_compare,
    ask_which,
)
from bot.application.handlers.overview import answer_overview
from bot.application.handlers.recommendation import answer_recommendation, answer_without_profile
from bot.application.handlers.retirements import answer_retirements
from bot.application.handlers.reverse import answer_reverse
from bot.application.handlers.sources import answer_sources
from bot.application.handlers.unknowns import answer_outside, answer_unknown
from bot.application.naming import COMPARE, RECOMMEND, Subject
from bot.application.subject import find_subject
from bot.domain.acts import Act
from bot.domain.entry import Answer, Unknown
from bot.domain.reply import Reply, ReplyKind
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.context import Context
    from bot.application.deciding import Option

SEVERAL = 2
AUDIENCE = "audience"


def compose(context: Context) -> Reply:
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
    if _chooses_among_compared(context):
        return _of_those_compared(context)
    advice = answer_recommendation(context)
    if advice is not None:
        return advice
    if isinstance(option.entry, Answer):
        return answer_entry(context, option.entry)
    return answer_without_profile(context) or ask_back(context)


def _chooses_among_compared(context: Context) -> bool:
    """Whether one of those that were compared is wanted: "which of them suits a beginner?"."""
    session = context.session
    return session is not None and session.topic == COMPARE and "plural" in context.understanding.recognition.cues


def _of_those_compared(context: Context) -> Reply:
    """The adviser's pick among them; where nothing speaks for any, whom each of them suits."""
    compared = context.session.certifications if context.session else ()
    others = frozenset(card.id for card in context.knowledge.reviewed).difference(compared)
    among = replace(context, profile=replace(context.profile, refused=context.profile.refused | others))
    if among.adviser.advise(among.profile, among.day).choices:
        return answer_recommendation(among) or ask_back(context)
    cards = tuple(context.knowledge.certifications[name] for name in compared)
    return answer_comparison(replace(context, subject=Subject(cards, (AUDIENCE,), COMPARE)))


def _explain(context: Context, option: Option) -> Reply:
    session = context.session
    if session is None or not session.topic:
        return answer_nothing_before(context)
    if session.topic == RECOMMEND:
        return answer_why(context) or ask_back(context)
    written = None if "source" in context.understanding.recognition.cues else answer_reasons(context)
    return written or answer_sources(context) or _repeat(context, option)


def _repeat(context: Context, option: Option) -> Reply:
    """The longer part of the answer before, where there is one; else the same again."""
    session = context.session
    if session is None or not session.topic:
        return answer_nothing_before(context)
    if session.more:
        return Reply(ReplyKind.ANSWER, session.more.strip(), session.topic, session.certifications)
    entry = context.knowledge.entries.get(session.topic)
    if isinstance(entry, Answer):
        return answer_entry(context, entry)
    cards = tuple(context.knowledge.certifications[name] for name in session.certifications)
    if session.topic == RECOMMEND or not cards:
        return _recommend(context, option) if session.topic == RECOMMEND else answer_nothing(context)
    return compose(replace(context, subject=Subject(cards, session.attributes, session.topic)))


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
