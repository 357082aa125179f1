"""Fits the classifier to examples: over centred vectors, in the dual, and stopped early."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from bot.nlu.matcher.head import Head, Matrix, softmax

if TYPE_CHECKING:
    from bot.nlu.matcher.values import MatcherSettings

Labels = NDArray[np.int32]

ONE_BLOCK_UP_TO = 1_800
"""Examples up to which one dense kernel matrix is solved at once (13 MB); more are taken block by block."""
BLOCK = 256
COMMON = 0.02
BLOCK_STEPS_AT_ONCE = 5
"""When there is time for one pass only."""
WORK = 2e7
"""Examples x intents gone through at most, by which very many get fewer passes."""


class Vectors(NamedTuple):
    """The vectors of several examples: sparse and dense features, one row an example."""

    sparse: csr_array
    dense: Matrix

    def some(self, rows: NDArray[np.int64]) -> Vectors:
        """Those of some of the examples."""
        return Vectors(self.sparse[rows], self.dense[rows])


def targets_of(labels: Labels, intents: int) -> Matrix:
    """One row an example, with a one at its intent."""
    targets = np.zeros((len(labels), intents), np.float32)
    targets[np.arange(len(labels)), labels] = 1
    return targets


def kernel(vectors: Vectors) -> Matrix:
    """All inner products of the rows, dense.

    What many rows share is multiplied densely, the rest sparsely and a few rows at a time: a third of the time and of
    the memory of a sparse product of it all.
    """
    sparse = vectors.sparse
    common = np.bincount(sparse.indices, minlength=sparse.shape[1]) > sparse.shape[0] * COMMON
    by_column = sparse.tocsc()
    shared = np.concatenate([by_column[:, np.flatnonzero(common)].toarray(), vectors.dense], axis=1)
    rest = by_column[:, np.flatnonzero(~common)].tocsr()
    other = rest.T.tocsr()
    result: Matrix = shared @ shared.T
    for start in range(0, len(result), BLOCK):
        result[start : start + BLOCK] += (rest[start : start + BLOCK] @ other).toarray()
    return result


def fit_head(
    vectors: Vectors,
    targets: Matrix,
    settings: MatcherSettings,
    gram: Matrix | None = None,
    order: NDArray[np.int64] | None = None,
) -> Head:
    """Fits the classifier to vectors and the probabilities (examples x intents) that their intents should get.

    ``gram`` may hold the rows' inner products, if they are known already; ``order`` is that in which the rows are taken
    where there are many. Since many are not fitted to the end, it should not depend on their number: else a few more
    would change what is made of all others. The vectors are centred: without their common part the gradient steps are
    longer and fewer, and stopping early then regularises best.
    """
    mean = np.asarray(vectors.sparse.mean(axis=0), np.float32)
    dense_mean: Matrix = vectors.dense.mean(axis=0)
    if len(targets) <= ONE_BLOCK_UP_TO:
        gram = kernel(vectors) if gram is None else gram
        rows = gram.mean(axis=0)
        centred = gram - rows - rows[:, None] + rows.mean()
        nothing = np.zeros_like(targets)
        coefficients = solve(centred, nothing, targets, nothing, settings.regularisation, settings.steps)
        raw: Matrix = vectors.sparse.T @ coefficients
        dense: Matrix = vectors.dense.T @ coefficients
        total: Matrix = coefficients.sum(axis=0)
        dense -= np.outer(dense_mean, total)
    else:
        if order is None:
            order = np.random.default_rng(0).permutation(len(targets))
        raw, dense, total = _fit_blocks(vectors, mean, dense_mean, targets, settings, order)
    for start in range(0, len(raw), BLOCK):  # in parts, as all at once would take the memory of the weights again
        raw[start : start + BLOCK] -= np.outer(mean[start : start + BLOCK], total)
    return Head(np.ascontiguousarray(raw), dense, -(mean @ raw) - dense_mean @ dense)


def solve(gram: Matrix, base: Matrix, targets: Matrix, start: Matrix, regularisation: float, steps: int) -> Matrix:
    """What to add to the coefficients ``start`` of some examples, all others kept.

    ``base`` are the examples' present logits. Accelerated gradient descent (Nesterov 1983) in the function space, where
    the gradient is simply ``probabilities - targets + regularisation * coefficients``; the step is the inverse of its
    Lipschitz bound, half the largest eigenvalue of the kernel (Boehning 1992) plus the regularisation.
    """
    pull = np.float32(regularisation)
    step = np.float32(1 / (0.5 * _largest_eigenvalue(gram) + regularisation))
    added: Matrix = np.zeros_like(targets)
    ahead: Matrix = added
    for iteration in range(steps):
        errors: Matrix = softmax(base + gram @ ahead) - targets
        gradient: Matrix = errors + pull * (start + ahead)
        stepped: Matrix = ahead - step * gradient
        momentum: Matrix = np.float32(iteration / (iteration + 3)) * (stepped - added)
        ahead = stepped + momentum
        added = stepped
    return added


def _largest_eigenvalue(gram: Matrix) -> float:
    # Starts from anything but the constant vector, which centring has made the one without any length.
    vector: Matrix = np.cos(np.arange(len(gram), dtype=np.float32))
    length = 1.0
    for _ in range(8):
        length = max(float(np.sqrt(vector @ vector)), 1e-6)
        vector = gram @ (vector / np.float32(length))
    return max(float(np.sqrt(vector @ vector)), 1e-6) * 1.05  # the power method comes from below


def _fit_blocks(
    vectors: Vectors,
    mean: Matrix,
    dense_mean: Matrix,
    targets: Matrix,
    settings: MatcherSettings,
    order: NDArray[np.int64],
) -> tuple[Matrix, Matrix, Matrix]:
    """``vectors.T @ coefficients``, the dense part of it centred, and the coefficients' sums.

    By block coordinate descent.
    """
    intents = targets.shape[1]
    parts = np.array_split(order, -(-len(targets) // BLOCK))
    passes = int(np.clip(WORK / (len(targets) * intents), 1, settings.passes))
    blocks = (_Block(vectors, mean, dense_mean, rows) for rows in parts)  # kept only when they are needed again
    kept = list(blocks) if passes > 1 else []
    coefficients = np.zeros((len(targets), intents), np.float16)
    raw = np.zeros((vectors.sparse.shape[1], intents), np.float32)
    dense = np.zeros((vectors.dense.shape[1], intents), np.float32)
    total, shift = np.zeros(intents, np.float32), np.zeros(intents, np.float32)
    steps = settings.block_steps if passes > 1 else BLOCK_STEPS_AT_ONCE
    squared = np.float32(mean @ mean)
    for _ in range(passes):
        for block in kept or blocks:
            near = raw[block.columns]
            base = block.local @ near - np.outer(block.means, total) - shift + squared * total + block.dense @ dense
            start = coefficients[block.rows].astype(np.float32)
            added = solve(block.gram, base, targets[block.rows], start, settings.regularisation, steps)
            coefficients[block.rows] = (start + added).astype(np.float16)
            near += block.turned @ added
            raw[block.columns] = near
            dense += block.dense.T @ added
            total += added.sum(axis=0)
            shift += block.means @ added
    return raw, dense, total


class _Block:
    """Some examples, cut down to the columns that they use; the dense features are centred."""

    def __init__(self, vectors: Vectors, mean: Matrix, dense_mean: Matrix, rows: NDArray[np.int64]) -> None:
        part, dense = vectors.some(rows)
        self.rows = rows
        used = np.zeros(part.shape[1], np.bool_)
        used[part.indices] = True
        self.columns = np.flatnonzero(used)
        positions = np.cumsum(used, dtype=np.int32)[part.indices] - 1
        self.local = csr_array((part.data, positions, part.indptr), shape=(len(rows), len(self.columns)))
        self.turned = self.local.T.tocsr()
        self.means: Matrix = part @ mean
        self.dense: Matrix = dense - dense_mean
        self.gram: Matrix = (self.local @ self.turned).toarray()
        self.gram += np.float32(mean @ mean) - self.means - self.means[:, None]
        self.gram += self.dense @ self.dense.T
