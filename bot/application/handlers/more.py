"""The longer part of a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.entry import Answer
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import TellMore


def tell_more(voice: Voice, action: TellMore) -> Reply:
    """What had no room before, or that there is no more."""
    entry = voice.knowledge.entries.get(action.topic)
    return Reply(
        kind=ReplyKind.ANSWER,
        text=action.text.strip() or "The guide gives no reasons beyond what the answer above says.",
        topic=action.topic,
        certifications=action.certifications,
        citations=action.citations,
        suggestions=voice.suggest(entry.related) if isinstance(entry, Answer) else (),
    )
