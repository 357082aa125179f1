"""What holds for every person, whatever they say: the repository's own certifications and rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.yaml_knowledge import load_knowledge
from bot.domain.figures import Figure, Unit
from bot.domain.learner import NO_BUDGET, Profile
from bot.recommender import Adviser

if TYPE_CHECKING:
    from bot.domain.knowledge import Knowledge

FOLDER = Path(__file__).parents[2] / "knowledge"


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    return load_knowledge(FOLDER, with_checks=False).knowledge


@lru_cache(maxsize=1)
def adviser() -> Adviser:
    names = {vendor.id: vendor.name for vendor in knowledge().vendors.values()}
    return Adviser(knowledge().reviewed, knowledge().rules, names)


def some(of: list[str], most: int) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(of), max_size=most)


RULES = sorted(knowledge().rules)
CARDS = [card.id for card in knowledge().reviewed]
VENDORS = sorted(knowledge().vendors)
MONEY = st.builds(
    lambda most, unit: Figure(None, float(most), unit),
    st.integers(0, 5000),
    st.sampled_from([Unit.USD, Unit.USD_PER_MONTH]),
)
SPANS = st.builds(
    lambda most, unit: Figure(None, float(most), unit),
    st.integers(1, 30),
    st.sampled_from([Unit.HOURS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS]),
)
PROFILES = st.builds(
    Profile,
    shows=some(RULES, 6),
    denies=some(RULES, 2),
    vendors_out=some(VENDORS, 3),
    cards_out=some(CARDS, 3),
    holds=some(CARDS, 3),
    named=some(CARDS, 2),
    budget=st.none() | MONEY,
    time=st.none() | SPANS,
    subscription=st.sampled_from([None, False]),
    hours_a_week=st.none() | st.floats(0.5, 40),
    refused=some(CARDS, 3),
)
DAYS = st.sampled_from([date(2026, 1, 9), date(2026, 11, 22)])


@settings(max_examples=300, deadline=None)
@given(PROFILES, DAYS)
def test_nothing_that_is_excluded_is_advised(profile: Profile, day: date) -> None:
    advice = adviser().advise(profile, day)
    forbidden = {name for rule in advice.applied for name in rule.excludes}
    for choice in advice.choices:
        card = choice.card
        assert card.id not in profile.cards_out | profile.holds | profile.refused | forbidden
        assert card.vendor not in profile.vendors_out
        assert card.lifecycle is None or card.lifecycle.retired >= day
        billing, free, cost = card.fact("billing", day), card.fact("free", day), card.fact("cost", day)
        assert not (profile.subscription is False and billing and billing.value == "subscription")
        assert not (NO_BUDGET in profile.shows and free and free.value == "paid")
        once = [figure for figure in cost.figures if figure.unit is Unit.USD] if cost else []
        if profile.budget and profile.budget.unit is Unit.USD and once:
            assert once[0].least <= profile.budget.most


@settings(max_examples=300, deadline=None)
@given(PROFILES, DAYS)
def test_every_reason_is_something_that_was_said(profile: Profile, day: date) -> None:
    for choice in adviser().advise(profile, day).choices:
        for rule in choice.reasons:
            assert rule.id in profile.shows or (rule.id == "in-mind" and choice.card.id in profile.named)


@settings(max_examples=200, deadline=None)
@given(PROFILES, DAYS)
def test_the_same_person_gets_the_same_advice(profile: Profile, day: date) -> None:
    again = Adviser(
        knowledge().reviewed,
        dict(reversed(list(knowledge().rules.items()))),
        {vendor.id: vendor.name for vendor in knowledge().vendors.values()},
    )
    assert adviser().advise(profile, day) == again.advise(profile, day) == adviser().advise(profile, day)


def loosened(profile: Profile) -> list[Profile]:
    budget, time = profile.budget, profile.time
    return [
        replace(profile, budget=None),
        replace(profile, budget=budget and replace(budget, high=budget.most + 200)),
        replace(profile, time=None),
        replace(profile, time=time and replace(time, high=time.most + 4)),
        replace(profile, subscription=None),
        replace(profile, vendors_out=frozenset()),
        replace(profile, cards_out=frozenset()),
        replace(profile, refused=frozenset()),
    ]


def best_score(profile: Profile, day: date) -> int:
    """Of nothing advised it is 0: that nothing speaks for is no better."""
    choices = adviser().advise(profile, day).choices
    return choices[0].score if choices else 0


@settings(max_examples=300, deadline=None)
@given(PROFILES, DAYS)
def test_loosening_a_limit_never_makes_the_best_pick_worse(profile: Profile, day: date) -> None:
    before = best_score(profile, day)
    assert all(best_score(other, day) >= before for other in loosened(profile))


@settings(max_examples=200, deadline=None)
@given(PROFILES, DAYS)
def test_what_would_change_the_advice_scores_higher(profile: Profile, day: date) -> None:
    before = best_score(profile, day)
    for change in adviser().changes(profile, day):
        points = sum(
            rule.prefers.get(change.card.id, 0) - rule.avoids.get(change.card.id, 0)
            for rule in adviser().advise(profile, day).applied
        )
        points -= sum(knowledge().rules[name].prefers.get(change.card.id, 0) for name in profile.denies)
        points += 4 * (change.card.id in profile.named)
        assert points > before
