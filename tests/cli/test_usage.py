"""Words that are off, help, and what a start costs."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from bot.cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Certwise

HEAVY = ("numpy", "scipy", "pydantic", "yaml", "rapidfuzz", "rich", "prompt_toolkit", "discord", "slack_bolt")


@pytest.mark.parametrize(
    ("words", "told", "mend"),
    [
        ([], "certwise: ", "; see certwise --help"),
        (["aks"], "certwise: ", "; see certwise --help"),
        (["--nonsense"], "certwise: ", "; see certwise --help"),
        (["ask"], "certwise ask: ", "; see certwise ask --help"),
        (["ask", ""], "certwise: the question is empty", "; write one in quotes"),
        (["ask", " \t\n"], "certwise: the question is empty", "; write one in quotes"),
        (["ask", "a", "--batch", "b"], "certwise ask: ", "; see certwise ask --help"),
        (["ask", "how", "much"], "certwise: unknown: much", "; put the question in quotes, or see certwise --help"),
        (["ask", "--jason", "a"], "certwise: unknown: --jason", "; see certwise --help"),
        (["ask", "--as-of", "2026-02-30", "a"], "certwise ask: ", "is no date; write it like 2026-01-31"),
        (["ask", "--as-of", "", "a"], "certwise ask: ", "'' is no date; write it like 2026-01-31"),
        (["why"], "certwise why: ", "; see certwise why --help"),
        (["chat", "hello"], "certwise: unknown: hello", "; put the question in quotes, or see certwise --help"),
        (["chat", "a\nb\x1b[31m"], "certwise: unknown: a b\ufffd[31m", "; put the question in quotes"),
    ],
)
def test_words_that_are_off_get_one_line(
    capsys: pytest.CaptureFixture[str], words: list[str], told: str, mend: str
) -> None:
    assert run(words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(told)
    assert mend in captured.err
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize(
    "command", [[], ["chat"], ["ask"], ["why"], ["check"], ["discord"], ["sync-commands"]], ids=" ".join
)
def test_help_ends_in_examples(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    assert run([*command, "--help"]) == 0
    usage, examples = capsys.readouterr().out.split("\nexamples:\n")
    assert " ".join(["certwise", *command]) in usage
    assert all(line.startswith("  ") and "certwise" in line for line in examples.splitlines())


@pytest.mark.parametrize("command", ["ask", "why"])
def test_a_knowledge_folder_that_is_not_there_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("CERTWISE_KNOWLEDGE", "/no/such/folder")
    assert run([command, "is it free"]) == 2
    told = "certwise: CERTWISE_KNOWLEDGE: there is no folder /no/such/folder; name one, or unset it\n"
    assert capsys.readouterr().err == told


def test_a_variable_that_is_no_setting_is_told_once_beside_the_answer(certwise: Certwise) -> None:
    ended = certwise("ask", "hello", env={"CERTWISE_KNOWLEGDE": "x"})
    assert ended.returncode == 0
    assert ended.stderr == b"certwise: CERTWISE_KNOWLEGDE is no setting; did you mean CERTWISE_KNOWLEDGE?\n"


@pytest.mark.parametrize("words", [["ask", "hello"], ["why", "hello"], ["chat"]], ids=lambda words: words[0])
def test_a_cache_that_cannot_be_written_is_told_once_beside_the_answer(
    certwise: Certwise, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "caches").write_text("a file where the folder should be", encoding="utf-8")
    ended = certwise(*words, stdin="hello\nhello\n", env={"XDG_CACHE_HOME": str(tmp_path / "caches")})
    assert ended.stderr.startswith(f"certwise: the cache {tmp_path}/caches/certwise/matchers cannot be".encode())
    assert ended.stderr.endswith(b"name a folder that can be written with XDG_CACHE_HOME\n")
    assert ended.stderr.count(b"\n") == 1


@pytest.mark.parametrize("command", ["ask", "why"])
def test_a_day_before_the_guide_is_told_with_the_day_that_is_taken(certwise: Certwise, command: str) -> None:
    ended = certwise(command, "--as-of", "2020-02-29", "cost of boreas")
    told = b"certwise: 2020-02-29 is before the guide, which is of 2026-01-09; this is what holds on 2026-01-09\n"
    assert (ended.returncode, ended.stderr) == (0, told)


def test_a_day_of_the_guide_or_after_it_needs_no_word(certwise: Certwise) -> None:
    assert certwise("ask", "--as-of", "2026-01-09", "cost of boreas").stderr == b""


def test_the_home_folder_may_be_written_as_a_tilde_in_paths(certwise: Certwise, tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text('{"id": "Q1", "turns": ["hello"]}\n', encoding="utf-8")
    ended = certwise("ask", "--batch", "~/cases.jsonl", env={"HOME": str(tmp_path)})
    assert json.loads(ended.stdout)["text"] == "Hello! Ask away."


def test_a_home_of_nobody_is_told(certwise: Certwise) -> None:
    ended = certwise("check", "~nobody-of-this-name/knowledge")
    assert ended.returncode == 2
    assert b"there is no home folder for '~nobody-of-this-name/knowledge'; write the path out" in ended.stderr


def test_a_knowledge_folder_that_may_not_be_used_is_named_without_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").touch()
    monkeypatch.setenv("CERTWISE_KNOWLEDGE", str(tmp_path))
    assert run(["ask", "is it free"]) == 2
    assert capsys.readouterr().err.startswith(f"certwise: {tmp_path}: this is no knowledge folder; name one that")


def test_knowledge_with_errors_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "aurora.yaml").write_text("name: [", encoding="utf-8")
    monkeypatch.setenv("CERTWISE_KNOWLEDGE", str(tmp_path))
    assert run(["ask", "is it free"]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"certwise: the knowledge in {tmp_path} has ")
    assert told.endswith(f" (certwise check {tmp_path} tells all)\n")
    assert told.count("\n") == 1


def test_an_interruption_ends_quietly(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bot.cli.ask.clock", interrupted)
    assert run(["ask", "is it free"]) == 130
    assert capsys.readouterr().err == ""


def test_an_output_that_takes_no_more_is_told(certwise: Certwise) -> None:
    ended = certwise.shell('"$0" -m bot ask hello > /dev/full')
    assert ended.returncode == 2
    assert ended.stderr.decode() == f"certwise: {os.strerror(errno.ENOSPC)}\n"


def test_an_output_that_is_closed_is_told(certwise: Certwise) -> None:
    ended = certwise.shell('"$0" -m bot ask hello >&-')
    assert ended.returncode == 2
    assert ended.stderr == b"certwise: the output is closed, so nobody would read the answer\n"


def imported(*words: str) -> set[str]:
    """Top-level packages that a run of the command imports."""
    program = "import sys; from bot.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    ended = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    return {name.split(".")[0] for name in ended.stderr.split()}


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["ask", "--help"], ["ask", ""], ["chat", "--help"]])
def test_a_start_that_answers_nothing_imports_nothing_heavy(words: list[str]) -> None:
    assert imported(*words).isdisjoint(HEAVY)


@pytest.mark.usefixtures("chosen")
def test_an_answer_imports_neither_platforms_nor_the_packages_of_the_chat() -> None:
    assert imported("ask", "hello").isdisjoint({"discord", "slack_bolt", "slack_sdk", "rich", "prompt_toolkit"})
