"""A question and its answer as messages of a platform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.actions import Action
    from bot.domain.message import Session


@dataclass(frozen=True, slots=True)
class Exchange:
    """What lets an answer be corrected or removed with its question, and be asked about; holds no words of people."""

    answer: str
    """Key of the message that holds the answer, unlike that of any other."""
    question: str
    """Likewise for the question; empty where a command or a button asked it."""
    conversation: str
    """Key of the session."""
    sent: datetime
    """When the question was, see ``bot.domain.message.Message.sent``."""
    fingerprint: str = ""
    """Tells the words of the question from others."""
    action: Action | None = None
    """What is answered; None where the answer is nothing to ask about."""
    before: Session | None = None
    """What had been said before the question."""
