"""Which one to take: the adviser's pick, why, and what else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.entries import answer_entry
from bot.domain.entry import Answer
from bot.domain.reply import Reply, ReplyKind
from bot.recommender import advise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.application.context import Context
    from bot.domain.learner import Profile
    from bot.recommender import Advice, Choice

RECOMMEND = "recommend"
MOST_REASONS = 3
MOST_ALTERNATIVES = 2
SHOWN = ("cost", "duration")
"""Facts told of the pick."""


def answer_recommendation(context: Context) -> Reply | None:
    """Advice for the person, or for each person of a team; None where nothing said speaks for anything."""
    if len(context.people) > 1:
        return _for_team(context)
    advice = _advise(context, context.profile)
    if not advice.choices:
        return _nothing_left(context, advice) or _by_entry(context)
    pick, *others = advice.choices
    alternatives = others[:MOST_ALTERNATIVES]
    cards = [choice.card for choice in (pick, *alternatives)]
    lines = [f"Take {pick.card.name}: {_because(pick)}.", *_facts(context, pick)]
    lines += [f"- Otherwise {one.card.short}: {_because(one)}." for one in alternatives]
    return Reply(
        kind=ReplyKind.RECOMMEND,
        text="\n".join([*lines, *_excluded(context, advice)]),
        topic=RECOMMEND,
        certifications=tuple(card.id for card in cards),
        confidence=context.confidence,
        notices=context.notices([*cards, *(card for card, _ in advice.excluded[:1])]),
        citations=context.cite([*(rule.source for rule in pick.reasons), *_sources(context, pick)]),
        page=pick.card.page,
    )


def _by_entry(context: Context) -> Reply | None:
    """The likeliest written entry that recommends something, where the rules know nothing of the person."""
    entry = next((one.entry for one in context.understanding.intents if recommends(one.entry)), None)
    return answer_entry(context, entry) if isinstance(entry, Answer) else None


def recommends(entry: object) -> bool:
    """Whether an entry says which certification to take."""
    return isinstance(entry, Answer) and bool(entry.recommends)


def _advise(context: Context, profile: Profile) -> Advice:
    knowledge = context.knowledge
    names = {vendor.id: vendor.name for vendor in knowledge.vendors.values()}
    return advise(profile, knowledge.reviewed, knowledge.rules.values(), names, context.day)


def _because(choice: Choice) -> str:
    reasons = list(dict.fromkeys(rule.reason for rule in choice.reasons))[:MOST_REASONS]
    return "; ".join(reasons) or "it stays within your limits"


def _facts(context: Context, choice: Choice) -> list[str]:
    held = [(name, context.reading(choice.card, name)) for name in SHOWN]
    return [f"- {context.label(name)}: {reading.value}" for name, reading in held if reading]


def _sources(context: Context, choice: Choice) -> Iterable[str]:
    return [reading.source for name in SHOWN if (reading := context.reading(choice.card, name))]


def _excluded(context: Context, advice: Advice) -> list[str]:
    """What would have ranked best but for a limit; what is retired is told by the notices."""
    best = advice.choices[0].score if advice.choices else 0
    points = {choice.card.id for choice in advice.choices}
    left_out = [(card, why) for card, why in advice.excluded if card.id not in points and not context.retired(card)]
    return [f"- Left out {card.short}: {why}." for card, why in left_out[:1]] if best else []


def _nothing_left(context: Context, advice: Advice) -> Reply | None:
    if not advice.excluded:
        return None
    reasons = [f"- {card.short}: {why}." for card, why in advice.excluded[:3]]
    return Reply(
        kind=ReplyKind.RECOMMEND,
        text="\n".join(["Nothing in the guide fits within those limits. The nearest:", *reasons]),
        topic=RECOMMEND,
        certifications=tuple(card.id for card, _ in advice.excluded[:3]),
        confidence=context.confidence,
        notices=context.notices(card for card, _ in advice.excluded[:3]),
    )


def _for_team(context: Context) -> Reply | None:
    """One pick for each person."""
    picks = [advice.choices[0] for person in context.people if (advice := _advise(context, person)).choices]
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
        notices=context.notices(cards),
        citations=context.cite(rule.source for choice in picks for rule in choice.reasons),
    )
