"""Which certifications have in them what a message speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.describing import SEARCHED, words_of_card
from bot.domain.actions import TellHolders
from bot.nlu.gazetteer import fold
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.application.voice import Voice

RARE = 5
"""A word that more cards than this use does not pick one out."""
MOST_FOUND = 5
SHORTEST = 3
EVERYDAY = "everyday words"
"""The cue of words that pick out no certification, however few cards use them."""


def find_holders(turn: Turn, voice: Voice, attributes: tuple[str, ...]) -> TellHolders | None:
    """The cards that hold every telling word of the message; None where no word tells, or none is the person's own."""
    if turn.understanding.read_as:
        return None
    words = {card.id: words_of_card(card, voice.day) for card in voice.knowledge.reviewed}
    everyday = voice.knowledge.vocabulary.phrases(EVERYDAY)
    long = {fold(token) for token in turn.recognition.tokens if len(token) >= SHORTEST}
    asked = long.difference(everyday, _naming(turn, attributes))
    telling = frozenset(word for word in asked if 0 < sum(word in held for held in words.values()) <= RARE)
    found = tuple(card for card, held in words.items() if telling and telling <= held)[:MOST_FOUND]
    return TellHolders(certifications=found, words=telling) if found else None


def _naming(turn: Turn, attributes: tuple[str, ...]) -> set[str]:
    """The words that only name what is asked, such as "price": they pick out no certification that speaks of prices."""
    asked = [one for one in turn.knowledge.attributes if one.id in attributes and one.id not in SEARCHED]
    named = {fold(token) for one in asked for phrase in one.words for token in tokenise(phrase)}
    alike = (set(map(fold, group)) for group in turn.knowledge.vocabulary.synonyms)
    return named.union(*(group for group in alike if group & named))
