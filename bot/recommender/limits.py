"""Hard limits: what a learner cannot or will not take, whatever speaks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.certification import CardKind
from bot.domain.learner import NO_BUDGET

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.domain.figures import Figure
    from bot.domain.learner import Profile
    from bot.recommender.facts import CardFacts

REFUSED = "you asked for something else"


def obstacle(facts: CardFacts, profile: Profile, vendor_names: Mapping[str, str]) -> str | None:
    """Why a card is out of the question, completing "it is out because ..."; None where nothing stands against it."""
    card = facts.card
    if facts.retired and card.lifecycle:
        return f"it was retired on {card.lifecycle.retired}"
    if card.id in profile.holds:
        return "you hold it already"
    if card.id in profile.refused:
        return REFUSED
    if card.id in profile.cards_out or _ruled_out(facts, profile, vendor_names):
        return "you ruled it out"
    return _of_another_kind(facts, profile) or _unaffordable(facts, profile) or _too_long(facts, profile)


def _of_another_kind(facts: CardFacts, profile: Profile) -> str | None:
    """Of what the guide does not review it is not known whether it is an exam."""
    exam = facts.card.kind is CardKind.EXAM
    if profile.exam is None or profile.exam is exam or not facts.card.reviewed:
        return None
    return "it is an exam" if exam else "it is no exam"


def _ruled_out(facts: CardFacts, profile: Profile, vendor_names: Mapping[str, str]) -> bool:
    if facts.card.vendor in profile.vendors_out:
        return True
    return any(vendor_names[out].lower() in facts.platform for out in profile.vendors_out)


def _unaffordable(facts: CardFacts, profile: Profile) -> str | None:
    if profile.subscription is False and facts.subscription:
        return "it runs on a subscription"
    if NO_BUDGET in profile.shows and facts.paid:
        return "it costs money"
    over = over_budget(facts, profile)
    return f"it is ${over:,.0f} over your budget" if over > 0 else None


def over_budget(facts: CardFacts, profile: Profile) -> float:
    """By how many dollars the card's least price exceeds the budget; 0 where it fits or no figure is known."""
    if profile.budget is None:
        return 0
    price = facts.price_in(profile.budget.unit)
    return max(0.0, price.least - profile.budget.most) if price else 0


def unpriced(facts: CardFacts, profile: Profile) -> bool:
    """Whether there is a budget and no price to hold against it."""
    return profile.budget is not None and facts.price_in(profile.budget.unit) is None


def unmeasured(facts: CardFacts, profile: Profile) -> bool:
    """Whether there is a limit, and no figure to hold against it, of what costs money or is more than free lessons."""
    if facts.paid and unpriced(facts, profile):
        return True
    return profile.time is not None and facts.hours is None and facts.card.kind is not CardKind.FREE_RESOURCE


def may_exceed(facts: CardFacts, profile: Profile) -> float:
    """By how many dollars the card's highest price exceeds the budget where its least fits; else 0."""
    if profile.budget is None or over_budget(facts, profile) > 0:
        return 0
    price = facts.price_in(profile.budget.unit)
    return max(0.0, price.most - profile.budget.most) if price else 0


def within_budget(facts: CardFacts, profile: Profile) -> bool:
    """Whether there is a budget, and the card's highest price stays within it."""
    if profile.budget is None or profile.budget.most <= 0 or not facts.paid:
        return False
    price = facts.price_in(profile.budget.unit)
    return price is not None and price.most <= profile.budget.most


def may_take_longer(facts: CardFacts, profile: Profile) -> bool:
    """Whether the card fits the time there is only for those who are quick."""
    needed = _needed(facts, profile)
    if profile.time is None or needed is None or _too_long(facts, profile):
        return False
    return needed.most > profile.time.in_hours().most


def _needed(facts: CardFacts, profile: Profile) -> Figure | None:
    """The working hours it takes, at the person's pace where that is known."""
    at_pace = facts.weeks_at(profile.hours_a_week) if profile.hours_a_week else None
    return at_pace.in_hours() if at_pace else facts.hours


def _too_long(facts: CardFacts, profile: Profile) -> str | None:
    needed = _needed(facts, profile)
    if profile.time is None or needed is None:
        return None
    return f"it takes {facts.takes}" if needed.least > profile.time.in_hours().most else None


def without_each_limit(profile: Profile) -> Iterator[tuple[str, Profile]]:
    """The profile without one of its limits at a time, and what that is like, completing "with ..."."""
    if profile.budget is not None and profile.budget.most > 0:
        yield "a larger budget", replace(profile, budget=None)
    if profile.time is not None:
        yield "more time", replace(profile, time=None)
    if profile.subscription is False:
        yield "a subscription", replace(profile, subscription=None)
    if profile.exam is not None:
        yield "a course" if profile.exam else "an exam", replace(profile, exam=None)
    if profile.vendors_out:
        yield "nobody ruled out", replace(profile, vendors_out=frozenset())
