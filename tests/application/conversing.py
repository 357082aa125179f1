"""A conversation with the repository's own knowledge, on a day that a test chooses."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import count
from typing import TYPE_CHECKING

from bot.domain.figures import Figure, Unit
from bot.domain.message import Message

if TYPE_CHECKING:
    from bot.application.assistant import Assistant
    from bot.domain.actions import Action
    from bot.domain.reply import Reply

PUBLISHED = date(2026, 1, 9)
NURSE = "im a nurse, no coding, 100 bucks, where do i start"
_NUMBERS = count()
LATER = date(2026, 11, 22)


def ask(assistant: Assistant, *utterances: str, day: date = PUBLISHED) -> Reply:
    """The reply to the last of some messages in a conversation of their own."""
    now = datetime.combine(day, time(12), UTC)
    conversation = f"conversation {next(_NUMBERS)}"
    replies = [assistant.reply(Message(utterance, conversation, now)) for utterance in utterances]
    return replies[-1]


def months(count: float) -> Figure:
    """A span of months."""
    return Figure(count, count, Unit.MONTHS)


class Person:
    """Somebody who talks to the bot, and presses what it offers."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._conversation = f"person {next(_NUMBERS)}"

    def say(self, utterance: str, command: str = "") -> Reply:
        return self._tell(Message(utterance, self._conversation, datetime.combine(LATER, time(12), UTC), command))

    def press(self, action: Action) -> Reply:
        now = datetime.combine(LATER, time(12), UTC)
        return self._tell(Message("", self._conversation, now, action=action))

    def _tell(self, message: Message) -> Reply:
        return self._assistant.reply(message)
