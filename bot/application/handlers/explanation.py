"""Why advice is what it is: each rule that fired, each certification's score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.entry import Answer
from bot.domain.reply import Reply, ReplyKind
from bot.recommender import weight_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.application.context import Context
    from bot.domain.certification import Certification
    from bot.domain.learner import Profile, Rule
    from bot.recommender import Advice

VERDICT = "verdict"
MOST_RULES = 6
MOST_SCORES = 5
RECOMMEND = "recommend"


def answer_why(context: Context) -> Reply | None:
    """The rules behind the advice given before, or what is thought of the certifications that were named."""
    profile = context.session.profile if context.session else context.profile
    advice = context.adviser.advise(profile, context.day)
    if not advice.applied and not advice.choices:
        return None
    named = [card for card in _named(context) if card.reviewed]
    lines = _of_cards(advice, named, profile) if named else _of_all(context, advice, profile)
    pick = advice.choices[0].card if advice.choices else None
    cards = named or ([pick] if pick else [])
    return Reply(
        kind=ReplyKind.ANSWER,
        text="\n".join(lines),
        topic=RECOMMEND,
        certifications=tuple(card.id for card in cards),
        confidence=context.confidence,
        notices=context.notices(cards),
        citations=context.cite(rule.source for rule in advice.applied),
    )


def answer_reasons(context: Context) -> Reply | None:
    """The longer part of the answer before, or that the guide gives no more; None where there was no written answer."""
    session = context.session
    entry = context.knowledge.entries.get(session.topic) if session else None
    if session is None or not isinstance(entry, Answer) or not entry.source:
        return None
    text = session.more.strip() or "The guide gives no reasons beyond what the answer above says."
    return Reply(
        kind=ReplyKind.ANSWER,
        text=text,
        topic=entry.id,
        certifications=session.certifications,
        citations=session.citations,
        suggestions=context.suggest(entry.related),
    )


def _named(context: Context) -> Iterator[Certification]:
    """The certifications of the question, and in "why not aws?" the ones that seem to be ruled out."""
    yield from context.cards
    for entity in context.understanding.recognition.entities:
        if entity.negated and entity.value in context.knowledge.certifications:
            yield context.knowledge.certifications[entity.value]
        vendor = context.knowledge.vendors.get(entity.value) if entity.negated else None
        if vendor and vendor.default:
            yield context.knowledge.certifications[vendor.default]


def _of_all(context: Context, advice: Advice, profile: Profile) -> Iterator[str]:
    pick = advice.choices[0].card.name if advice.choices else "nothing"
    yield f"Points decide, and {pick} has the most by what you said:"
    for rule in advice.applied[:MOST_RULES]:
        weight = weight_of(rule, profile)
        last = " (said last, so it counts more)" if weight > 1 else ""
        yield f"- {rule.title}{last}: {_points(context, rule, weight)}"
    scores = [f"{choice.card.short} {choice.score}" for choice in advice.choices[:MOST_SCORES]]
    yield f"In all: {', '.join(scores) or 'none'}."
    verdict = context.reading(advice.choices[0].card, VERDICT) if advice.choices else None
    if verdict:
        yield f"The guide's word on it: {context.say(verdict.text)}"
    for choice, why in advice.excluded[:2]:
        yield f"{choice.card.short} would have {choice.score}, but {why}."


def _points(context: Context, rule: Rule, weight: int) -> str:
    """The three cards a rule moves most: "IBM AI Engineering +4, NVIDIA DLI -3"."""
    moved = dict(rule.prefers) | {card: -points for card, points in rule.avoids.items()}
    strongest = sorted(moved.items(), key=lambda pair: -pair[1])[:2]
    strongest += [pair for pair in sorted(moved.items(), key=lambda pair: pair[1])[:1] if pair[1] < 0]
    named = context.knowledge.certifications
    told = [f"{named[card].short} {weight * points:+d}" for card, points in dict(strongest).items()]
    return ", ".join(told) or "for nothing by itself"


def _against(rule: Rule, card: Certification, profile: Profile) -> int:
    return -weight_of(rule, profile) * rule.avoids.get(card.id, 0)


def _of_cards(advice: Advice, cards: list[Certification], profile: Profile) -> Iterator[str]:
    for card in cards:
        excluded = next((why for choice, why in advice.excluded if choice.card == card), None)
        choice = next((one for one in advice.choices if one.card == card), None)
        if excluded is not None:
            yield f"{card.short} is out because {excluded}."
        elif choice is None:
            against = [rule for rule in advice.applied if card.id in rule.avoids or card.id in rule.excludes]
            told = "; ".join(f"{rule.title.lower()} ({_against(rule, card, profile)})" for rule in against)
            yield f"{card.short}: nothing you said speaks for it{f', and this against it: {told}' if told else ''}."
        else:
            reasons = "; ".join(dict.fromkeys(rule.reason for rule in choice.reasons)) or "it stays within your limits"
            against_it = "; ".join(rule.title.lower() for rule in choice.against)
            yield f"{card.short} has {choice.score} points: {reasons}."
            if against_it:
                yield f"Against it: {against_it}."
