"""Two or more certifications side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.facts import read, value_of
from bot.application.handlers.sums import sum_lines
from bot.domain.reply import Reply, ReplyKind, Row, Table

if TYPE_CHECKING:
    from bot.application.context import Context

COMPARED = ("cost", "duration", "audience", "level", "prerequisites", "coverage", "verdict", "billing", "career-effect")
"""What is compared where nothing is asked for, most telling first."""
ALWAYS = ("cost", "duration")
"""What is told even where it does not differ."""
MOST_COMPARED = 4
"""More columns than this nobody reads on a phone."""


def answer_comparison(context: Context) -> Reply:
    """The fields that differ, or those that were asked for; at least two cards are needed."""
    cards = context.cards[:MOST_COMPARED]
    asked = context.attributes or COMPARED
    rows, sources = [], []
    for name in asked:
        readings = [read(context, card, name) for card in cards]
        values = tuple(value_of(context, card, name) or "not stated" for card in cards)
        differs = len(set(values)) > 1 and values.count("not stated") < len(values) - 1
        if context.attributes or differs or name in ALWAYS:
            rows.append(Row(context.label(name), values))
            sources += [reading.source for reading in readings if reading]
    heads = tuple(card.short for card in cards)
    return Reply(
        kind=ReplyKind.COMPARE,
        text=_lead(context, heads),
        topic="compare",
        certifications=tuple(card.id for card in cards if card.reviewed),
        confidence=context.confidence,
        table=Table(heads, tuple(rows)) if len(context.attributes) != 1 else None,
        notices=context.notices(cards),
        citations=context.cite(sources),
    )


def _lead(context: Context, heads: tuple[str, ...]) -> str:
    """One asked attribute is answered in sentences; more are left to the table."""
    names = f"{', '.join(heads[:-1])} and {heads[-1]}"
    if len(context.attributes) != 1:
        return f"{names}, side by side:"
    lines = []
    for card in context.cards[:MOST_COMPARED]:
        reading = read(context, card, context.attributes[0])
        text = reading.text if reading else context.unsaid(context.attributes[0])
        lines.append(f"- {card.short}: {context.say(text)}")
    return "\n".join([f"{names}, {context.label(context.attributes[0]).lower()}:", *lines, *sum_lines(context)])
