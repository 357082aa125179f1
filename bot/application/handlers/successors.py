"""What can be taken instead of a certification that is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.prices import COST
from bot.application.handlers.readings import LIFECYCLE, read, value_of
from bot.application.handlers.unreviewed import unreviewed
from bot.application.succession import successors
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import TellSuccessors
    from bot.domain.certification import Certification

SHOWN = (COST, "renewal", LIFECYCLE)
MOST_OFFERED = 3


def answer_successors(voice: Voice, action: TellSuccessors) -> Reply:
    """What became of the certifications and, a line each, what can be taken instead with the little that is known."""
    gone = voice.cards(action.certifications)
    instead = voice.cards(successors(voice, action.certifications))
    ends = [(card, reading) for card in gone if (reading := read(voice, card, LIFECYCLE))]
    told = [f"{card.short}: {voice.say(reading.text)}" for card, reading in ends]
    if not told and not instead:
        told = [f"{' and '.join(card.short for card in gone)}: nothing is known to have come after it."]
    readings = [reading for card in instead for name in SHOWN if (reading := read(voice, card, name))]
    return Reply(
        kind=ReplyKind.ANSWER,
        text="\n".join([*told, *(_line(voice, card) for card in instead)]),
        topic=LIFECYCLE,
        certifications=tuple(card.id for card in (*instead, *gone)),
        notices=unreviewed(voice, instead),
        citations=voice.cite(reading.source for reading in (*(one for _, one in ends), *readings)),
        page=gone[0].page if len(gone) == 1 else None,
        suggestions=tuple(
            voice.suggest_fact(COST, card, f"{voice.label(COST)} of {card.short}") for card in instead[:MOST_OFFERED]
        ),
    )


def _line(voice: Voice, card: Certification) -> str:
    values = [value for name in SHOWN if (value := value_of(voice, card, name))]
    return f"- {card.with_codes}{': ' if values else ''}{'; '.join(values)}"
