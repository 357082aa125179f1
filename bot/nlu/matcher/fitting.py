"""Fits the classifier to examples: over centred vectors, in the dual, and stopped early."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from bot.nlu.matcher.head import Head, Matrix, softmax

Labels = NDArray[np.int32]

ONE_BLOCK_UP_TO = 1_800
"""Examples up to which one dense kernel matrix is solved at once (13 MB); more are taken block by block."""
BLOCK = 256
COMMON = 0.02
BLOCK_STEPS = 8
BLOCK_STEPS_AT_ONCE = 5
"""When there is time for one pass only."""
PASSES = 4
"""Of the block-wise fit. CLINC150 in full, by blocks of 512: 93.1 % after 3, 93.4 % after 5 (docs/matcher.md)."""
WORK = 2e7
"""Examples x intents gone through at most, by which very many get fewer passes."""


def targets_of(labels: Labels, intents: int) -> Matrix:
    """One row an example, with a one at its intent."""
    targets = np.zeros((len(labels), intents), np.float32)
    targets[np.arange(len(labels)), labels] = 1
    return targets


def kernel(vectors: csr_array) -> Matrix:
    """All inner products of the rows, dense.

    What many rows share is multiplied densely, the rest sparsely and a few rows at a time: a third of the time and of
    the memory of a sparse product of it all.
    """
    common = np.bincount(vectors.indices, minlength=vectors.shape[1]) > vectors.shape[0] * COMMON
    by_column = vectors.tocsc()
    shared = by_column[:, np.flatnonzero(common)].toarray()
    rest = by_column[:, np.flatnonzero(~common)].tocsr()
    other = rest.T.tocsr()
    result: Matrix = shared @ shared.T
    for start in range(0, len(result), BLOCK):
        result[start : start + BLOCK] += (rest[start : start + BLOCK] @ other).toarray()
    return result


def fit_head(
    vectors: csr_array, labels: Labels, intents: int, regularisation: float, steps: int, gram: Matrix | None = None
) -> Head:
    """Fits the classifier to vectors (examples x features) and their intents' numbers.

    ``gram`` may hold the rows' inner products, if they are known already. The vectors are centred: without their
    common part the gradient steps are longer and fewer, and stopping early then regularises best.
    """
    mean = np.asarray(vectors.mean(axis=0), np.float32)
    if len(labels) <= ONE_BLOCK_UP_TO:
        targets = targets_of(labels, intents)
        gram = kernel(vectors) if gram is None else gram
        rows = gram.mean(axis=0)
        centred = gram - rows - rows[:, None] + rows.mean()
        coefficients = solve(centred, np.zeros_like(targets), targets, np.zeros_like(targets), regularisation, steps)
        raw: Matrix = vectors.T @ coefficients
        total: Matrix = coefficients.sum(axis=0)
    else:
        raw, total = _fit_blocks(vectors, mean, labels, intents, regularisation)
    for start in range(0, len(raw), BLOCK):  # in parts, as all at once would take the memory of the weights again
        raw[start : start + BLOCK] -= np.outer(mean[start : start + BLOCK], total)
    return Head(np.ascontiguousarray(raw), -(mean @ raw))


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
    vectors: csr_array, mean: Matrix, labels: Labels, intents: int, regularisation: float
) -> tuple[Matrix, Matrix]:
    """``vectors.T @ coefficients`` and the coefficients' sums, by block coordinate descent; the seed is fixed."""
    order = np.random.default_rng(0).permutation(len(labels))
    parts = np.array_split(order, -(-len(labels) // BLOCK))
    passes = int(np.clip(WORK / (len(labels) * intents), 1, PASSES))
    blocks = (_Block(vectors, mean, rows) for rows in parts)  # kept only when they are needed again
    kept = list(blocks) if passes > 1 else []
    coefficients = np.zeros((len(labels), intents), np.float16)
    raw = np.zeros((vectors.shape[1], intents), np.float32)
    total, shift = np.zeros(intents, np.float32), np.zeros(intents, np.float32)
    steps = BLOCK_STEPS if passes > 1 else BLOCK_STEPS_AT_ONCE
    squared = np.float32(mean @ mean)
    for _ in range(passes):
        for block in kept or blocks:
            near = raw[block.columns]
            base = block.local @ near - np.outer(block.means, total) - shift + squared * total
            start = coefficients[block.rows].astype(np.float32)
            targets = targets_of(labels[block.rows], intents)
            added = solve(block.gram, base, targets, start, regularisation, steps)
            coefficients[block.rows] = (start + added).astype(np.float16)
            near += block.turned @ added
            raw[block.columns] = near
            total += added.sum(axis=0)
            shift += block.means @ added
    return raw, total


class _Block:
    """Some examples, cut down to the columns that they use."""

    def __init__(self, vectors: csr_array, mean: Matrix, rows: NDArray[np.int64]) -> None:
        part = vectors[rows]
        self.rows = rows
        used = np.zeros(vectors.shape[1], np.bool_)
        used[part.indices] = True
        self.columns = np.flatnonzero(used)
        positions = np.cumsum(used, dtype=np.int32)[part.indices] - 1
        self.local = csr_array((part.data, positions, part.indptr), shape=(len(rows), len(self.columns)))
        self.turned = self.local.T.tocsr()
        self.means: Matrix = part @ mean
        self.gram: Matrix = (self.local @ self.turned).toarray()
        self.gram += np.float32(mean @ mean) - self.means - self.means[:, None]
