"""In which certifications something is found, or who it is by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.describing import SEARCHED
from bot.domain.reply import Reply, ReplyKind
from bot.nlu.gazetteer import fold
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from bot.application.voice import Voice
    from bot.domain.actions import TellHolders
    from bot.domain.certification import Certification


def answer_holders(voice: Voice, action: TellHolders) -> Reply:
    """The cards with the fact of each that holds most of the words."""
    found = voice.cards(action.certifications)
    lines = [_line(voice, card, action.words) for card in found]
    sources = [reading.source for card in found for name in SEARCHED if (reading := voice.reading(card, name))]
    lead = f"That is {found[0].name}:" if len(found) == 1 else "These fit:"
    return Reply(
        kind=ReplyKind.ANSWER,
        text="\n".join([lead, *lines]),
        topic="list",
        certifications=action.certifications,
        notices=voice.notices(found),
        citations=voice.cite(sources[:1]),
        page=found[0].page if len(found) == 1 else None,
    )


def _line(voice: Voice, card: Certification, words: AbstractSet[str]) -> str:
    """The fact of the card that holds most of the words."""

    def hits(name: str) -> int:
        reading = voice.reading(card, name)
        return len(words & {fold(token) for token in tokenise(reading.text)}) if reading else -1

    reading = voice.reading(card, max(SEARCHED, key=hits))
    return f"- {card.short}: {voice.say(reading.text)}" if reading else f"- {card.short}"
