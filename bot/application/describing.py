"""The words by which certifications are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.nlu.gazetteer import fold
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.certification import Certification
    from bot.domain.knowledge import Vocabulary

SEARCHED = ("coverage", "provider", "platform", "audience", "projects")
"""Attributes in whose texts words are looked for."""
GONE, ALIVE = "gone for good", "still there"
"""The cues of words for one that was retired, and for one that was not."""
TOLD = ("cost", "duration", "level")
"""Attributes by whose values one is told from another: "the 300 one", "the beginner one"."""


def words_about(card: Certification, day: date, vocabulary: Vocabulary) -> set[str]:
    """The words that may pick one out of those that were shown.

    Those of the card, what it is called and costs, and whether it is still there: "the dead one".
    """
    status = vocabulary.phrases(GONE if card.retired_by(day) else ALIVE)
    values = [reading.value for name in TOLD if (reading := card.fact(name, day))]
    texts = [card.kind.value, card.short, *card.aliases, *card.topics, *values]
    return words_of_card(card, day) | {fold(token) for text in (*texts, *status) for token in tokenise(text)}


def words_of_name(card: Certification) -> set[str]:
    """The words by which it is called."""
    return {fold(token) for text in (card.name, card.short, *card.aliases, *card.topics) for token in tokenise(text)}


def words_of_card(card: Certification, day: date) -> set[str]:
    """The words of its name and of the facts in which the words of a question are looked for, without plural s."""
    texts = [card.name]
    texts += [f"{reading.value} {reading.text}" for name in SEARCHED if (reading := card.fact(name, day))]
    return {fold(token) for text in texts for token in tokenise(text)}
