"""The classifier: multinomial logistic regression, linear scores of sparse vectors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Head:
    """Linear scores: ``values @ weights[ids] + dense @ dense_weights + bias`` are the logits of the intents."""

    weights: Matrix
    """Features x intents."""
    dense_weights: Matrix
    """Places of the dense block x intents."""
    bias: Matrix
    """One an intent."""

    def logits(self, ids: NDArray[np.int32], values: Matrix, dense: Matrix) -> Matrix:
        """The logits of one vector, sparse and dense, one an intent."""
        return weighted_sum(values, self.weights[ids]) + weighted_sum(dense, self.dense_weights) + self.bias


def weighted_sum(values: Matrix, rows: Matrix) -> Matrix:
    """``values @ rows`` without BLAS, whose threads cost more to wake for one utterance than they save."""
    result: Matrix = np.einsum("i,ij->j", values, rows)
    return result


def softmax(logits: Matrix) -> Matrix:
    """Probabilities along the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    result: Matrix = powers / powers.sum(axis=-1, keepdims=True)
    return result
