"""Ranking of certifications for a learner."""

from bot.recommender.advice import Advice, Choice, advise

__all__ = ["Advice", "Choice", "advise"]
