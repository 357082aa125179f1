"""The dense block of features: the sentence encoder's vector and, behind it, named signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bot.nlu.matcher.encoder import SentenceEncoder
    from bot.nlu.matcher.head import Matrix
    from bot.nlu.matcher.values import MatcherSettings, Utterance


class DenseReader:
    """Turns utterances into dense vectors. Signs that no example has are left out."""

    def __init__(self, encoder: SentenceEncoder | None, signs: Iterable[str], settings: MatcherSettings) -> None:
        self.encoder = encoder
        self.signs: Mapping[str, int] = {name: number for number, name in enumerate(signs)}
        self._encoded = encoder.size if encoder else 0
        self._settings = settings

    @property
    def encoded(self) -> int:
        """How many of a vector's places are the encoder's; the signs follow."""
        return self._encoded

    def read(self, utterances: Sequence[Utterance]) -> Matrix:
        """A row an utterance."""
        rows = np.zeros((len(utterances), self._encoded + len(self.signs)), np.float32)
        if self.encoder is not None:
            encoded = self.encoder.encode([one.sentence or one.words for one in utterances])
            rows[:, : self._encoded] = encoded * np.float32(self._settings.encoder_weight)
        for row, utterance in zip(rows, utterances, strict=True):
            for name, value in utterance.signs.items():
                number = self.signs.get(name)
                if number is not None:
                    row[self._encoded + number] = value * self._settings.sign_weight
        return rows
