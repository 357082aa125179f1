"""A certification as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reply import Reply, ReplyKind, Suggestion

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import Describe
    from bot.domain.certification import Certification

SHOWN = ("cost", "duration", "level", "audience", "prerequisites")
"""What an overview tells besides the summary."""


def answer_overview(voice: Voice, action: Describe) -> Reply:
    """The summary and the main facts of one card, or the summaries of several."""
    cards = voice.cards(action.certifications)
    parts = [_part(voice, card, facts=len(cards) == 1) for card in cards]
    sources = [fact.source for card in cards for name in SHOWN if (fact := voice.reading(card, name))]
    return Reply(
        kind=ReplyKind.ANSWER,
        text="\n\n".join(parts),
        topic=cards[0].id,
        certifications=tuple(card.id for card in cards if card.reviewed),
        notices=voice.notices(cards),
        citations=voice.cite(sources),
        page=cards[0].page if len(cards) == 1 else None,
        suggestions=_next(voice, cards[0]) if len(cards) == 1 else (),
    )


def _part(voice: Voice, card: Certification, *, facts: bool) -> str:
    lines = [f"{card.name if facts else card.short}: {voice.say(card.summary)}"]
    if facts:
        held = [(name, voice.reading(card, name)) for name in SHOWN]
        lines += [f"- {voice.label(name)}: {reading.value}" for name, reading in held if reading]
    return "\n".join(lines)


def _next(voice: Voice, card: Certification) -> tuple[Suggestion, ...]:
    names = [name for name in ("coverage", "verdict", "next-steps") if voice.reading(card, name)]
    labels = [voice.label(name) for name in names]
    return tuple(Suggestion(label, f"{label} of {card.short}") for label in labels)
