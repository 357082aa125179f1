"""The chat without a terminal: lines in, plain text out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.adapters.terminal_chat.conversation import Answer, Asked, Farewell, numbered, offer_heading
from bot.adapters.terminal_chat.harmless import harmless
from bot.application.plain import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from bot.adapters.terminal_chat.conversation import Conversation, Outcome
    from bot.adapters.terminal_chat.stopping import Stopping
    from bot.domain.reply import Reply


def chat_piped(conversation: Conversation, lines: Iterable[str], out: TextIO, stopping: Stopping) -> None:
    """Answer each line with a block of lines and a blank one, at once, so that another program can talk to it."""
    for line in lines:
        with stopping.answering():
            outcome = conversation.hear(line)
            if outcome is not None:
                out.write(_block(outcome) + "\n\n")
                out.flush()
        if isinstance(outcome, Farewell):
            return


def reply_block(reply: Reply) -> str:
    """A reply as plain text, with its suggestions."""
    offers = [offer_heading(reply), *numbered(one.label for one in reply.suggestions)] if reply.suggestions else []
    return harmless("\n".join([plain_text(reply), *(["", *offers] if offers else [])]))


def _block(outcome: Outcome) -> str:
    if isinstance(outcome, Asked):
        return harmless(
            "\n".join([outcome.question.ask, *numbered(one.label for one in outcome.question.options), outcome.hint])
        )
    if not isinstance(outcome, Answer):
        return harmless(outcome.text)
    longer = ["", "There is a longer part: more"] if outcome.reply.has_more else []
    return "\n".join([reply_block(outcome.reply), *longer])
