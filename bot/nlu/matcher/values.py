"""What goes into and comes out of the matcher: frozen values, no behaviour worth a test of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Outcome(Enum):
    """What to do with a ranking."""

    MATCHED = "matched"
    AMBIGUOUS = "ambiguous"
    FALLBACK = "fallback"


@dataclass(frozen=True, slots=True)
class BlockWeights:
    """The length of each block of features in an utterance's vector."""

    words: float = 1.5
    pairs: float = 1.0
    skips: float = 0.7
    letters: float = 1.5

    @property
    def squared(self) -> float:
        """The squared length of a vector that has every block and nothing unknown."""
        return self.words**2 + self.pairs**2 + self.skips**2 + self.letters**2


@dataclass(frozen=True, slots=True)
class MatcherSettings:
    """How a matcher is built. The defaults were chosen on validation data: see docs/matcher.md."""

    weights: BlockWeights = field(default_factory=BlockWeights)
    unknown_weight: float = 2.0
    """How much more than a known feature one never seen in the examples counts in an utterance's length."""
    regularisation: float = 0.3
    """Pull of the classifier towards indifference, in examples; larger is smoother."""
    steps: int = 30
    """Gradient steps of the classifier's fit; few, as stopping early is the better part of its regularisation."""
    outside_share: float = 0.05
    """The share of utterances that will be out of scope, 0 to 1, as far as one can tell beforehand."""
    turned_away: float = 0.06
    """The share of in-scope utterances that the threshold for "no match" may cost, 0 to 1."""
    candidates: int = 10
    """The most intents a ranking lists."""
    encoder_weight: float = 3.0
    """The length of the sentence encoder's vector, where there is one."""
    encoded_steps: int = 45
    """Gradient steps in the place of `steps` where there is an encoder: its part of the classifier learns slower."""
    sign_weight: float = 0.3
    """How much one sign counts: see Example."""
    passes: int = 4
    """Times that the fit goes through all examples, where they are too many to be solved at once."""
    block_steps: int = 8
    """Gradient steps on each block of examples, in each pass."""
    most_features: int = 1_000_000
    """The most words, pairs and letter runs that are told apart; the rarer ones count as unknown."""
    calibrated: bool = True
    """Whether examples are held back, at the cost of a second fit, to learn how far confidences can be trusted.
    Where not, they are the classifier's own, sharpened by `sharpness`."""
    sharpness: float = 1.0
    """Factor of the classifier's scores where nothing was held back."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was said, as the matcher hears it."""

    words: str
    """What the lexical features are read from; may hold slots."""
    sentence: str = ""
    """What the sentence encoder reads: without slots."""
    signs: Mapping[str, float] = field(default_factory=dict, hash=False)
    """What else is known of it, by name: each is a feature of its own. About 0 to 1."""


@dataclass(frozen=True, slots=True)
class Example:
    """An utterance to learn from."""

    utterance: Utterance
    intents: tuple[str, ...]
    """What would be right, best first; empty: none of the intents."""


@dataclass(frozen=True, slots=True)
class ScoredIntent:
    """One intent and how well it fits an utterance."""

    intent: str
    confidence: float
    """Calibrated probability that this intent is right, 0 to 1."""
    similarity: float
    """Cosine to the intent's typical example, the mean of them, 0 to 1; not a probability."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every intent (the best 10 of more) for one utterance, best first; the confidences sum to at most 1."""

    candidates: tuple[ScoredIntent, ...]
    in_scope: float
    """Probability that the utterance belongs to any of the intents, 0 to 1: the gate for "no match"."""
    tokens: tuple[str, ...]
    """The utterance's tokens as they were understood, after repair."""
    repairs: tuple[tuple[str, str], ...]
    """Typed token and what it was taken for, in order."""

    @property
    def best(self) -> ScoredIntent | None:
        """The likeliest intent; None only when nothing was said."""
        return self.candidates[0] if self.candidates else None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an intent got its score."""

    features: tuple[tuple[str, float], ...]
    """Feature and what it added to the intent's score (may be negative), strongest first."""
    nearest_examples: tuple[tuple[str, float], ...]
    """The intent's examples nearest the utterance and their cosine, 0 to 1, nearest first."""
