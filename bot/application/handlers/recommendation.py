"""Which one to take: the adviser's pick, why, and what else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.handlers.advice_lines import (
    change_line,
    left_out,
    path_lines,
    price_line,
    reservations,
    time_line,
)
from bot.application.handlers.entries import answer_entry
from bot.domain.entry import Answer
from bot.domain.learner import WHERE_TO_START, Profile
from bot.domain.reply import Reply, ReplyKind, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.application.context import Context
    from bot.domain.certification import Certification
    from bot.recommender import Advice, Choice

RECOMMEND = "recommend"
MOST_REASONS = 3
MOST_ALTERNATIVES = 2
SHOWN = ("cost", "duration")
"""Facts told of the pick."""
WHY, CHEAPER = "why this one?", "something cheaper?"
"""What the buttons beside advice say."""


def answer_recommendation(context: Context) -> Reply | None:
    """Advice for the person, or for each person of a team; None where nothing said speaks for anything."""
    if len(context.people) > 1:
        return _for_team(context)
    advice = context.adviser.advise(context.profile, context.day)
    if advice.choices:
        return _asking(context, _pick(context, advice))
    return _nothing_left(context, advice) or _by_entry(context)


def answer_without_profile(context: Context) -> Reply | None:
    """The best answer so far to somebody who says nothing of themselves, and the question that matters most."""
    somebody = replace(context, profile=Profile(shows=frozenset({WHERE_TO_START})))
    advice = somebody.adviser.advise(somebody.profile, somebody.day)
    return _asking(context, _pick(somebody, advice)) if advice.choices else None


def _pick(context: Context, advice: Advice) -> Reply:
    pick, *others = advice.choices
    alternatives = others[:MOST_ALTERNATIVES]
    cards = [choice.card for choice in (pick, *alternatives)]
    first = next((rule.first for rule in advice.applied if rule.first), "")
    lines = [first] * bool(first)
    lines += [f"{'If you want one, take' if first else 'Take'} {pick.card.name}: {_because(pick)}."]
    lines += [price_line(context, pick), time_line(context, pick), *reservations(context, pick)]
    lines += [f"- Otherwise {one.card.short}: {_because(one)}." for one in alternatives]
    lines += [*left_out(context, advice), *path_lines(context, pick), *change_line(context)]
    return Reply(
        kind=ReplyKind.RECOMMEND,
        text="\n".join(lines),
        topic=RECOMMEND,
        certifications=tuple(card.id for card in cards),
        confidence=context.confidence,
        notices=context.notices([*cards, *_gone(advice)]),
        citations=context.cite([*(rule.source for rule in pick.reasons), *_sources(context, pick)]),
        page=pick.card.page,
        suggestions=_refinements(pick, alternatives),
    )


def _gone(advice: Advice) -> list[Certification]:
    """The retired certification that would have been the pick, if there is one."""
    best = advice.choices[0].score if advice.choices else 0
    gone = [choice.card for choice, _ in advice.excluded if choice.facts.retired and choice.score >= best]
    return gone[:1]


def _asking(context: Context, reply: Reply) -> Reply:
    """The reply with the adviser's question at its end, where something decisive is missing."""
    asked = context.session.asked if context.session and not context.somebody_else else ()
    question = context.adviser.next_question(context.profile, context.day, asked)
    if question is None:
        return reply
    suggestions = tuple(Suggestion(option.label, option.says) for option in question.options)
    return replace(reply, question=question.ask, asks=question.id, suggestions=suggestions)


def _refinements(pick: Choice, alternatives: list[Choice]) -> tuple[Suggestion, ...]:
    offered = [Suggestion("Why this one?", WHY)]
    if pick.facts.paid:
        offered.append(Suggestion("Something cheaper", CHEAPER))
    if alternatives:
        other = alternatives[0].card.short
        offered.append(Suggestion(f"Compare with {other}", f"compare {pick.card.short} and {other}"))
    return tuple(offered)


def _by_entry(context: Context) -> Reply | None:
    """The likeliest written entry that recommends something, where the rules know nothing of the person."""
    entry = next((one.entry for one in context.understanding.intents if recommends(one.entry)), None)
    return _asking(context, answer_entry(context, entry)) if isinstance(entry, Answer) else None


def recommends(entry: object) -> bool:
    """Whether an entry says which certification to take."""
    return isinstance(entry, Answer) and bool(entry.recommends)


def _because(choice: Choice) -> str:
    reasons = list(dict.fromkeys(rule.reason for rule in choice.reasons))[:MOST_REASONS]
    return "; ".join(reasons) or "it stays within your limits"


def _sources(context: Context, choice: Choice) -> Iterable[str]:
    return [reading.source for name in SHOWN if (reading := context.reading(choice.card, name))]


def _nothing_left(context: Context, advice: Advice) -> Reply | None:
    if not advice.excluded:
        return None
    nearest = advice.excluded[:3]
    reasons = [f"- {choice.card.short}: {why}." for choice, why in nearest]
    return Reply(
        kind=ReplyKind.RECOMMEND,
        text="\n".join(["Nothing in the guide fits within those limits. The nearest:", *reasons]),
        topic=RECOMMEND,
        certifications=tuple(choice.card.id for choice, _ in nearest),
        confidence=context.confidence,
        notices=context.notices(choice.card for choice, _ in nearest),
    )


def _for_team(context: Context) -> Reply | None:
    """One pick for each person."""
    advised = [context.adviser.advise(person, context.day) for person in context.people]
    picks = [advice.choices[0] for advice in advised if advice.choices and advice.choices[0].reasons]
    gone = [card for advice in advised for card in _gone(advice)]
    if not picks:
        return None
    lines = [f"- {choice.reasons[0].title}: {choice.card.name}, because {_because(choice)}." for choice in picks]
    cards = [choice.card for choice in picks]
    return Reply(
        kind=ReplyKind.RECOMMEND,
        text="\n".join(["One for each:", *dict.fromkeys(lines)]),
        topic=RECOMMEND,
        certifications=tuple(dict.fromkeys(card.id for card in cards)),
        confidence=context.confidence,
        notices=context.notices([*cards, *gone]),
        citations=context.cite(rule.source for choice in picks for rule in choice.reasons),
    )
