"""``certwise chat`` as a process: over pipes, at a terminal, and with the guide's own knowledge."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pexpect
import pytest

from bot.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Certwise

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
READY = r"\x1b\[\?2004h.*?\x1b\[\?25h"
WITHOUT_EXTRA = "import sys; sys.modules['{package}'] = None; from bot.cli import run; sys.exit(run(['chat']))"


def spawn(state: Path, *words: str) -> pexpect.spawn[str]:
    """Start Python at a pseudo-terminal."""
    environment = {**os.environ, "TERM": "xterm-256color", "XDG_STATE_HOME": str(state)}
    return pexpect.spawn(
        sys.executable, list(words), encoding="utf-8", dimensions=(40, 80), timeout=60, env=environment
    )


def test_a_pipe_gets_plain_answers_without_prompt_or_colour(certwise: Certwise) -> None:
    ended = certwise("chat", stdin="do i need a degree\nmore\n1\n")
    assert ended.returncode == 0
    assert ended.stderr == b""
    assert ended.stdout.decode() == (
        "No, none of them requires a degree.\n\nSource: The Small Guide (2026-01-09)\n\n"
        "You could also ask:\n  1. Is a portfolio better?\n\nThere is a longer part: more\n\n"
        "Employers look at skills more than at degrees.\n\n"
        "A portfolio shows what you can do.\n\nSource: The Small Guide (2026-01-09)\n\n"
    )


def test_a_pipe_can_ask_a_follow_up_as_of_a_day(certwise: Certwise) -> None:
    ended = certwise("chat", "--as-of", "2026-01-09", stdin="cost of boreas\nlevel\nquit\nhello\n")
    assert b"Boreas: Its level is easy." in ended.stdout
    assert b"retired" not in ended.stdout
    assert ended.stdout.endswith(b"Goodbye, and good luck with your exam.\n\n")


def test_a_pipe_that_is_told_to_end_between_answers_ends_at_once(chosen: Path) -> None:
    environment = {**os.environ, "CERTWISE_KNOWLEDGE": str(chosen)}
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-m", "bot", "chat"], stdin=pipe, stdout=pipe, env=environment) as chat:
        assert chat.stdin is not None
        assert chat.stdout is not None
        chat.stdin.write(b"hello\n")
        chat.stdin.flush()
        assert chat.stdout.readline() == b"Hello! Ask away.\n"
        chat.terminate()
        assert chat.wait(60) == 0


def test_a_pipe_without_a_line_gets_nothing(certwise: Certwise) -> None:
    ended = certwise("chat")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")


def test_a_pipe_with_broken_text_gets_answers_all_the_same(certwise: Certwise) -> None:
    ended = certwise("chat", stdin=b"\xff\xfe hello \xe9\nhello\n", env={"PYTHONIOENCODING": "utf-8:strict"})
    assert ended.returncode == 0
    assert ended.stdout.endswith(b"Hello! Ask away.\n\n")


def test_a_pipe_with_a_line_without_end_is_cut(certwise: Certwise) -> None:
    ended = certwise("chat", stdin="x" * 3_000_000 + "\nhello\n")
    assert ended.returncode == 0
    assert ended.stdout.endswith(b"Hello! Ask away.\n\n")


def test_a_pipe_that_holds_no_text_is_refused(certwise: Certwise) -> None:
    ended = certwise("chat", stdin=b"\x7fELF\x00\x01\n")
    assert ended.returncode == 2
    told = b"certwise: the input is no text, it holds NUL characters; pipe questions in, one a line\n"
    assert ended.stderr == told


def test_an_input_that_is_closed_is_told(certwise: Certwise) -> None:
    ended = certwise.shell('"$0" -m bot chat <&-')
    assert ended.returncode == 2
    assert ended.stderr == b"certwise: the input is closed, so there is nobody to talk to; use certwise ask\n"


@pytest.mark.usefixtures("chosen")
@pytest.mark.parametrize("package", ["rich", "prompt_toolkit"])
def test_a_terminal_without_the_extra_gets_the_mend(tmp_path: Path, package: str) -> None:
    terminal = spawn(tmp_path, "-c", WITHOUT_EXTRA.format(package=package))
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 2
    assert f"the chat in a terminal needs the package {package}" in str(terminal.before)
    assert "pip install 'certwise[chat]'" in str(terminal.before)


@pytest.mark.usefixtures("chosen")
def test_a_pipe_works_without_the_extra(certwise: Certwise) -> None:
    program = WITHOUT_EXTRA.format(package="rich").replace("from bot", "sys.modules['prompt_toolkit'] = None; from bot")
    ended = certwise.shell('"$0" -c "$1"', program, stdin="hello\n")
    assert ended.stdout == b"Hello! Ask away.\n\n"


@pytest.mark.usefixtures("chosen")
def test_a_terminal_gets_greeting_cards_and_farewell(tmp_path: Path) -> None:
    terminal = spawn(tmp_path, "-m", "bot", "chat", "--as-of", "2026-07-01")
    terminal.expect("Certwise answers questions about AI certifications")
    terminal.expect(READY)
    terminal.send("cost of boreas\r")
    terminal.expect(READY)
    shown = ESCAPES.sub("", str(terminal.before))
    assert "─ Answer ─" in shown
    assert "Boreas: It costs about $90." in shown
    assert "Note: Boreas was retired on 2026-06-30." in shown
    assert "Source: The Small Guide (2026-01-09)" in shown
    terminal.send("\x04")
    terminal.expect("Goodbye")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0


def test_broken_knowledge_is_told_to_a_pipe_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CERTWISE_KNOWLEDGE", str(tmp_path / "missing"))
    assert run(["chat"]) == 2
    assert "CERTWISE_KNOWLEDGE: there is no folder" in capsys.readouterr().err


def test_the_questions_of_the_greeting_are_answered_by_the_guide(certwise: Certwise) -> None:
    own = {"CERTWISE_KNOWLEDGE": "", "CERTWISE_ENCODER": "universal"}
    ended = certwise("chat", "--as-of", "2026-01-09", stdin=GREETING_PICKS, env=own)
    assert ended.returncode == 0
    shown = ended.stdout.decode()
    assert "about $200" in shown
    assert "side by side" in shown
    assert "IBM AI Engineering" in shown


GREETING_PICKS = (
    "How much is the Google ML exam?\nCompare AWS ML Specialty and Databricks\n"
    "Which certification suits a complete beginner?\n"
)
