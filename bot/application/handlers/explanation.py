"""Why advice is what it is: each rule that fired, each certification's score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.advice_lines import because
from bot.application.handlers.fallback import decline
from bot.domain.fallbacks import Decline
from bot.domain.reply import Reply, ReplyKind
from bot.recommender import weight_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.application.voice import Voice
    from bot.domain.actions import ExplainAdvice
    from bot.domain.certification import Certification
    from bot.domain.learner import Profile, Rule
    from bot.recommender import Advice

VERDICT = "verdict"
MOST_RULES = 6
MOST_SCORES = 5
RECOMMEND = "recommend"


def explain_advice(voice: Voice, action: ExplainAdvice) -> Reply:
    """The rules behind the advice to a person, or what is thought of the certifications that are named."""
    profile = action.profile
    advice = voice.adviser.advise(profile, voice.day)
    if not advice.applied and not advice.choices:
        return decline(voice, Decline())
    named = [card for card in voice.cards(action.certifications) if card.reviewed]
    lines = [*_of_cards(advice, named, profile), *_verdict(voice, named)] if named else _of_all(voice, advice, profile)
    pick = advice.choices[0].card if advice.choices else None
    cards = named or ([pick] if pick else [])
    return Reply(
        kind=ReplyKind.ANSWER,
        text="\n".join(lines),
        topic=RECOMMEND,
        certifications=tuple(card.id for card in cards),
        notices=voice.notices(cards),
        citations=voice.cite(rule.source for rule in advice.applied),
    )


def _of_all(voice: Voice, advice: Advice, profile: Profile) -> Iterator[str]:
    pick = advice.choices[0].card.name if advice.choices else "nothing"
    yield f"Points decide, and {pick} has the most by what you said:"
    for rule in advice.applied[:MOST_RULES]:
        weight = weight_of(rule, profile)
        last = " (said last, so it counts more)" if weight > 1 else ""
        yield f"- {rule.title}{last}: {_points(voice, rule, weight)}"
    scores = [f"{choice.card.short} {choice.score}" for choice in advice.choices[:MOST_SCORES]]
    yield f"In all: {', '.join(scores) or 'none'}."
    yield from _verdict(voice, [choice.card for choice in advice.choices[:1]])
    for choice, why in advice.excluded[:2]:
        yield f"{choice.card.short} would have {choice.score}, but {why}."


def _verdict(voice: Voice, cards: list[Certification]) -> Iterator[str]:
    """What the guide makes of the one that is spoken of; nothing where they are several."""
    reading = voice.reading(cards[0], VERDICT) if len(cards) == 1 else None
    if reading:
        yield f"The guide's word on it: {voice.say(reading.text)}"


def _points(voice: Voice, rule: Rule, weight: int) -> str:
    """The three cards a rule moves most: "IBM AI Engineering +4, NVIDIA DLI -3"."""
    moved = dict(rule.prefers) | {card: -points for card, points in rule.avoids.items()}
    strongest = sorted(moved.items(), key=lambda pair: -pair[1])[:2]
    strongest += [pair for pair in sorted(moved.items(), key=lambda pair: pair[1])[:1] if pair[1] < 0]
    named = voice.knowledge.certifications
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
            against_it = "; ".join(rule.title.lower() for rule in choice.against)
            yield f"{card.short} has {choice.score} points: {because(choice)}."
            if against_it:
                yield f"Against it: {against_it}."
