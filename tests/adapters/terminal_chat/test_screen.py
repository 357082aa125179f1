"""At a pseudo-terminal: keys go in, the screen is read. Each wait is for something that is shown."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pexpect
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PROGRAM = Path(__file__).with_name("canned_chat.py")
READY = r"\x1b\[\?2004h.*?\x1b\[\?25h"
"""What the terminal is told when the prompt stands and takes keys."""
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
COLOURS = re.compile(r"\x1b\[(?:[0-9]+;)*(?:3[0-8]|9[0-7])[;m]")
UP, CTRL_C, CTRL_D, ENTER = "\x1b[A", "\x03", "\x04", "\r"


class Terminal:
    """Somebody who types and reads."""

    def __init__(self, columns: int, state: Path, **environment: str) -> None:
        known = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        self.process: pexpect.spawn[str] = pexpect.spawn(
            sys.executable,
            [str(PROGRAM)],
            encoding="utf-8",
            dimensions=(40, columns),
            timeout=30,
            env={**known, "TERM": "xterm-256color", "XDG_STATE_HOME": str(state), **environment},
        )

    def ready(self) -> str:
        """What is shown until the next prompt, escape sequences and all."""
        self.process.expect(READY)
        return str(self.process.before)

    def say(self, keys: str) -> str:
        """Type a line; give what is shown, as a person reads it."""
        self.process.send(keys + ENTER)
        return ESCAPES.sub("", self.ready())

    def end(self) -> tuple[str, int | None]:
        """The last words and the exit status."""
        self.process.expect(pexpect.EOF)
        self.process.close()
        return ESCAPES.sub("", str(self.process.before)), self.process.exitstatus


@pytest.fixture
def sit_down(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    terminals: list[Terminal] = []

    def start(columns: int = 80, **environment: Any) -> Terminal:
        terminals.append(Terminal(columns, tmp_path / "state", **environment))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.process.close(force=True)


def test_the_greeting_shows_three_questions_that_can_be_picked(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    greeting = ESCAPES.sub("", terminal.ready())
    assert "Certwise answers questions about AI certifications" in greeting
    assert "1. How much is the Google ML exam?" in greeting
    assert "3. Which certification suits a complete beginner?" in greeting
    assert "You said: How much is the Google ML exam?" in terminal.say("1")


def test_a_suggestion_is_picked_by_its_number_and_named(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    terminal.ready()
    shown = terminal.say("degree")
    assert "1. Portfolios" in shown
    assert "2. Prices" in shown
    assert "You opened: prices" in terminal.say("2")


def test_more_shows_the_longer_part(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    terminal.ready()
    assert "There is a longer part: type more" in terminal.say("degree")
    assert "Employers look at skills more than at degrees." in terminal.say("more")


def test_the_up_arrow_brings_back_what_was_typed(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    terminal.ready()
    terminal.say("aurora")
    terminal.say("boreas")
    assert "You said: aurora" in terminal.say(UP + UP)


def test_the_up_arrow_reaches_the_chat_of_yesterday(sit_down: Callable[..., Terminal], tmp_path: Path) -> None:
    yesterday = sit_down()
    yesterday.ready()
    yesterday.say("aurora")
    yesterday.process.send(CTRL_D)
    yesterday.end()
    history = tmp_path / "state" / "certwise" / "history"
    assert "+aurora\n" in history.read_text(encoding="utf-8")
    assert history.stat().st_mode & 0o077 == 0

    today = sit_down()
    today.ready()
    assert "You said: aurora" in today.say(UP)


def test_a_history_that_cannot_be_kept_is_held_in_memory(sit_down: Callable[..., Terminal], tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be", encoding="utf-8")
    terminal = sit_down()
    terminal.ready()
    terminal.say("aurora")
    assert "You said: aurora" in terminal.say(UP)


def test_ctrl_c_clears_the_line(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    terminal.ready()
    assert "You said: boreas" in terminal.say("aurora" + CTRL_C + "boreas")


def test_ctrl_c_on_an_empty_line_says_how_to_leave_and_stays(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    terminal.ready()
    terminal.process.send(CTRL_C)
    assert "Ctrl-C once more leaves" in ESCAPES.sub("", terminal.ready())
    assert "You said: aurora" in terminal.say("aurora")


def test_ctrl_c_twice_leaves_politely(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    terminal.ready()
    terminal.process.send(CTRL_C)
    terminal.ready()
    terminal.process.send(CTRL_C)
    words, status = terminal.end()
    assert "Goodbye" in words
    assert status == 0


def test_ctrl_c_behind_a_question_is_a_first_one_again(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    terminal.ready()
    terminal.process.send(CTRL_C)
    terminal.ready()
    terminal.say("aurora")
    terminal.process.send(CTRL_C)
    assert "Ctrl-C once more leaves" in ESCAPES.sub("", terminal.ready())


def test_being_told_to_end_at_the_prompt_gives_the_terminal_back(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    terminal.ready()
    assert not terminal.process.getecho()
    terminal.process.kill(signal.SIGTERM)
    terminal.process.wait()
    assert terminal.process.exitstatus == 0
    assert terminal.process.getecho()


def test_being_told_to_end_in_the_middle_of_an_answer_shows_it_first(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    terminal.ready()
    terminal.process.send("be told to end" + ENTER)
    words, status = terminal.end()
    assert "You said: be told to end" in words
    assert status == 0


def test_ctrl_d_leaves_politely(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    terminal.ready()
    terminal.process.send(CTRL_D)
    words, status = terminal.end()
    assert "Goodbye" in words
    assert status == 0


@pytest.mark.parametrize("word", ["quit", "EXIT"])
def test_a_word_leaves_politely_too(sit_down: Callable[..., Terminal], word: str) -> None:
    terminal = sit_down()
    terminal.ready()
    terminal.process.send(word + ENTER)
    words, status = terminal.end()
    assert "Goodbye" in words
    assert status == 0


def test_nothing_is_wider_than_a_terminal_of_forty_columns(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down(columns=40)
    greeting = ESCAPES.sub("", terminal.ready())
    shown = terminal.say("degree")
    card = shown[shown.index("Answer") :]
    assert max(len(line) for line in f"{greeting}{card}".replace("\r", "").split("\n")) <= 40
    assert "No degree is needed, whichever" in card
    assert "Note: Boreas was retired on" in card


def test_markup_and_control_characters_are_shown_and_not_obeyed(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    terminal.ready()
    pasted = "[bold]a[/bold] \x1b[31m\x07 b"
    shown = terminal.say(f"\x1b[200~{pasted}\x1b[201~")
    assert "You said: [bold]a[/bold] \N{REPLACEMENT CHARACTER}[31m\N{REPLACEMENT CHARACTER} b" in shown


@pytest.mark.parametrize("typed", ["\x1b[31m", "\x1b[5;5R", "\x1b]0;title\x07", "\x1b[<0;1;1M"])
def test_escape_sequences_typed_by_hand_do_not_end_the_chat(sit_down: Callable[..., Terminal], typed: str) -> None:
    terminal = sit_down()
    terminal.ready()
    terminal.say(typed + "aurora")
    assert "You said: boreas" in terminal.say("boreas")


def test_notices_stand_out_by_colour_as_well_as_by_a_word(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down()
    terminal.ready()
    terminal.process.send("degree" + ENTER)
    shown = terminal.ready()
    assert COLOURS.search(shown)
    assert "Note: " in ESCAPES.sub("", shown)


def test_no_colour_is_shown_to_who_wants_none(sit_down: Callable[..., Terminal]) -> None:
    terminal = sit_down(NO_COLOR="1")
    greeting = terminal.ready()
    terminal.process.send("degree" + ENTER)
    shown = terminal.ready()
    assert not COLOURS.search(greeting + shown)
    assert "Note: " in ESCAPES.sub("", shown)
