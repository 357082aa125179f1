"""Which certifications are gone, or about to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import TellRetired


def answer_retirements(voice: Voice, _: TellRetired) -> Reply:
    """Every reviewed certification that can no longer be taken, or for which an end is announced."""
    gone = [card for card in voice.knowledge.reviewed if voice.notices([card])]
    if not gone:
        return Reply(
            kind=ReplyKind.DECLINE,
            text="No retirement of a certification in the guide is known to me.",
            topic="lifecycle",
        )
    sources = [card.lifecycle.source for card in gone if card.lifecycle]
    return Reply(
        kind=ReplyKind.ANSWER,
        text="\n".join(["Of what the guide reviews:", *(f"- {notice}" for notice in voice.notices(gone))]),
        topic="lifecycle",
        certifications=tuple(card.id for card in gone),
        citations=voice.cite(sources),
    )
