"""``certwise check`` says what is wrong, in three formats, and by its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import run

SOUND, FAILED, UNUSABLE = 0, 1, 2
DAY = ("--as-of", "2026-02-01")
KINDS = "answer, recommend, compare, clarify, decline, smalltalk"
FAQ = "faq/worth-it.yaml"


@pytest.fixture
def folder(knowledge_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A knowledge folder, in use, whose only checks are three that hold."""
    for path in knowledge_folder.rglob("checks/*.yaml"):
        path.write_text("- {ask: cost of acme ml, never: zebra}\n", encoding="utf-8")
    for path in sorted(knowledge_folder.rglob("checks/*.yaml"))[3:]:
        path.write_text(
            "- {ask: hi, kind: [answer, recommend, compare, clarify, decline, smalltalk]}\n", encoding="utf-8"
        )
    monkeypatch.setenv("CERTWISE_KNOWLEDGE", str(knowledge_folder))
    monkeypatch.chdir(knowledge_folder.parent)
    return knowledge_folder


def spoil(folder: Path) -> None:
    path = folder / FAQ
    path.write_text(
        path.read_text(encoding="utf-8").replace("about: [acme-ml]", "about: [acme, 100%]"), encoding="utf-8"
    )


def test_a_sound_folder_passes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", *DAY]) == SOUND
    assert capsys.readouterr().out == "2 cards, 30 entries, 31 questions checked: 0 errors, 0 warnings\n"
    assert folder.is_dir()


def test_an_error_fails_and_the_checks_are_not_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "vendors" / "acme.yaml").write_text("name: Acme\ndefault: acme-mm\n", encoding="utf-8")
    assert run(["check", *DAY]) == FAILED
    assert capsys.readouterr().out.splitlines() == [
        "knowledge/vendors/acme.yaml:2: default: `acme-mm` is not there; did you mean `acme-ml`?",
        "2 cards, 30 entries, 0 questions checked: 1 error, 0 warnings",
        "The checks were not run: mend the errors first.",
    ]


def test_a_check_that_does_not_hold_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check = "- {ask: cost of acme ml, says: zebra}\n"
    (folder / "faq" / "checks" / "worth-it.yaml").write_text(check, encoding="utf-8")
    assert run(["check", *DAY]) == FAILED
    first, *_, last = capsys.readouterr().out.splitlines()
    what = "knowledge/faq/checks/worth-it.yaml:1: 1: `cost of acme ml`: the reply does not say `zebra`; "
    assert first.startswith(what)
    assert last == "2 cards, 30 entries, 31 questions checked: 1 error, 0 warnings"


def test_a_warning_is_told_and_passes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--as-of", "2027-02-01"]) == SOUND
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("; ")[0] for line in lines] == [
        "knowledge/cards/acme-ml.yaml:15: facts.cost: read 388 days ago, on 2026-01-09",
        "knowledge/cards/acme-ml.yaml:18: facts.level: read 388 days ago, on 2026-01-09",
        "2 cards, 30 entries, 31 questions checked: 0 errors, 2 warnings",
    ]
    assert all(line.endswith(" (warning)") for line in lines[:2])
    assert folder.is_dir()


def test_a_folder_may_be_named(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.rename(tmp_path / "other")
    (tmp_path / "other" / "sources.yaml").write_text("guide: [", encoding="utf-8")
    assert run(["check", "other", *DAY]) == FAILED
    assert capsys.readouterr().out.startswith("other/sources.yaml:")


def test_json_holds_each_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "vendors" / "acme.yaml").write_text("name: Acme\ndefault: acme-mm\n", encoding="utf-8")
    assert run(["check", "--format", "json", *DAY]) == FAILED
    assert json.loads(capsys.readouterr().out) == {
        "problems": [
            {
                "severity": "error",
                "file": "knowledge/vendors/acme.yaml",
                "line": 2,
                "field": "default",
                "what": "`acme-mm` is not there",
                "mend": "did you mean `acme-ml`?",
            }
        ],
        "cards": 2,
        "entries": 30,
        "checked": 0,
        "errors": 1,
        "warnings": 0,
    }


def test_github_gets_a_command_for_each_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(folder)
    (folder / "cards" / "a,b:c.txt").touch()
    assert run(["check", "--format", "github", *DAY]) == FAILED
    assert capsys.readouterr().out.splitlines() == [
        (
            "::error file=knowledge/cards/a%2Cb%3Ac.txt,line=1::no such file belongs here; "
            "remove it, or give its name the ending .yaml"
        ),
        (
            "::error file=knowledge/faq/worth-it.yaml,line=3::about.2: `100%25` is no id; "
            "write lower-case words joined by `-`, like a file's name"
        ),
    ]


def test_github_gets_warnings_as_warnings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--format", "github", "--as-of", "2027-02-01"]) == SOUND
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("::")[1] for line in lines] == [
        "warning file=knowledge/cards/acme-ml.yaml,line=15",
        "warning file=knowledge/cards/acme-ml.yaml,line=18",
    ]
    assert folder.is_dir()


def test_a_folder_that_is_not_there_is_unusable(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(folder / "nowhere")]) == UNUSABLE
    assert capsys.readouterr().err == f"certwise: there is no folder {folder}/nowhere; name the knowledge folder\n"


@pytest.mark.parametrize("words", [["check", "--format", "xml"], ["check", "a", "b"], ["check", "--as-of", "soon"]])
def test_words_that_are_off_are_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == UNUSABLE
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_command_itself_tells_by_its_exit_status(folder: Path) -> None:
    spoil(folder)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    words = [sys.executable, "-m", "bot", "check", *DAY]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=120, env=environment)
    assert done.returncode == FAILED
    assert done.stdout.startswith("knowledge/faq/worth-it.yaml:3: about.2: `100%` is no id; ")
    assert done.stderr == ""


def test_a_folder_that_holds_no_knowledge_is_no_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("nothing to see\n", encoding="utf-8")
    assert run(["check", str(tmp_path)]) == UNUSABLE
    assert f"{tmp_path}: this is no knowledge folder; name one that holds" in capsys.readouterr().err
