"""What has changed since the guide was written: ends, and facts that read otherwise now; each with its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.unreviewed import unreviewed
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.application.voice import Voice
    from bot.domain.actions import TellChanges
    from bot.domain.certification import Certification, Reading

CHANGES = "changes"
TOLD = ("cost", "billing", "renewal", "coverage", "level")
"""Attributes of which new readings are told, the most telling first; those of others follow from them."""
MOST_SOURCES = 3


def answer_changes(voice: Voice, action: TellChanges) -> Reply:
    """A line for each certification that ended or of which facts read otherwise now: ends first, then the latest."""
    cards = voice.cards(action.certifications) or voice.knowledge.reviewed
    asked = tuple(name for name in TOLD if name in action.attributes) or TOLD
    newer = {card: tuple(_newer(voice, card, asked)) for card in cards}
    ended = [card for card in cards if voice.retired(card)] if asked == TOLD else []
    others = [card for card in cards if newer[card] and card not in ended]
    others.sort(key=lambda card: max(reading.since for _, reading in newer[card]), reverse=True)
    sources = [card.lifecycle.source for card in ended if card.lifecycle]
    sources += [reading.source for card in others for _, reading in newer[card]]
    return Reply(
        kind=ReplyKind.ANSWER,
        text="\n".join(
            [
                _lead(voice, found=bool(ended or others)),
                *(f"- {notice}" for notice in voice.notices(ended)),
                *(_line(voice, card, newer[card]) for card in others),
            ]
        ),
        topic=CHANGES,
        certifications=tuple(card.id for card in (*ended, *others)) or action.certifications,
        notices=unreviewed(voice, cards),
        citations=voice.cite(sources)[:MOST_SOURCES],
    )


def _lead(voice: Voice, *, found: bool) -> str:
    """How old the guide is, and how old the newest note on what has changed."""
    sources = voice.knowledge.sources.values()
    read = max(source.published for source in sources if source.published <= voice.day)
    if not found:
        return f"The guide is of {voice.knowledge.published}. No such change since then is known to me ({read})."
    return f"The guide is of {voice.knowledge.published}; the newest note on what has changed since is of {read}."


def _newer(voice: Voice, card: Certification, asked: tuple[str, ...]) -> Iterator[tuple[str, Reading]]:
    """The attributes whose value is another one than at first, with the reading of today."""
    for name in asked:
        reading = voice.reading(card, name)
        if reading is not None and reading.value != card.facts[name].readings[0].value:
            yield name, reading


def _line(voice: Voice, card: Certification, readings: tuple[tuple[str, Reading], ...]) -> str:
    told = [f"{voice.label(name).lower()} {reading.value} ({reading.since})" for name, reading in readings]
    return f"- {card.short}: {'; '.join(told)}"
