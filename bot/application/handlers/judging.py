"""Thanks for what people think of replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.feedback import Verdict
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import Judge

THANKS = {
    Verdict.HELPFUL: "Thank you, it is kept that this answer works.",
    Verdict.UNHELPFUL: "Thank you, it is kept that this answer needs work.",
}


def thank(_: Voice, action: Judge) -> Reply:
    """Say that the verdict is kept."""
    return Reply(ReplyKind.SMALLTALK, THANKS[action.verdict])
