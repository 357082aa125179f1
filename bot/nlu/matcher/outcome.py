"""From a ranking to what to do: answer, ask back, or admit not to know."""

from __future__ import annotations

from dataclasses import dataclass

from bot.nlu.matcher.values import Outcome, Ranking


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When to answer, when to ask "did you mean"; each a probability."""

    in_scope: float = 0.83
    """Below this probability of belonging to any intent there is no match. A matcher finds its own, at which 6 % of
    what is in scope is turned away (Matcher.thresholds); 0.83 is about that of CLINC150 with 10 examples an intent."""
    confident: float = 0.5
    """From this confidence on the best intent is answered without asking."""


def outcome_of(ranking: Ranking, thresholds: Thresholds = Thresholds()) -> Outcome:
    """Matched, ambiguous (offer the best candidates), or fallback (say that nothing fits)."""
    best = ranking.best
    if best is None or not ranking.tokens or ranking.in_scope < thresholds.in_scope:
        return Outcome.FALLBACK
    return Outcome.MATCHED if best.confidence >= thresholds.confident else Outcome.AMBIGUOUS
