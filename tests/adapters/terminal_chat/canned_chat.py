"""A chat with canned replies: what the tests start when they sit down at a terminal."""

from __future__ import annotations

import os
import signal
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bot.adapters.terminal_chat.conversation import Conversation
from bot.adapters.terminal_chat.screen import Screen
from bot.adapters.terminal_chat.stopping import Stopping
from bot.domain.actions import OpenEntry
from bot.domain.reply import Citation, Reply, ReplyKind, Suggestion

if TYPE_CHECKING:
    from bot.domain.message import Message

DEGREE = Reply(
    ReplyKind.ANSWER,
    "No degree is needed, whichever certification of the guide it is that you decide to take in the end.",
    notices=("Boreas was retired on 2026-06-30.",),
    more="Employers look at skills more than at degrees.",
    citations=(Citation("The Small Guide", date(2026, 1, 9)),),
    suggestions=(
        Suggestion("Portfolios", OpenEntry(entry="portfolios")),
        Suggestion("Prices", OpenEntry(entry="prices")),
    ),
)


def answer(message: Message) -> Reply:
    """The one known reply, or an echo."""
    if message.utterance == "degree":
        return DEGREE
    if message.utterance == "be told to end":
        os.kill(os.getpid(), signal.SIGTERM)
    if isinstance(message.action, OpenEntry):
        return Reply(ReplyKind.ANSWER, f"You opened: {message.action.entry}")
    return Reply(ReplyKind.ANSWER, f"You said: {message.utterance}")


def main() -> None:
    """Greet and talk."""
    screen, stopping = Screen(os.environ), Stopping()
    screen.greet()
    with stopping.on_signal():
        screen.converse(Conversation(answer, lambda: datetime.now(UTC), "test"), stopping)


if __name__ == "__main__":
    main()
