"""Messages without a word, whatever was said before, and however they come in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.domain.message import Message
from bot.domain.reply import ReplyKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant

NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
BEFORE = {
    "nothing": "",
    "advice": "im a nurse, no coding, 100 bucks, where do i start",
    "a list": "which are free",
    "a comparison": "compare ai-102 and databricks",
    "a fact": "how much is ai-102",
    "a question back": "what do i need",
    "small talk": "hello",
}
BLANK = ["", "  ", "\n\n", "?", "!!!", "...", "\u200b", "\ufeff", "\U0001f642", "<>", "{stop}", "-", "/"]


@pytest.mark.parametrize("command", ["", "recommend", "compare", "list"])
@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_a_message_without_words_is_answered_whatever_came_before(
    own_assistant: Callable[[], Assistant], before: str, command: str
) -> None:
    assistant = own_assistant()
    for blank in BLANK:
        if before:
            assistant.reply(Message(before, blank, NOON))
        assert assistant.reply(Message(blank, blank, NOON, command)).text
        assert assistant.reply(Message("and how long does it take?", blank, NOON)).text


def test_an_empty_browse_after_advice_lists_everything_that_can_be_taken(
    own_assistant: Callable[[], Assistant],
) -> None:
    assistant = own_assistant()
    assistant.reply(Message(BEFORE["advice"], "one", NOON))
    listed = assistant.reply(Message("", "one", NOON, "list"))
    assert listed.kind is ReplyKind.ANSWER
    assert listed.text.startswith("16 in the guide fit (page 1 of 2):")
