"""Ranking of certifications for a learner."""

from bot.recommender.advice import Advice, Change
from bot.recommender.adviser import Adviser
from bot.recommender.facts import CardFacts, read_card
from bot.recommender.limits import may_exceed, may_take_longer, within_budget
from bot.recommender.points import Choice, weight_of

__all__ = [
    "Advice",
    "Adviser",
    "CardFacts",
    "Change",
    "Choice",
    "may_exceed",
    "may_take_longer",
    "read_card",
    "weight_of",
    "within_budget",
]
