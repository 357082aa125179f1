"""Reading the data sets, taking samples of them, and typing badly. All randomness has a seed."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

SHORTEST_TYPO = 4
"""Words of fewer letters are left alone: one edit makes another word of them."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An utterance and its intent; None when it is out of scope."""

    text: str
    intent: str | None


def read(path: Path) -> list[Labelled]:
    """The lines of a JSON Lines file: {"text": ..., "intent": ... or null}."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [Labelled(line["text"], line["intent"]) for line in lines]


def by_intent(utterances: Iterable[Labelled]) -> dict[str, list[str]]:
    """The texts of each intent, in the order of the data; what is out of scope is left out."""
    texts: dict[str, list[str]] = {}
    for utterance in utterances:
        if utterance.intent is not None:
            texts.setdefault(utterance.intent, []).append(utterance.text)
    return texts


def sample(examples: dict[str, list[str]], shots: int, seed: int) -> dict[str, list[str]]:
    """At most so many examples an intent."""
    dice = random.Random(seed)
    return {intent: dice.sample(texts, min(shots, len(texts))) for intent, texts in examples.items()}


def hold_out(examples: dict[str, list[str]], share: float, seed: int) -> dict[str, list[str]]:
    """The examples without that share of the intents."""
    out = set(random.Random(seed).sample(sorted(examples), round(share * len(examples))))
    return {intent: texts for intent, texts in examples.items() if intent not in out}


def out_of_scope_unless(utterances: Sequence[Labelled], intents: Iterable[str]) -> list[Labelled]:
    """The utterances, those of other intents marked as out of scope."""
    known = set(intents)
    return [each if each.intent in known else replace(each, intent=None) for each in utterances]


def mistype(text: str, dice: random.Random) -> str:
    """The text with one edit (a letter lost, added, replaced, or two swapped) in one or two of its longer words."""
    words = text.split()
    long = [i for i, word in enumerate(words) if len(word) >= SHORTEST_TYPO and word.isalpha()]
    for i in dice.sample(long, min(len(long), dice.choice((1, 2)))):
        words[i] = _slip(words[i], dice)
    return " ".join(words)


def _slip(word: str, dice: random.Random) -> str:
    at, letter = dice.randrange(len(word) - 1), dice.choice(ascii_lowercase)
    edits = (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    return dice.choice(edits)
