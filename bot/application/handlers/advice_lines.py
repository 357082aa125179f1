"""The lines of advice: what it costs, how long it takes, what comes before and after, what to mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.prices import COST, priced
from bot.application.handlers.readings import value_of
from bot.domain.figures import Unit
from bot.recommender import may_exceed, may_take_longer, within_budget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.application.voice import Voice
    from bot.domain.figures import Figure
    from bot.domain.learner import Profile
    from bot.domain.paths import LearningPath
    from bot.recommender import Advice, CardFacts, Choice

DURATION, PREREQUISITES, NEXT_STEPS, RENEWAL = "duration", "prerequisites", "next-steps", "renewal"
NOTHING = "none"
"""How the value of a prerequisite begins that is none."""


def because(choice: Choice, most: int | None = None) -> str:
    """Why it is advised, by so many reasons at ``most``; where there are none, that nothing speaks against it."""
    reasons = list(dict.fromkeys(rule.reason for rule in choice.reasons))[:most]
    return "; ".join(reasons) or "nothing you said speaks against it"


def price_line(voice: Voice, choice: Choice, profile: Profile) -> str:
    """The price, with the total where the guide gives only one a month, and the budget where it stays within."""
    budget = profile.budget if within_budget(choice.facts, profile) else None
    within = (
        f", within your ${budget.most:,.0f}{' a month' if budget.unit is Unit.USD_PER_MONTH else ''}" if budget else ""
    )
    return f"- {voice.label(COST)}: {priced(voice, choice.card) or voice.unsaid(COST)}{within}"


def time_line(voice: Voice, choice: Choice, profile: Profile) -> str:
    """The time it takes, in calendar time where the person's pace is known and the guide gives hours."""
    reading = voice.reading(choice.card, DURATION)
    if reading is None:
        return f"- {voice.label(DURATION)}: {voice.unsaid(DURATION)}"
    return f"- {voice.label(DURATION)}: {reading.value}{at_pace(choice.facts, profile.hours_a_week)}"


def at_pace(facts: CardFacts, hours_a_week: float | None) -> str:
    """What a pace makes of the duration, as the end of a sentence; empty where no pace is known."""
    if hours_a_week is None or facts.duration is None:
        return ""
    hours = f"{hours_a_week:g} hour{'' if hours_a_week == 1 else 's'} a week"
    weeks = facts.weeks_at(hours_a_week)
    if weeks is None:
        return f" (calendar time; the guide gives no hours to reckon with your {hours})"
    most = max(1, -int(-weeks.most // 1))
    return f", so at most {most} week{'' if most == 1 else 's'} at {hours}"


def reservations(voice: Voice, choice: Choice, profile: Profile) -> Iterator[str]:
    """What to mind of a pick: a price that may go over the budget, a prerequisite that nobody spoke of."""
    over = may_exceed(choice.facts, profile)
    if over > 0:
        yield f"- Mind: it can go ${over:,.0f} over your budget."
    if profile.time is not None and may_take_longer(choice.facts, profile):
        yield f"- Mind: {_span(profile.time)} will do only if you are quick."
    budget = profile.budget
    if budget is not None and budget.most > 0 and choice.facts.paid and choice.facts.price_in(budget.unit) is None:
        yield "- Mind: the guide has no figure for its price, so check it against your budget."
    reading = voice.reading(choice.card, PREREQUISITES)
    if reading is None or reading.value.startswith(NOTHING):
        return
    shown = [voice.knowledge.rules[name] for name in profile.shows if name in voice.knowledge.rules]
    if any(choice.card.id in rule.lacks for rule in shown):
        yield f"- Mind its prerequisites, which you lack: {reading.value}."
    elif not any(choice.card.id in rule.meets for rule in shown):
        yield f"- Mind its prerequisites: {reading.value}."


def _span(time: Figure) -> str:
    """A span of time as people say it: "2 months", "1 week"."""
    return f"{time.most:g} {time.unit.removesuffix('s')}{'' if time.most == 1 else 's'}"


def path_lines(voice: Voice, choice: Choice, profile: Profile) -> Iterator[str]:
    """What to do before and after, by the learning path that suits the person best; else by the card."""
    yield from _beyond_the_guide(voice, profile)
    path = _path_of(voice, choice, profile)
    if path is None:
        reading = voice.reading(choice.card, NEXT_STEPS)
        if reading:
            yield f"- Its place in a path: {reading.value}"
        return
    at = path.place_of(choice.card.id) or 0
    if at > 0 and not profile.holds.intersection(path.steps[at - 1].certifications):
        yield f"- Before it: {path.steps[at - 1].text}"
    if at + 1 < len(path.steps):
        yield f"- After it: {path.steps[at + 1].text}"


def _beyond_the_guide(voice: Voice, profile: Profile) -> Iterator[str]:
    """The next step of the person's path where it is nothing that the guide reviews, and so cannot be the pick."""
    for path in voice.knowledge.paths.values():
        if profile.situation and not profile.shows.intersection(path.suits):
            continue
        for held in sorted(profile.holds):
            at = path.place_of(held)
            if at is not None and at + 1 < len(path.steps) and not path.steps[at + 1].certifications:
                yield f"- The guide's own next step after it: {path.steps[at + 1].text}"
                return


def _path_of(voice: Voice, choice: Choice, profile: Profile) -> LearningPath | None:
    """Of the paths that hold the pick, the one that most of what was said speaks for; None where nothing does."""
    suiting = [
        (len(profile.shows.intersection(path.suits)), path)
        for path in voice.knowledge.paths.values()
        if path.place_of(choice.card.id) is not None
    ]
    best, path = max(suiting, key=lambda pair: pair[0], default=(0, None))
    return path if best > 0 else None


def left_out(advice: Advice, profile: Profile) -> Iterator[str]:
    """What would have ranked but for a limit; what is retired is told by the notices."""
    points = {choice.card.id for choice in advice.choices}
    silent = profile.refused
    for choice, why in advice.excluded:
        if choice.card.id not in points and choice.card.id not in silent and not choice.facts.retired:
            yield f"- Left out {choice.card.short}: {why}."
            return


def instead_lines(voice: Voice, advice: Advice) -> Iterator[str]:
    """What has taken the place of the retired one that would have been the pick; the guide does not review it."""
    for card in (facts.card for facts in advice.instead):
        held = "; ".join(
            filter(None, [value_of(voice, card, COST) or "price not known", value_of(voice, card, RENEWAL)])
        )
        gone = advice.gone.short if advice.gone else ""
        yield f"- Not reviewed in the guide, in the place of {gone}: {card.with_codes}: {held}."


def change_line(voice: Voice, profile: Profile) -> Iterator[str]:
    """What the advice would be without one of the limits."""
    for change in voice.adviser.changes(profile, voice.day)[:1]:
        yield f"- With {change.with_} it would be {change.card.short}."
