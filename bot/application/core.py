"""What a platform's adapter needs of the application."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from bot.application.action_texts import ActionTexts
    from bot.application.commands import Commands
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Message, Session
    from bot.domain.reply import Reply


class Core(Protocol):
    """Answers, synchronously; see ``bot.application.assistant.Assistant``."""

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that is live."""
        ...

    @property
    def commands(self) -> Commands:
        """What commands and forms ask for."""
        ...

    @property
    def texts(self) -> ActionTexts:
        """What buttons carry."""
        ...

    def reply(self, message: Message) -> Reply:
        """Answer a message."""
        ...

    def session(self, conversation: str, now: datetime) -> Session | None:
        """What is remembered of a conversation."""
        ...

    def correct(self, message: Message, before: Session | None) -> Reply:
        """Answer a message that was edited, in the light of what had been said before it."""
        ...

    def forget(self, person: str) -> int:
        """Forget what is kept of a person; returns how much it was."""
        ...
