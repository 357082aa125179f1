"""A certification as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.unreviewed import held, marked, spoken_of, told_of
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.application.voice import Voice
    from bot.domain.actions import Describe
    from bot.domain.certification import Certification, Reading
    from bot.domain.reply import Suggestion

SHOWN = ("cost", "duration", "level", "audience", "prerequisites")
"""What an overview tells besides the summary."""


def answer_overview(voice: Voice, action: Describe) -> Reply:
    """The summary and the main facts of one card, or the summaries of several."""
    cards = voice.cards(action.certifications)
    parts = [_part(voice, card, alone=len(cards) == 1) for card in cards]
    sources = [reading.source for card in cards for _, reading in _shown(voice, card)]
    return Reply(
        kind=ReplyKind.ANSWER,
        text="\n\n".join(parts),
        topic=cards[0].id,
        certifications=spoken_of(voice, cards),
        notices=marked(voice, cards),
        citations=voice.cite(sources),
        page=cards[0].page if len(cards) == 1 else None,
        suggestions=_next(voice, cards[0]) if len(cards) == 1 else (),
    )


def _part(voice: Voice, card: Certification, *, alone: bool) -> str:
    if not card.reviewed:
        return "\n".join(told_of(voice, card))
    lines = [f"{card.name if alone else card.short}: {voice.say(card.summary)}"]
    if alone:
        lines += [f"- {voice.label(name)}: {reading.value}" for name, reading in _shown(voice, card)]
    return "\n".join(lines)


def _shown(voice: Voice, card: Certification) -> Iterator[tuple[str, Reading]]:
    """What an overview tells: of what is not reviewed, all there is."""
    if not card.reviewed:
        yield from held(voice, card)
        return
    for name in SHOWN:
        if (reading := voice.reading(card, name)) is not None:
            yield name, reading


def _next(voice: Voice, card: Certification) -> tuple[Suggestion, ...]:
    names = (name for name in ("coverage", "verdict", "next-steps") if voice.reading(card, name))
    return tuple(voice.suggest_fact(name, card) for name in names)
