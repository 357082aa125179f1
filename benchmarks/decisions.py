"""How well it is understood what strangers want: ``python -m benchmarks.decisions [--folds N]``.

Cross-validation over the collected messages of the knowledge, split by conversation: what is learnt from the others is
asked of each. Beside it what the same costs when every message was learnt: the gap is the overfitting. A message is
right where the likeliest entry is among those that its label admits. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from bot.adapters.yaml_knowledge import load_knowledge
from bot.bootstrap import open_encoder
from bot.nlu.understander import Understander
from bot.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from bot.domain.collected import Collected
    from bot.domain.knowledge import Knowledge
    from bot.nlu.matcher import SentenceEncoder

LONG = 200
"""Characters from which on a message counts as long."""
BARS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
"""Confidences from which on it would be answered."""
COSTS = {"wrong": 4.0, "needless decline": 1.5}


class Remembering:
    """An encoder that encodes each sentence once: the folds share most of theirs."""

    def __init__(self, encoder: SentenceEncoder) -> None:
        self.name, self.size, self.languages = encoder.name, encoder.size, encoder.languages
        self._encoder = encoder
        self._kept: dict[str, NDArray[np.float32]] = {}

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """See ``SentenceEncoder``."""
        new = [sentence for sentence in dict.fromkeys(sentences) if sentence not in self._kept]
        self._kept.update(zip(new, self._encoder.encode(new), strict=True) if new else ())
        return np.stack([self._kept[sentence] for sentence in sentences])


@dataclass(frozen=True, slots=True)
class Judged:
    """One message: where it belongs, and what came of it."""

    group: str
    confidence: float
    first: bool
    three: bool


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="benchmarks.decisions", description=__doc__)
    parser.add_argument("--folds", type=int, default=4)
    folds: int = parser.parse_args().folds
    settings = read_settings()
    knowledge = load_knowledge(settings.knowledge, with_checks=False).knowledge
    opened = open_encoder(settings.encoder, settings.cache)
    encoder = Remembering(opened) if opened else None
    held_out: list[Judged] = []
    for fold in range(folds):
        kept = tuple(one for one in knowledge.collected if _fold(one, folds) != fold)
        asked = [one for one in knowledge.collected if _fold(one, folds) == fold]
        held_out += _judge(replace(knowledge, collected=kept), encoder, asked)
    fitted = _judge(knowledge, encoder, knowledge.collected)
    report = {"cross_validated": _shares(held_out), "fitted": _shares(fitted), "bars": _bars(held_out)}
    print(json.dumps(report, indent=2))


def _fold(message: Collected, folds: int) -> int:
    return zlib.crc32(repr(message.conversation).encode()) % folds


def _judge(knowledge: Knowledge, encoder: SentenceEncoder | None, asked: Iterable[Collected]) -> list[Judged]:
    understander = Understander(knowledge, None, encoder)
    judged = []
    for message, context in understander.in_context(asked):
        intents = understander.understand(message.says, context).intents
        right = [intent.entry.id in message.means for intent in intents[:3]]
        confidence = intents[0].confidence if intents else 0.0
        judged.append(Judged(_group(message), confidence, any(right[:1]), any(right)))
    return judged


def _group(message: Collected) -> str:
    if message.in_conversation:
        return "later turn" if message.after else "first turn"
    return "after another" if message.after else "long" if len(message.says) > LONG else "short"


def _shares(judged: list[Judged]) -> dict[str, dict[str, float]]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[one.group].append(one)
        groups["all"].append(one)
    return {
        name: {
            "messages": len(members),
            "first": round(sum(one.first for one in members) / len(members), 4),
            "among three": round(sum(one.three for one in members) / len(members), 4),
        }
        for name, members in groups.items()
    }


def _bars(judged: list[Judged]) -> dict[str, dict[str, float]]:
    """For each bar what share would be answered rightly and wrongly, and the mean cost; asking back costs 1."""
    table = {}
    for bar in BARS:
        answered = [one for one in judged if one.confidence >= bar]
        right = sum(one.first for one in answered) / len(judged)
        wrong = len(answered) / len(judged) - right
        asked = [one for one in judged if one.confidence < bar]
        cost = wrong * COSTS["wrong"] + sum(1.0 if one.three else COSTS["needless decline"] for one in asked) / len(
            judged
        )
        table[str(bar)] = {"right": round(right, 4), "wrong": round(wrong, 4), "cost": round(cost, 4)}
    return table


if __name__ == "__main__":
    main()
