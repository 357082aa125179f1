"""A built matcher as plain arrays, so that it can be kept and a process need not build it again."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from bot.nlu.matcher.calibration import Calibration
from bot.nlu.matcher.dense import DenseReader
from bot.nlu.matcher.features import FeatureReader
from bot.nlu.matcher.head import Head
from bot.nlu.matcher.match import Matcher, SparseRows
from bot.nlu.matcher.meaning import Meaning
from bot.nlu.matcher.space import FeatureSpace
from bot.nlu.matcher.spelling import SpellingRepair
from bot.nlu.matcher.values import BlockWeights, MatcherSettings
from bot.nlu.matcher.words import EnglishWords

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.nlu.matcher.encoder import SentenceEncoder

Arrays = dict[str, NDArray[Any]]


class Archive(Protocol):
    """Keeps arrays under a key. May forget; must never give back anything else than what was put in."""

    def load(self, key: str) -> Mapping[str, NDArray[Any]] | None:
        """Give the arrays of a key, perhaps as maps of a file; None where there are none."""
        ...

    def store(self, key: str, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Keep arrays; not being able to is no error."""
        ...


def pack(matcher: Matcher) -> Arrays:
    """Everything a matcher consists of."""
    texts = {
        "intents": matcher.intents,
        "examples": matcher.examples,
        "features": list(matcher.space.ids),
        "vocabulary": matcher.repair.vocabulary,
        "synonyms": matcher.reader.synonyms,
        "settings": asdict(matcher.settings),
        "unknown_mass": matcher.space.unknown_mass,
        "signs": list(matcher.dense.signs),
    }
    calibration = matcher.calibration
    if calibration is not None:
        texts["in_scope_threshold"] = calibration.in_scope_threshold
    calibrated = {"scope": calibration.scope, "right": calibration.right} if calibration is not None else {}
    return {
        **({f"meaning_{name}": array for name, array in matcher.meaning._asdict().items()} if matcher.meaning else {}),
        "texts": np.frombuffer(json.dumps(texts).encode(), np.uint8),
        "labels": matcher.labels,
        "values": matcher.vectors.values,
        "ids": matcher.vectors.ids,
        "starts": matcher.vectors.starts,
        "weights": matcher.head.weights,
        "dense_weights": matcher.head.dense_weights,
        "bias": matcher.head.bias,
        "typical": matcher.typical,
        "rarity": matcher.space.rarity,
        "blocks": matcher.space.weights,
        **calibrated,
    }


def unpack(arrays: Mapping[str, NDArray[Any]], encoder: SentenceEncoder | None = None) -> Matcher:
    """The matcher that was packed, with its encoder; raises KeyError or ValueError for arrays that are none."""
    texts = json.loads(arrays["texts"].tobytes())
    told = texts["settings"]
    settings = MatcherSettings(**(told | {"weights": BlockWeights(**told["weights"])}))
    ids = {name: number for number, name in enumerate(texts["features"])}
    return Matcher(
        intents=tuple(texts["intents"]),
        examples=tuple(texts["examples"]),
        labels=arrays["labels"],
        repair=SpellingRepair(texts["vocabulary"], EnglishWords()),
        reader=FeatureReader(texts["synonyms"]),
        space=FeatureSpace(ids, arrays["rarity"], arrays["blocks"], float(texts["unknown_mass"])),
        vectors=SparseRows(arrays["values"], arrays["ids"], arrays["starts"]),
        dense=DenseReader(encoder, texts["signs"], settings),
        head=Head(arrays["weights"], arrays["dense_weights"], arrays["bias"]),
        typical=arrays["typical"],
        calibration=Calibration(arrays["scope"], arrays["right"], float(texts["in_scope_threshold"]))
        if "scope" in arrays
        else None,
        meaning=Meaning(*(arrays[f"meaning_{name}"] for name in Meaning._fields)) if encoder else None,
        settings=settings,
    )
