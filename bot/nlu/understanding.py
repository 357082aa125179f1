"""What an utterance seems to mean, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.context import BEGINNING, Context
from bot.domain.learner import NOBODY, Profile
from bot.nlu.recognition import Recognition

if TYPE_CHECKING:
    from bot.domain.entry import Entry


@dataclass(frozen=True, slots=True)
class Intent:
    """An entry as a candidate for what is wanted."""

    entry: Entry
    confidence: float
    """Calibrated probability that it is right, 0..1, after comparing what it is about with what was named."""
    similarity: float
    """Raw similarity to its examples, 0..1."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What an utterance seems to mean."""

    utterance: str
    recognition: Recognition
    profile: Profile
    """What it says of the person who wants to learn."""
    intents: tuple[Intent, ...]
    """Best first."""
    repairs: tuple[tuple[str, str], ...]
    """Typed and meant."""
    read_as: str = ""
    """The English example, with slots, that an utterance in another language was taken for; empty for English."""
    context: Context = BEGINNING
    """What was said before it."""

    @property
    def best(self) -> Intent | None:
        """The likeliest intent, if there is any."""
        return self.intents[0] if self.intents else None


NOTHING_SAID = Understanding("", Recognition((), (), ()), NOBODY, (), ())
"""Of a press of a button, which needs no words."""
