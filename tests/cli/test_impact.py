"""``certwise impact``, what ``certwise check`` tells since the last commit, and the script for pull requests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import run

SAME, BROKEN, UNUSABLE = 0, 1, 2
DAY = ("--as-of", "2026-02-01")
CARD, CHECKS = "cards/acme-ml.yaml", "attributes/checks/cost.yaml"
SCRIPT = Path(__file__).parents[2] / ".github" / "impact.sh"


@pytest.fixture
def old(knowledge_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one promise, which holds."""
    for path in knowledge_folder.rglob("checks/*.yaml"):
        path.write_text("- {ask: cost of acme ml, never: zebra}\n", encoding="utf-8")
    (knowledge_folder / CHECKS).write_text("- {ask: cost of acme ml, says: costs}\n", encoding="utf-8")
    monkeypatch.chdir(knowledge_folder.parent)
    return knowledge_folder


@pytest.fixture
def new(old: Path) -> Path:
    copy = old.parent / "new"
    shutil.copytree(old, copy)
    return copy


def edit(folder: Path, before: str, after: str) -> None:
    path = folder / CARD
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")


def test_two_folders_alike_change_nothing(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["impact", str(old), str(new), *DAY]) == SAME
    assert "messages 0 are answered otherwise" in capsys.readouterr().out


