"""Which certifications are gone, or about to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.context import Context


def answer_retirements(context: Context) -> Reply:
    """Every reviewed certification that can no longer be taken, or for which an end is announced."""
    gone = [card for card in context.knowledge.reviewed if context.notices([card])]
    if not gone:
        return Reply(
            kind=ReplyKind.DECLINE,
            text="No retirement of a certification in the guide is known to me.",
            topic="lifecycle",
            confidence=context.confidence,
        )
    sources = [card.lifecycle.source for card in gone if card.lifecycle]
    return Reply(
        kind=ReplyKind.ANSWER,
        text="\n".join(["Of what the guide reviews:", *(f"- {notice}" for notice in context.notices(gone))]),
        topic="lifecycle",
        certifications=tuple(card.id for card in gone),
        confidence=context.confidence,
        citations=context.cite(sources),
    )
