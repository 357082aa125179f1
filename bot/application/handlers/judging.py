"""Thanks for what people think of replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.feedback import Verdict
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.application.voice import Voice
    from bot.domain.actions import Judge

THANKS = {
    Verdict.HELPFUL: "Thank you, it is kept that this answer works{subject}.",
    Verdict.UNHELPFUL: "Thank you, it is kept that this answer needs work{subject}.",
}


def thank(voice: Voice, action: Judge) -> Reply:
    """Say that the verdict is kept, and on what."""
    subject = ", ".join(_subject(voice, action))
    return Reply(ReplyKind.SMALLTALK, THANKS[action.verdict].format(subject=f" ({subject})" if subject else ""))


def _subject(voice: Voice, action: Judge) -> Iterator[str]:
    """What was asked, and of which certification, as far as that is known in this release."""
    entry = voice.knowledge.entries.get(action.topic)
    if entry is not None:
        yield entry.title
    for card in voice.cards(action.certifications[:1]):
        yield card.short
