"""Points of certifications: what the rules that apply to a person add up to, and which gave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.learner import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.certification import Certification
    from bot.domain.learner import Profile
    from bot.recommender.facts import CardFacts

IN_MIND = Rule(id="in-mind", title="Has it in mind", section="", reason="you have it in mind", source="")
"""Speaks for a certification that the person named without holding it."""
IN_MIND_POINTS = 4
NEWEST_WEIGHT = 2
"""What the latest message says counts so much more than what was said before: "something prestigious instead"."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A certification and what speaks for and against it."""

    facts: CardFacts
    score: int
    """Sum of the points of the rules that apply."""
    reasons: tuple[Rule, ...]
    """The rules that speak for it, the strongest first."""
    against: tuple[Rule, ...]
    """The rules that speak against it."""

    @property
    def card(self) -> Certification:
        """The certification."""
        return self.facts.card


def weight_of(rule: Rule, profile: Profile) -> int:
    """By what the points of a rule are multiplied: more where the latest message shows it."""
    return NEWEST_WEIGHT if rule.id in profile.newest else 1


def add_points(applied: Iterable[Rule], denied: Iterable[Rule], profile: Profile) -> dict[str, int]:
    """The sum of the points of each card that any rule speaks of; those of what was said last count more."""
    points = dict.fromkeys(profile.named, IN_MIND_POINTS)
    for rule in applied:
        weight = weight_of(rule, profile)
        for card, plus in rule.prefers.items():
            points[card] = points.get(card, 0) + weight * plus
        for card, minus in rule.avoids.items():
            points[card] = points.get(card, 0) - weight * minus
    for rule in denied:
        for card, plus in rule.prefers.items():
            points[card] = points.get(card, 0) - plus
    return points


def weigh(facts: CardFacts, score: int, applied: list[Rule], denied: list[Rule], profile: Profile) -> Choice:
    """A card as a choice, with the rules that speak for it, the strongest first, and those against it."""
    card = facts.card.id
    plus = [(weight_of(rule, profile) * rule.prefers[card], rule) for rule in applied if card in rule.prefers]
    plus += [(IN_MIND_POINTS, IN_MIND)] * (card in profile.named)
    against = [rule for rule in applied if card in rule.avoids]
    against += [rule for rule in denied if card in rule.prefers]
    strongest = sorted(plus, key=lambda pair: -pair[0])
    return Choice(facts, score, tuple(rule for _, rule in strongest), tuple(against))
