"""The adviser: adds up the points of the rules that apply, and says which gave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.certification import CardKind
from bot.domain.learner import Rule
from bot.recommender.limits import obstacle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from bot.domain.certification import Certification
    from bot.domain.learner import Profile


IN_MIND = Rule(id="in-mind", title="Has it in mind", section="", reason="you have it in mind", source="")
"""Speaks for a certification that the person named without holding it."""
IN_MIND_POINTS = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """A certification and what speaks for and against it."""

    card: Certification
    score: int
    """Sum of the points of the rules that apply."""
    reasons: tuple[Rule, ...]
    """The rules that speak for it, the strongest first."""
    against: tuple[Rule, ...]
    """The rules that speak against it."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to take, and why not the rest."""

    choices: tuple[Choice, ...]
    """Best first; only what something speaks for."""
    excluded: tuple[tuple[Certification, str], ...]
    """What a limit forbids though it would have ranked, best first, with the obstacle."""
    applied: tuple[Rule, ...]
    """The rules that apply."""


def advise(
    profile: Profile,
    cards: Sequence[Certification],
    rules: Iterable[Rule],
    vendor_names: Mapping[str, str],
    day: date,
) -> Advice:
    """Rank the cards for a learner; deterministic: equal scores keep the order of the cards."""
    applied, denied = _applying(profile, list(rules))
    forbidden = {name for rule in applied for name in rule.excludes}
    choices = (_choice(card, applied, denied, named=card.id in profile.named) for card in cards)
    ranked = sorted(choices, key=lambda choice: -choice.score)
    wanted = [choice for choice in ranked if choice.score > 0]
    obstacles = {choice.card.id: obstacle(choice.card, profile, dict(vendor_names), day) for choice in wanted}
    free = [one for one in wanted if obstacles[one.card.id] is None and one.card.id not in forbidden]
    if not free and (wanted or profile.denies or profile.vendors_out or profile.cards_out):
        free = _unopposed(ranked, profile, dict(vendor_names), day, free_first=bool(wanted))
    out = tuple((one.card, why) for one in wanted if (why := obstacles[one.card.id]) is not None)
    return Advice(tuple(free), out, tuple(applied))


def _unopposed(
    ranked: list[Choice], profile: Profile, vendor_names: dict[str, str], day: date, *, free_first: bool
) -> list[Choice]:
    """Where nothing that something speaks for is left: what nothing speaks against, if wanted free resources first."""
    neutral = [one for one in ranked if one.score == 0 and not one.against]
    open_ = [one for one in neutral if obstacle(one.card, profile, vendor_names, day) is None]
    return sorted(open_, key=lambda one: free_first and one.card.kind is not CardKind.FREE_RESOURCE)


def _applying(profile: Profile, rules: list[Rule]) -> tuple[list[Rule], list[Rule]]:
    """The rules that apply, and those whose contrary does."""
    shown = profile.shows
    applied = [
        rule
        for rule in rules
        if rule.id in shown and shown.issuperset(rule.with_) and not shown.intersection(rule.without)
    ]
    return applied, [rule for rule in rules if rule.id in profile.denies]


def _choice(card: Certification, applied: list[Rule], denied: list[Rule], *, named: bool) -> Choice:
    plus = [(rule.prefers[card.id], rule) for rule in applied if card.id in rule.prefers]
    plus += [(IN_MIND_POINTS, IN_MIND)] * named
    minus = [(rule.avoids[card.id], rule) for rule in applied if card.id in rule.avoids]
    minus += [(rule.prefers[card.id], rule) for rule in denied if card.id in rule.prefers]
    strongest = sorted(plus, key=lambda pair: -pair[0])
    return Choice(
        card=card,
        score=sum(points for points, _ in plus) - sum(points for points, _ in minus),
        reasons=tuple(rule for _, rule in strongest),
        against=tuple(rule for _, rule in minus),
    )
