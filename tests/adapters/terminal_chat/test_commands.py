"""Slash commands and the adviser's form in a terminal."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.adapters.terminal_chat.conversation import Answer, Asked, Conversation, Form, Remark
from bot.adapters.terminal_chat.piped import chat_piped
from bot.adapters.terminal_chat.stopping import Stopping
from bot.application.commands import Command, read_command
from bot.domain.actions import Advise
from bot.domain.form import FormQuestion, Option
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.actions import Action
    from bot.domain.message import Message

NOON = datetime(2026, 1, 9, 12, tzinfo=UTC)
FORM = (
    FormQuestion("background", "What have you done?", 1, (Option("Nothing", "i begin"), Option("Code", "i code"))),
    FormQuestion("budget", "How much?", 2, (Option("Little", "i have $50"), Option("A lot", "i have $500"))),
)


def advise(chosen: Iterable[Option]) -> Advise:
    """Asks about whatever was chosen."""
    return Advise(asked=tuple(option.says for option in chosen))


class Core:
    """Remembers what it heard."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        self.pressed: list[Action | None] = []

    def __call__(self, message: Message, /) -> Reply:
        if message.action is not None:
            self.pressed.append(message.action)
            return Reply(ReplyKind.ANSWER, "Well.")
        self.heard.append((message.utterance, message.command))
        return Reply(ReplyKind.ANSWER, "Well.")


@pytest.fixture
def core() -> Core:
    return Core()


@pytest.fixture
def conversation(core: Core) -> Conversation:
    return Conversation(core, lambda: NOON, "terminal:1", Form(FORM, advise))


@pytest.mark.parametrize(
    ("line", "command", "request_"),
    [
        ("/ask how much is it", Command("ask", "how much is it"), ""),
        ("/recommend im a nurse", Command("recommend", "im a nurse"), "recommend"),
        ("/Compare aws and google", Command("compare", "aws and google"), "compare"),
        ("/browse", Command("browse"), "list"),
        ("/help", Command("help"), ""),
    ],
)
def test_commands_are_read(line: str, command: Command, request_: str) -> None:
    assert read_command(line) == command
    assert command.request == request_


@pytest.mark.parametrize("line", ["recommend", "/unknown x", "/", "a /recommend b", ""])
def test_what_is_no_command_is_plain_talk(line: str) -> None:
    assert read_command(line) is None


def test_a_command_reaches_the_core_with_what_it_asks_for(conversation: Conversation, core: Core) -> None:
    for line in ("/ask price of it", "/recommend im a nurse", "/compare a and b", "/browse tier 2", "/recomend me"):
        conversation.hear(line)
    assert core.heard == [
        ("price of it", ""),
        ("im a nurse", "recommend"),
        ("a and b", "compare"),
        ("tier 2", "list"),
        ("/recomend me", ""),
    ]


def test_help_and_an_empty_question_are_told_by_the_chat_itself(conversation: Conversation, core: Core) -> None:
    for line in ("/help", "/ask"):
        assert isinstance(conversation.hear(line), Remark)
    assert core.heard == []


def test_recommend_alone_asks_the_form_and_sends_what_was_chosen(conversation: Conversation, core: Core) -> None:
    assert conversation.hear("/recommend") == Asked(FORM[0])
    assert conversation.hear("2") == Asked(FORM[1])
    assert isinstance(conversation.hear("1."), Answer)
    assert core.pressed == [Advise(asked=("i code", "i have $50"))]


@pytest.mark.parametrize("skipped", ["0", "skip", ""])
def test_questions_of_the_form_can_be_skipped(conversation: Conversation, core: Core, skipped: str) -> None:
    for line in ("/recommend", skipped, "2"):
        conversation.hear(line)
    assert core.pressed == [Advise(asked=("i have $500",))]


def test_an_empty_form_still_asks_for_advice(conversation: Conversation, core: Core) -> None:
    for line in ("/recommend", "0", "0"):
        conversation.hear(line)
    assert core.pressed == [Advise()]


def test_anything_else_leaves_the_form(conversation: Conversation, core: Core) -> None:
    conversation.hear("/recommend")
    conversation.hear("how much is it")
    conversation.hear("and this")
    assert core.heard == [("how much is it", ""), ("and this", "")]


def test_a_number_that_is_no_option_is_asked_like_any_text(conversation: Conversation, core: Core) -> None:
    conversation.hear("/recommend")
    outcome = conversation.hear("9")
    assert isinstance(outcome, Remark)
    assert outcome.text.startswith("There is no suggestion 9;")
    assert core.heard == []


def test_a_pipe_gets_the_form_as_lines(conversation: Conversation) -> None:
    out = io.StringIO()
    chat_piped(conversation, ["/recommend\n"], out, Stopping())
    assert out.getvalue() == (
        "What have you done?\n  1. Nothing\n  2. Code\n0 skips a question; anything else ends the form and asks.\n\n"
    )
