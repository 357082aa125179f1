"""Two or more certifications side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.readings import LIFECYCLE, NOT_STATED, read, value_of
from bot.application.handlers.reckoning import reckoned_lines
from bot.application.handlers.unreviewed import marked, spoken_of
from bot.domain.reply import Reply, ReplyKind, Row, Table

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import Compare
    from bot.domain.certification import Certification

COMPARED = ("cost", "duration", "audience", "level", "prerequisites", "coverage", "verdict", "billing", "career-effect")
"""What is compared where nothing is asked for, most telling first."""
OUTSIDE_TOO = (*COMPARED[:2], LIFECYCLE, "renewal", *COMPARED[2:])
"""The same where something is not reviewed, of which little else is known."""
ALWAYS = ("cost", "duration", LIFECYCLE)
"""What is told even where it does not differ."""
MOST_COMPARED = 4
"""More columns than this nobody reads on a phone."""


def answer_comparison(voice: Voice, action: Compare) -> Reply:
    """The fields that differ, or those that were asked for; at least two cards are needed."""
    cards = voice.cards(action.certifications[:MOST_COMPARED])
    asked = action.attributes or (COMPARED if all(card.reviewed for card in cards) else OUTSIDE_TOO)
    rows, sources = [], []
    for name in asked:
        readings = [read(voice, card, name) for card in cards]
        values = tuple(value_of(voice, card, name) or NOT_STATED for card in cards)
        differs = len(set(values)) > 1 and values.count(NOT_STATED) < len(values) - 1
        if action.attributes or differs or (name in ALWAYS and any(readings)):
            rows.append(Row(voice.label(name), values))
            sources += [reading.source for reading in readings if reading]
    heads = tuple(card.short for card in cards)
    return Reply(
        kind=ReplyKind.COMPARE,
        text=_lead(voice, action, cards),
        topic="compare",
        certifications=spoken_of(voice, cards),
        table=Table(heads, tuple(rows)) if len(action.attributes) != 1 else None,
        notices=marked(voice, cards),
        citations=voice.cite(sources),
    )


def _lead(voice: Voice, action: Compare, cards: tuple[Certification, ...]) -> str:
    """One asked attribute is answered in sentences; more are left to the table."""
    heads = [card.short for card in cards]
    names = f"{', '.join(heads[:-1])} and {heads[-1]}"
    if len(action.attributes) != 1:
        return f"{names}, side by side:"
    name, lines = action.attributes[0], []
    for card in cards:
        reading = read(voice, card, name)
        lines.append(f"- {card.short}: {voice.say(reading.text if reading else voice.unsaid(name))}")
    return "\n".join([f"{names}, {voice.label(name).lower()}:", *lines, *reckoned_lines(voice, action)])
