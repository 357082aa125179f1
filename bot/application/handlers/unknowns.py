"""Known unknowns: what the guide does not say, and certifications it does not cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.unreviewed import marked, spoken_of
from bot.domain.entry import Unknown
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import TellOutside, TellUnknown

OTHERS = " (other)"
"""Ends the names of vendors whose further certifications are not listed one by one."""


def answer_unknown(voice: Voice, action: TellUnknown) -> Reply:
    """Say that the guide does not hold it, with what it does hold nearby and the official page."""
    cards = voice.cards(action.certifications)
    entry = voice.entry(action.entry, Unknown)
    lines = [f"The guide does not say {entry.asks}."]
    sources = []
    for card in cards[:1]:
        nearby = [(name, reading) for name in entry.nearby if (reading := voice.reading(card, name))]
        lines += [f"- {voice.label(name)} of {card.short}: {reading.value}" for name, reading in nearby[:2]]
        sources = [reading.source for _, reading in nearby]
        if card.page:
            lines.append(f"The official page may tell: {card.page}")
    return Reply(
        kind=ReplyKind.DECLINE,
        text="\n".join(lines),
        topic=entry.id,
        certifications=spoken_of(voice, cards),
        notices=marked(voice, cards),
        citations=voice.cite(sources),
        suggestions=voice.suggest(entry.related),
    )


def answer_outside(_: Voice, action: TellOutside) -> Reply:
    """Say that a certification is not covered."""
    return Reply(ReplyKind.DECLINE, not_covered(action.name), topic="not-covered")


def not_covered(name: str) -> str:
    """The sentence on something of which nothing but the name is known."""
    return f"{name.removesuffix(OTHERS)} is not in the guide, so I can't say anything about it."
