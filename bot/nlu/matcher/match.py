"""Ranking and explaining one utterance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from bot.nlu.matcher.calibration import Calibration, signals
from bot.nlu.matcher.head import Head, Matrix, softmax, weighted_sum
from bot.nlu.matcher.outcome import Thresholds
from bot.nlu.matcher.values import Explanation, MatcherSettings, Ranking, ScoredIntent, Utterance
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.nlu.matcher.dense import DenseReader
    from bot.nlu.matcher.features import FeatureReader
    from bot.nlu.matcher.meaning import Meaning
    from bot.nlu.matcher.space import FeatureSpace, Vector
    from bot.nlu.matcher.spelling import SpellingRepair

TYPICAL_UNIT = 32_767
"""Typical examples are kept as 16-bit integers: half the memory, and quicker to read than half-precision floats."""
EXPLAINED_FEATURES = 12
SENTENCE = "[the sentence as a whole]"
"""What the sentence encoder's part is called in an explanation."""
EXPLAINED_EXAMPLES = 5


class SparseRows(NamedTuple):
    """The examples' vectors in compressed sparse rows: row i is at starts[i] to starts[i + 1]."""

    values: NDArray[np.float32]
    ids: NDArray[np.int32]
    starts: NDArray[np.int32]

    def dot(self, row: int, dense: Matrix) -> float:
        """The inner product of one row with a dense vector."""
        part = slice(int(self.starts[row]), int(self.starts[row + 1]))
        return float(self.values[part] @ dense[self.ids[part]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Matcher:
    """Knows which intent an utterance has. Build it with build_matcher; safe to share between threads."""

    intents: tuple[str, ...]
    examples: tuple[str, ...]
    labels: NDArray[np.int32]
    repair: SpellingRepair
    reader: FeatureReader
    space: FeatureSpace
    dense: DenseReader
    vectors: SparseRows
    head: Head
    typical: NDArray[np.int16]
    calibration: Calibration | None
    meaning: Meaning | None
    """What sentences of any language mean; None without an encoder."""
    settings: MatcherSettings

    def rank(self, utterance: str | Utterance) -> Ranking:
        """All intents by confidence, none when nothing was said; never raises, whatever the text."""
        said = Utterance(utterance) if isinstance(utterance, str) else utterance
        tokens, repairs = self._understand(said.words)
        if not tokens:
            return Ranking((), 0.0, (), ())
        vector, logits = self._logits(tokens, said)
        inside = 1.0
        if len(logits) > len(self.intents):
            inside = 1 - float(softmax(logits)[-1])
            logits = logits[:-1]
        order = np.argsort(-logits, kind="stable")[: self.settings.candidates]
        if self.calibration is None:
            in_scope = inside
            confidences = inside * softmax(logits * np.float32(self.settings.sharpness))[order]
        else:
            found = signals(logits[None], np.array([vector.novelty]))
            in_scope, right = (inside * self.calibration.probabilities(found)[0]).tolist()
            confidences = _confidences(softmax(logits)[order], right)
        near = self._similarities(vector, order)
        candidates = tuple(
            ScoredIntent(self.intents[i], confidence, similarity)
            for i, confidence, similarity in zip(order.tolist(), confidences.tolist(), near.tolist(), strict=True)
        )
        return Ranking(candidates, in_scope, tokens, repairs)

    def _logits(self, tokens: tuple[str, ...], said: Utterance) -> tuple[Vector, Matrix]:
        vector = self.space.vector(self.reader.read(tokens))
        sentence = said.sentence or " ".join(tokens)
        dense = self.dense.read([Utterance(said.words, sentence, said.signs)])[0]
        return vector, self.head.logits(vector.ids, vector.values, dense)

    def interpret(self, sentence: str, without: frozenset[str] = frozenset()) -> tuple[Ranking, str]:
        """The intents of a sentence in any language, some left out, and an example of the best that says the same.

        Raises ValueError where there is no encoder.
        """
        if self.meaning is None:
            raise ValueError("only an encoder reads other languages")
        vector = self.dense.read([Utterance(sentence)])[0, : self.dense.encoded]
        chances = self.meaning.probabilities(vector)
        chances[[number for number, intent in enumerate(self.intents) if intent in without]] = 0
        chances /= max(float(chances.sum()), 1e-9)
        order = np.argsort(-chances, kind="stable")[: self.settings.candidates].tolist()
        scored = tuple(ScoredIntent(self.intents[at], float(chances[at]), 0.0) for at in order)
        nearest = self.meaning.nearest(vector, np.flatnonzero(self.labels == order[0]))
        return Ranking(scored, 1.0, (), ()), self.examples[nearest]

    @property
    def thresholds(self) -> Thresholds:
        """When to match, ask back or give up, as the examples themselves suggest it."""
        return Thresholds(in_scope=self.calibration.in_scope_threshold) if self.calibration else Thresholds()

    def explain(self, utterance: str | Utterance, intent: str) -> Explanation:
        """The features and examples that spoke for an intent. Raises ValueError for an intent that is not known."""
        if intent not in self.intents:
            raise ValueError(f"unknown intent: {intent}")
        number = self.intents.index(intent)
        said = Utterance(utterance) if isinstance(utterance, str) else utterance
        tokens, _ = self._understand(said.words)
        vector = self.space.vector(self.reader.read(tokens))
        dense = self.dense.read([Utterance(said.words, said.sentence or " ".join(tokens), said.signs)])[0]
        return Explanation(self._strongest(vector, dense, number), self._nearest(vector, number))

    def _understand(self, utterance: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        typed = tokenise(utterance)
        tokens = tuple(self.repair.repair(token) for token in typed)
        repairs = tuple((a, b) for a, b in zip(typed, tokens, strict=True) if a != b)
        return tokens, repairs

    def _similarities(self, vector: Vector, intents: NDArray[np.int64]) -> Matrix:
        typical = self.typical[vector.ids[:, None], intents].astype(np.float32)
        length = np.float32(TYPICAL_UNIT * self.settings.weights.squared**0.5)
        cosines: Matrix = np.clip(weighted_sum(vector.values, typical) / length, 0, 1)
        return cosines

    def _strongest(self, vector: Vector, dense: Matrix, number: int) -> tuple[tuple[str, float], ...]:
        lead = self.head.dense_weights[:, number] - self.head.dense_weights.mean(axis=1)
        column = self.head.weights[vector.ids]
        added = (vector.values * (column[:, number] - column.mean(axis=1))).tolist()
        names = self.space.names
        parts = [(names[id_], value) for id_, value in zip(vector.ids.tolist(), added, strict=True)]
        encoded = self.dense.encoded
        if encoded:
            parts.append((SENTENCE, float(dense[:encoded] @ lead[:encoded])))
        signs = (dense[encoded:] * lead[encoded:]).tolist()
        parts += [(f"[{name}]", value) for name, value in zip(self.dense.signs, signs, strict=True) if value]
        return tuple(sorted(parts, key=lambda part: -abs(part[1]))[:EXPLAINED_FEATURES])

    def _nearest(self, vector: Vector, number: int) -> tuple[tuple[str, float], ...]:
        dense = np.zeros(len(self.space), np.float32)
        dense[vector.ids] = vector.values
        mine = np.flatnonzero(self.labels == number)
        cosines = np.array([self.vectors.dot(row, dense) for row in mine.tolist()]) / self.settings.weights.squared
        order = np.argsort(-cosines, kind="stable")[:EXPLAINED_EXAMPLES]
        return tuple((self.examples[mine[i]], float(min(cosines[i], 1.0))) for i in order)


def _confidences(probabilities: Matrix, best: float) -> Matrix:
    """The best one's is calibrated; the others share the rest as the classifier has it, none above the best."""
    rest = probabilities / max(1 - float(probabilities[0]), 1e-6)
    confidences: Matrix = np.minimum(rest * (1 - best), best)
    confidences[0] = best
    return confidences
