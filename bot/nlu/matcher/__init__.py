"""The intent matcher: from {intent: examples} to a calibrated ranking of an utterance. Knows nothing of any domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.nlu.matcher.archive import Archive, pack, unpack
from bot.nlu.matcher.encoder import SentenceEncoder
from bot.nlu.matcher.match import Matcher
from bot.nlu.matcher.outcome import Thresholds, outcome_of
from bot.nlu.matcher.spelling import SpellingRepair
from bot.nlu.matcher.values import (
    Example,
    Explanation,
    MatcherSettings,
    Outcome,
    Ranking,
    ScoredIntent,
    Utterance,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "Archive",
    "Example",
    "Explanation",
    "Matcher",
    "MatcherSettings",
    "Outcome",
    "Ranking",
    "ScoredIntent",
    "SentenceEncoder",
    "SpellingRepair",
    "Thresholds",
    "Utterance",
    "build_matcher",
    "build_matcher_from",
    "outcome_of",
    "pack",
    "unpack",
]

DEFAULT_SETTINGS = MatcherSettings()


def build_matcher(
    examples: Mapping[str, Sequence[str]],
    *,
    outside: Sequence[str] = (),
    synonyms: Mapping[str, str] = {},
    settings: MatcherSettings = DEFAULT_SETTINGS,
    encoder: SentenceEncoder | None = None,
) -> Matcher:
    """A matcher for these intents: {intent: phrasings}. Deterministic: the same input builds the same matcher.

    ``outside`` are utterances known to belong to no intent; ``synonyms`` take a token to the words that it stands for
    ("fee" to "cost"). Raises ValueError when there is no intent, or one without examples.
    """
    labelled = [Example(Utterance(text), (intent,)) for intent, texts in examples.items() for text in texts]
    labelled += [Example(Utterance(text), ()) for text in outside]
    return build_matcher_from(list(examples), labelled, synonyms=synonyms, settings=settings, encoder=encoder)


def build_matcher_from(
    intents: Sequence[str],
    examples: Sequence[Example],
    *,
    synonyms: Mapping[str, str] = {},
    settings: MatcherSettings = DEFAULT_SETTINGS,
    encoder: SentenceEncoder | None = None,
) -> Matcher:
    """The same, for examples of which more than the words is known, or that several intents would suit."""
    from bot.nlu.matcher.build import build  # noqa: PLC0415 - SciPy, a sixth of a second, is needed to build only

    return build(intents, examples, synonyms, settings, encoder)
