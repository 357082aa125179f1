"""``certwise ask``."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from bot.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Certwise

pytestmark = pytest.mark.usefixtures("chosen")

AURORA_COST = """\
Aurora: It costs about $200.

Source: The Small Guide (2026-01-09)
Official page: https://example.org/aurora-labs
"""


@pytest.fixture
def batch(tmp_path: Path) -> Callable[[str | bytes], str]:
    """A file of cases."""

    def write(content: str | bytes) -> str:
        path = tmp_path / "cases.jsonl"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


def replies(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.split("\n") if line]


def test_a_question_gets_answer_source_and_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "cost of aurora"]) == 0
    assert capsys.readouterr().out.startswith(AURORA_COST)


def test_suggestions_follow_the_answer_numbered(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "do i need a degree"]) == 0
    assert capsys.readouterr().out.endswith("\n\nYou could also ask:\n  1. Is a portfolio better?\n")


def test_a_decline_has_an_exit_status_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "how is the weather"]) == 1
    assert capsys.readouterr().out == "Not my field.\n"


def test_the_reply_as_json_has_the_agreed_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "--json", "do i need a degree"]) == 0
    (reply,) = replies(capsys)
    assert list(reply) == ["kind", "certifications", "confidence", "text", "suggestions"]
    assert reply["kind"] == "answer"
    assert reply["certifications"] == []
    assert 0 <= reply["confidence"] <= 1
    assert reply["text"] == "No, none of them requires a degree.\n\nSource: The Small Guide (2026-01-09)"
    assert reply["suggestions"] == ["Is a portfolio better?"]


def test_the_text_of_a_comparison_holds_all_that_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "--json", "--as-of", "2026-07-01", "compare aurora and boreas"]) == 0
    (reply,) = replies(capsys)
    assert reply["kind"] == "compare"
    assert reply["certifications"] == ["aurora", "boreas"]
    assert "- Cost: Aurora: about $200; Boreas: about $90" in reply["text"]
    assert "Note: Boreas was retired on 2026-06-30. Instead: Aurora Certified (AU-101)." in reply["text"]
    assert "Source: The Small Guide (2026-01-09)" in reply["text"]


@pytest.mark.parametrize(("day", "said"), [("2026-07-01", True), ("2026-01-09", False), ("2001-01-01", False)])
def test_a_retirement_is_told_from_its_day_on(capsys: pytest.CaptureFixture[str], day: str, said: bool) -> None:
    assert run(["ask", "--as-of", day, "cost of boreas"]) == 0
    assert ("Note: Boreas was retired on 2026-06-30" in capsys.readouterr().out) is said


def test_a_batch_answers_the_last_turn_of_each_case(
    capsys: pytest.CaptureFixture[str], batch: Callable[[str | bytes], str]
) -> None:
    cases = [
        {"id": "Q1", "turns": ["cost of aurora"], "tags": ["further keys are no matter"]},
        {"id": "Q2", "turns": ["cost of boreas", "level"]},
        {"id": "Q3", "turns": ["level"]},
    ]
    file = batch("\ufeff" + "\n\n".join(json.dumps(case) for case in cases) + "\r\n")
    assert run(["ask", "--batch", file, "--as-of", "2026-01-09"]) == 0
    first, second, third = replies(capsys)
    assert list(first) == ["id", "kind", "certifications", "confidence", "text", "suggestions"]
    assert first["id"] == "Q1"
    assert first["text"] + "\n" == AURORA_COST
    assert second["id"] == "Q2"
    assert second["text"].startswith("Boreas: Its level is easy.")
    assert third["certifications"] == []


def test_separators_that_json_allows_do_not_break_a_batch(
    capsys: pytest.CaptureFixture[str], batch: Callable[[str | bytes], str]
) -> None:
    file = batch('{"id": "a\u2028b", "turns": ["cost of\u2028aurora", "\\ud83d"]}')
    assert run(["ask", "--batch", file]) == 0
    out = capsys.readouterr().out
    assert len(out.splitlines()) == 1
    assert json.loads(out)["id"] == "a\u2028b"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "cases.jsonl holds no cases; on each line write {"),
        ("\n \n", "cases.jsonl holds no cases; on each line write {"),
        ("what is it", "cases.jsonl:1: this is not JSON; write {"),
        ("[" * 100_000, "cases.jsonl:1: this is not JSON; write {"),
        ('\n["a"]', "cases.jsonl:2: `id` is missing or no text; write {"),
        ('{"id": 7, "turns": ["a"]}', "cases.jsonl:1: `id` is missing or no text; write {"),
        ('{"id": "Q1"}', "cases.jsonl:1: `turns` is no list of texts; write {"),
        ('{"id": "Q1", "turns": []}', "cases.jsonl:1: `turns` is no list of texts; write {"),
        ('{"id": "Q1", "turns": "a"}', "cases.jsonl:1: `turns` is no list of texts; write {"),
        ('{"id": "Q1", "turns": [1]}', "cases.jsonl:1: `turns` is no list of texts; write {"),
        (
            '{"id": "Q1", "turns": ["a"]}\n{"id": "Q1", "turns": ["b"]}',
            "cases.jsonl:2: the id 'Q1' stands on line 1 already; rename it",
        ),
        (b"\xff\xfe\x00\x01", "cases.jsonl cannot be read: it is not UTF-8 text"),
    ],
    ids=range(12),
)
def test_a_batch_that_cannot_be_used_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], batch: Callable[[str | bytes], str], content: str | bytes, told: str
) -> None:
    assert run(["ask", "--batch", batch(content)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("certwise: ")
    assert told in captured.err
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "reason"),
    [("missing.jsonl", errno.ENOENT), ("", errno.EISDIR)],
    ids=["missing", "folder"],
)
def test_a_file_that_cannot_be_read_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, reason: int
) -> None:
    assert run(["ask", "--batch", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err == f"certwise: {tmp_path / name} cannot be read: {os.strerror(reason)}\n"


def test_a_file_that_is_too_large_is_not_read_to_its_end(
    capsys: pytest.CaptureFixture[str], batch: Callable[[str | bytes], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cli.ask.LARGEST", 20)
    assert run(["ask", "--batch", batch('{"id": "Q1", "turns": ["a"]}')]) == 2
    assert "cases.jsonl is too large" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_error(certwise: Certwise, batch: Callable[[str | bytes], str]) -> None:
    file = batch("\n".join(json.dumps({"id": str(number), "turns": ["do i need a degree"]}) for number in range(2_000)))
    script = 'set -o pipefail; "$0" -m bot ask --batch "$1" | head -1'
    ended = certwise.shell(script, file)
    assert json.loads(ended.stdout)["id"] == "0"
    assert ended.stderr == b""
    assert ended.returncode == 0


def test_an_output_in_ascii_gets_json_with_escapes(certwise: Certwise, batch: Callable[[str | bytes], str]) -> None:
    file = batch('{"id": "caf\u00e9", "turns": ["hello"]}')
    ended = certwise("ask", "--batch", file, env={"PYTHONIOENCODING": "ascii"})
    assert ended.returncode == 0
    assert ended.stdout.startswith(b'{"id": "caf\\u00e9", "kind": "smalltalk"')


def test_an_output_in_ascii_gets_texts_all_the_same(certwise: Certwise) -> None:
    ended = certwise("why", "cost of aurora for a caf\u00e9", env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert ended.returncode == 0
    assert ended.stdout.startswith(b"Utterance   cost of aurora for a caf?\n")


def test_a_question_that_is_no_text_is_refused(certwise: Certwise) -> None:
    ended = certwise("ask", b"caf\xe9", env={"PYTHONUTF8": "1"})
    assert ended.returncode == 2
    assert ended.stderr == b"certwise: the question is no UTF-8 text; check the terminal's encoding\n"


def test_a_lone_surrogate_is_refused_as_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "what \ud83d"]) == 2
    assert capsys.readouterr().err == "certwise: the question is no UTF-8 text; check the terminal's encoding\n"
