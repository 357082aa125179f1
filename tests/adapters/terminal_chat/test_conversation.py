"""What typed lines mean, without a terminal."""

from __future__ import annotations

import io
import os
import signal
from datetime import UTC, datetime

import pytest

from bot.adapters.terminal_chat.conversation import Answer, Conversation, Farewell, Remark
from bot.adapters.terminal_chat.harmless import harmless, one_line
from bot.adapters.terminal_chat.piped import chat_piped
from bot.adapters.terminal_chat.stopping import Stopping
from bot.domain.actions import OpenEntry
from bot.domain.message import Message
from bot.domain.reply import Reply, ReplyKind, Suggestion

NOON = datetime(2026, 1, 9, 12, tzinfo=UTC)
OFFERS = (Suggestion("Portfolios", OpenEntry(entry="portfolios")), Suggestion("Prices", OpenEntry(entry="prices")))


class Core:
    """Answers "degree" at length and echoes everything else."""

    def __init__(self) -> None:
        self.heard: list[Message] = []

    def __call__(self, message: Message, /) -> Reply:
        self.heard.append(message)
        if message.utterance == "degree":
            return Reply(ReplyKind.ANSWER, "None is needed.", more="Skills count more.", suggestions=OFFERS)
        if isinstance(message.action, OpenEntry):
            return Reply(ReplyKind.ANSWER, f"You opened: {message.action.entry}")
        return Reply(ReplyKind.ANSWER, f"You said: {message.utterance}")


@pytest.fixture
def core() -> Core:
    return Core()


@pytest.fixture
def conversation(core: Core) -> Conversation:
    return Conversation(core, lambda: NOON, "terminal:1")


def told(conversation: Conversation, line: str) -> str:
    outcome = conversation.hear(line)
    assert isinstance(outcome, Remark)
    return outcome.text


def asked(conversation: Conversation, line: str) -> str:
    outcome = conversation.hear(line)
    assert isinstance(outcome, Answer)
    return outcome.reply.text


def test_a_question_reaches_the_core_with_the_session_and_the_time(conversation: Conversation, core: Core) -> None:
    assert asked(conversation, "  price of aurora\n") == "You said: price of aurora"
    assert core.heard == [Message("price of aurora", "terminal:1", NOON)]


def test_an_empty_line_is_nothing(conversation: Conversation, core: Core) -> None:
    assert conversation.hear(" \t\n") is None
    assert core.heard == []


@pytest.mark.parametrize("line", ["quit", "exit", " Quit \n"])
def test_quit_and_exit_leave(conversation: Conversation, line: str) -> None:
    assert isinstance(conversation.hear(line), Farewell)


@pytest.mark.parametrize("line", ["help", "HELP", "?"])
def test_help_tells_how_to_use_the_chat(conversation: Conversation, line: str) -> None:
    assert "A number picks a suggestion" in told(conversation, line)


@pytest.mark.parametrize("line", ["2", "2.", "2)", " 2 "])
def test_a_number_asks_what_its_suggestion_stands_for(conversation: Conversation, line: str) -> None:
    conversation.hear("degree")
    outcome = conversation.hear(line)
    assert isinstance(outcome, Answer)
    assert outcome.picked == "Prices"
    assert outcome.reply.text == "You opened: prices"


def test_the_numbers_still_hold_after_help_and_more(conversation: Conversation) -> None:
    conversation.hear("degree")
    conversation.hear("help")
    conversation.hear("more")
    assert asked(conversation, "1") == "You opened: portfolios"


@pytest.mark.parametrize("line", ["0", "3", "999"])
def test_a_number_that_is_not_offered_is_told_so(conversation: Conversation, line: str) -> None:
    conversation.hear("degree")
    assert told(conversation, line).endswith("pick from 1 to 2, or ask.")


@pytest.mark.parametrize("line", ["101", "1234567", "²", "٢"])
def test_what_is_no_pick_is_a_question(conversation: Conversation, line: str) -> None:
    conversation.hear("no suggestions follow this")
    assert asked(conversation, line) == f"You said: {line}"


def test_more_shows_the_longer_part_of_the_last_answer_only(conversation: Conversation) -> None:
    conversation.hear("degree")
    assert told(conversation, "more") == "Skills count more."
    conversation.hear("something else")
    assert told(conversation, "more") == "There is no longer part to show."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x9b31m", "\ufffd31m"),
        ("bell\x07 and NUL\x00", "bell\ufffd and NUL\ufffd"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\tb", "a b"),
        ("[bold]café[/bold] 👩‍💻", "[bold]café[/bold] 👩‍💻"),
    ],
)
def test_texts_do_nothing_to_a_terminal_but_show(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_a_message_of_several_lines_fits_on_one() -> None:
    assert one_line("first\n second\x1b") == "first second\ufffd"


def test_a_pipe_gets_a_block_of_plain_text_for_each_line(conversation: Conversation) -> None:
    out = io.StringIO()
    chat_piped(conversation, ["degree\n", "\n", "more\n", "2\n"], out, Stopping())
    assert out.getvalue() == (
        "None is needed.\n\nYou could also ask:\n  1. Portfolios\n  2. Prices\n\nThere is a longer part: more\n\n"
        "Skills count more.\n\n"
        "You opened: prices\n\n"
    )


def test_a_pipe_is_read_no_further_than_quit(conversation: Conversation, core: Core) -> None:
    out = io.StringIO()
    chat_piped(conversation, ["quit\n", "degree\n"], out, Stopping())
    assert out.getvalue() == "Goodbye, and good luck with your exam.\n\n"
    assert core.heard == []


def test_a_pipe_gets_no_control_characters(conversation: Conversation) -> None:
    out = io.StringIO()
    chat_piped(conversation, ["\x1b[31m"], out, Stopping())
    assert out.getvalue() == "You said: \ufffd[31m\n\n"


def test_a_pipe_that_is_told_to_end_in_the_middle_of_an_answer_gets_that_and_no_other() -> None:
    def answer(message: Message, /) -> Reply:
        os.kill(os.getpid(), signal.SIGTERM)
        return Reply(ReplyKind.ANSWER, f"You said: {message.utterance}")

    out, stopping = io.StringIO(), Stopping()
    conversation = Conversation(answer, lambda: NOON, "test")
    with stopping.on_signal(), pytest.raises(SystemExit) as ended:
        chat_piped(conversation, ["degree\n", "aurora\n"], out, stopping)
    assert ended.value.code == 0
    assert out.getvalue() == "You said: degree\n\n"


def test_being_told_to_end_twice_does_not_wait_for_the_answer() -> None:
    def answer(_: Message, /) -> Reply:
        os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGTERM)
        pytest.fail("the second signal was kept back")

    out, stopping = io.StringIO(), Stopping()
    with stopping.on_signal(), pytest.raises(SystemExit):
        chat_piped(Conversation(answer, lambda: NOON, "test"), ["degree\n"], out, stopping)
    assert out.getvalue() == ""
