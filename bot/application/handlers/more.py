"""The longer part of a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.entry import Answer
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import TellMore

FURTHER = "What else tells them apart:"
NOTHING_FURTHER = "The guide gives no reasons beyond what the answer above says."


def tell_more(voice: Voice, action: TellMore, before: Reply) -> Reply:
    """What had no room in the reply before, or that there is no more."""
    entry = voice.knowledge.entries.get(before.topic)
    rows = before.more_rows
    return Reply(
        kind=before.kind if rows else ReplyKind.ANSWER,
        text=before.more.strip() or (FURTHER if rows else NOTHING_FURTHER),
        table=rows,
        topic=before.topic,
        certifications=action.certifications or before.certifications,
        citations=before.citations,
        suggestions=voice.suggest(entry.related) if isinstance(entry, Answer) else (),
    )
