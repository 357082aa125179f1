"""From scores to probabilities: what the scores of utterances that were held back say about the next one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.nlu.matcher.head import Matrix, softmax

Array = NDArray[np.float64]
SIGNALS = (
    "log of the top probability",
    "lead over the second",
    "evenness",
    "top score",
    "new words",
    "new pairs",
    "new letters",
)
PRIOR_SCOPE = (0.33, 0.2, -0.2, 0.2, -1.5, -0.5, -1.5, 3.8)
"""Weights, then the constant, when the examples are too few to tell: about those of CLINC150 and BANKING77 with 5 or 10
examples an intent, but for novelty, which is all that gives gibberish away while there are but a handful of intents."""
PRIOR_RIGHT = (0.6, 0.85, 0.1, 0.25, 0.0, 0.0, 0.0, -0.3)
PRIOR_THRESHOLD = 0.83
FEWEST = 100
"""Utterances held back, below which the prior weights serve."""
GATE_SHARE = 0.1
"""Share that those out of scope have while the gate is fitted; the odds of the share expected are set afterwards."""
RIDGE_SHARE = 0.02
"""Ridge penalty on the weights themselves, in shares of the utterances held back."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Utterances held back: their signals (utterances x signals), and what came of them."""

    signals: Array
    in_scope: NDArray[np.bool_]
    right: NDArray[np.bool_]
    """The likeliest intent was the right one; False for what is out of scope."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Two logistic regressions on the signals: in scope at all, and the likeliest intent right."""

    scope: Array
    """A weight a signal, then the constant."""
    right: Array
    in_scope_threshold: float
    """Below this probability of being in scope an utterance is turned away."""

    def probabilities(self, signals: Array) -> Array:
        """For each row of signals: of belonging to any intent, and of the likeliest intent being right (rows x 2)."""
        return _logistic(signals @ np.array([self.scope[:-1], self.right[:-1]]).T + [self.scope[-1], self.right[-1]])


def signals(logits: Matrix, novelty: Array) -> Array:
    """What tells sure from unsure: logits (rows x intents) and novelty (rows x 4) to rows x SIGNALS."""
    probabilities = softmax(logits).astype(np.float64)
    if probabilities.shape[1] > 1:
        top = -np.partition(-probabilities, 1, axis=1)[:, :2]
    else:
        top = np.concatenate([probabilities, np.zeros_like(probabilities)], axis=1)
    logs = np.log(top + 1e-6)
    evenness = -(probabilities * np.log(probabilities + 1e-9)).sum(axis=1)
    found = np.empty((len(logits), len(SIGNALS)))
    found[:, 0] = logs[:, 0]
    found[:, 1] = logs[:, 0] - logs[:, 1]
    found[:, 2] = evenness
    found[:, 3] = logits.max(axis=1)
    found[:, 4:6] = novelty[:, :2]
    found[:, 6] = novelty[:, 3]
    return found


def calibrate(evidence: Evidence, outside_share: float, turned_away: float) -> Calibration:
    """Fits both regressions; ``outside_share`` is the expected share of utterances out of scope, 0 to 1.

    ``turned_away`` is the share of in-scope utterances that the threshold may cost, 0 to 1.
    """
    inside = evidence.in_scope
    if len(inside) < FEWEST or inside.all() or not inside.any():
        return Calibration(np.array(PRIOR_SCOPE), np.array(PRIOR_RIGHT), PRIOR_THRESHOLD)
    scope = _regression(evidence.signals, inside, _weights(inside, GATE_SHARE))
    scope[-1] += _log_odds(GATE_SHARE) - _log_odds(outside_share)
    right = _regression(evidence.signals, evidence.right, _weights(inside, outside_share))
    gate = _logistic(evidence.signals[inside] @ scope[:-1] + scope[-1])
    return Calibration(scope, right, float(np.quantile(gate, turned_away)))


def _weights(inside: NDArray[np.bool_], outside_share: float) -> Array:
    share = np.where(inside, inside.mean(), 1 - inside.mean())
    weights: Array = np.where(inside, 1 - outside_share, outside_share) / share
    return weights


def _log_odds(share: float) -> float:
    return float(np.log(share / (1 - share)))


def _regression(signals: Array, outcome: NDArray[np.bool_], weights: Array) -> Array:
    """Weighted logistic regression by Newton's method, with a ridge penalty on the standardised signals."""
    means, scales = signals.mean(axis=0), signals.std(axis=0) + 1e-6
    rows = np.concatenate([(signals - means) / scales, np.ones((len(signals), 1))], axis=1)
    ridge = np.diag([RIDGE_SHARE * len(rows)] * signals.shape[1] + [1e-3])
    found = np.zeros(rows.shape[1])
    for _ in range(20):
        chance = _logistic(rows @ found)
        slope = rows.T @ (weights * (outcome - chance)) - ridge @ found
        curve = (rows * (weights * chance * (1 - chance))[:, None]).T @ rows + ridge
        found = found + np.linalg.solve(curve, slope)
    plain = found[:-1] / scales
    return np.append(plain, found[-1] - plain @ means)


def _logistic(x: Array) -> Array:
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))