def test_an_answer_that_changes_is_told_before_and_after(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(new, "costs $200", "now costs $200")
    assert run(["impact", str(old), str(new), *DAY]) == SAME
    assert capsys.readouterr().out.splitlines()[1:] == [
        "",
        "Your entries:",
        "  cost of acme ml",
        "    - Acme ML: The exam costs $200.",
        "    + Acme ML: The exam now costs $200.",
    ]


def test_a_broken_promise_fails_and_is_told_with_its_place(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(new, "The exam costs $200", "The fee is $200")
    assert run(["impact", str(old), str(new), *DAY]) == BROKEN
    out = capsys.readouterr().out
    assert "Broken promises:" in out
    assert f"{CHECKS}:1: the reply does not say `costs`" in out


def test_json_holds_every_change(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(new, "costs $200", "now costs $200")
    assert run(["impact", str(old), str(new), "--format", "json", *DAY]) == SAME
    told = json.loads(capsys.readouterr().out)
    assert [one["said"] for one in told["yours"]] == [["cost of acme ml"]]
    assert told["yours"][0]["after"]["certifications"] == ["acme-ml"]
    assert (told["broken"], told["elsewhere"]) == ([], [])
    assert told["asked"] >= 1


def test_a_comment_on_github_marks_up_and_mentions_nothing(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(new, "The exam costs $200", "Tell @everyone <b>it</b> costs $200 | *really*")
    assert run(["impact", str(old), str(new), "--format", "github", *DAY]) == SAME
    out = capsys.readouterr().out
    assert out.startswith("## Of ")
    assert "### Your entries" in out
    assert "@everyone" not in out
    assert "\\<b\\>it\\</b\\> costs $200 \\| \\*really\\*" in out


@pytest.mark.parametrize("names", [("nowhere", "knowledge"), ("knowledge", "nowhere")])
def test_a_folder_that_is_not_there_is_named(
    old: Path, names: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert old.is_dir()
    assert run(["impact", *names]) == UNUSABLE
    assert "there is no folder nowhere" in capsys.readouterr().err


def test_a_folder_with_errors_is_refused_in_a_line(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(new, "vendor: acme", "vendor: acne")
    assert run(["impact", str(old), str(new), *DAY]) == UNUSABLE
    error = capsys.readouterr().err
    assert f"{new} has errors: {CARD}" in error
    assert error.count("\n") == 1


def test_a_process_that_is_ended_from_outside_is_told_in_a_line(
    old: Path, new: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.cli.replays._open", _end)
    assert run(["impact", str(old), str(new), *DAY]) == UNUSABLE
    assert capsys.readouterr().err.count("\n") == 1


def _end(*_: object) -> None:
    """End the process that runs it, as a lack of memory would."""
    os._exit(1)


def git(folder: Path, *words: str) -> None:
    author = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *author, *words], cwd=folder, check=True, capture_output=True)  # noqa: S607 - from the path


@pytest.fixture
def repository(old: Path) -> Path:
    """The folder, committed."""
    git(old.parent, "init", "--quiet")
    git(old.parent, "add", ".")
    git(old.parent, "commit", "--quiet", "-m", "Begin")
    return old.parent


def test_a_check_of_what_is_committed_tells_no_impact(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(repository / "knowledge"), *DAY]) == SAME
    assert "Since the last commit" not in capsys.readouterr().out


def test_a_check_tells_what_changes_since_the_last_commit(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository / "knowledge", "costs $200", "now costs $200")
    assert run(["check", str(repository / "knowledge"), *DAY]) == SAME
    out = capsys.readouterr().out
    assert "Since the last commit: Of " in out
    assert "+ Acme ML: The exam now costs $200." in out


def test_a_check_tells_a_broken_promise_once_as_an_error_and_once_as_an_impact(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(repository / "knowledge", "The exam costs $200", "The fee is $200")
    assert run(["check", str(repository / "knowledge"), "--format", "json", *DAY]) == BROKEN
    told = json.loads(capsys.readouterr().out)
    assert [one["file"] for one in told["problems"]] == [f"knowledge/{CHECKS}"]
    assert [one["file"] for one in told["since_last_commit"]["broken"]] == [CHECKS]


def test_a_check_holds_where_the_last_commit_had_errors(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(repository / "knowledge", "vendor: acme", "vendor: acne")
    git(repository, "commit", "--quiet", "-am", "Spoil")
    edit(repository / "knowledge", "vendor: acne", "vendor: acme")
    assert run(["check", str(repository / "knowledge"), *DAY]) == SAME
    told = capsys.readouterr()
    assert "last commit has errors" in told.err
    assert "Since the last commit" not in told.out


def test_the_script_comments_on_the_pull_request_and_writes_the_summary(repository: Path, tmp_path: Path) -> None:
    edit(repository / "knowledge", "costs $200", "now costs $200")
    ran = pull_request(repository, tmp_path, comment="exit 0")
    assert ran.returncode == SAME, ran.stderr
    assert (tmp_path / "words").read_text(encoding="utf-8").startswith("pr comment 7 --edit-last --create-if-none")
    assert "after: Acme ML: The exam now costs $200." in (tmp_path / "summary").read_text(encoding="utf-8")
    assert (tmp_path / "comment").read_text(encoding="utf-8") == (tmp_path / "summary").read_text(encoding="utf-8")


def test_the_script_fails_for_a_broken_promise_and_still_tells_it(repository: Path, tmp_path: Path) -> None:
    edit(repository / "knowledge", "The exam costs $200", "The fee is $200")
    ran = pull_request(repository, tmp_path, comment="exit 0")
    assert ran.returncode == BROKEN
    assert f"::error file=knowledge/{CHECKS},line=1::" in ran.stdout
    assert "### Broken promises" in (tmp_path / "comment").read_text(encoding="utf-8")


def test_the_script_makes_do_with_the_summary_where_it_may_not_comment(repository: Path, tmp_path: Path) -> None:
    edit(repository / "knowledge", "costs $200", "now costs $200")
    ran = pull_request(repository, tmp_path, comment="exit 1")
    assert ran.returncode == SAME, ran.stderr
    assert "::notice::no comment could be written" in ran.stdout
    assert (tmp_path / "summary").read_text(encoding="utf-8")


def pull_request(repository: Path, place: Path, *, comment: str) -> subprocess.CompletedProcess[str]:
    """Run the script as in a pull request, with a stand-in for GitHub's command that keeps what it is given."""
    commands = place / "commands"
    commands.mkdir()
    github = f'#!/bin/sh\necho "$@" >{place}/words\ncp "${{@: -1}}" {place}/comment\n{comment}\n'
    (commands / "gh").write_text(github.replace("#!/bin/sh", "#!/usr/bin/env bash"), encoding="utf-8")
    (commands / "certwise").write_text('#!/bin/sh\nexec "$PYTHON" -m bot "$@" --as-of 2026-02-01\n', encoding="utf-8")
    for command in commands.iterdir():
        command.chmod(0o755)
    known = {
        **os.environ,
        "PATH": f"{commands}:{os.environ['PATH']}",
        "PYTHON": sys.executable,
        "PYTHONPATH": str(SCRIPT.parents[1]),
        "CERTWISE_KNOWLEDGE": str(repository / "knowledge"),
        "GITHUB_STEP_SUMMARY": str(place / "summary"),
    }
    return subprocess.run(
        [str(SCRIPT), "HEAD", "7"], cwd=repository, env=known, capture_output=True, text=True, check=False, timeout=120
    )
