"""What may not be read is named, and nothing else: all that seems to be missing follows from it."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.adapters.yaml_knowledge import load_knowledge
from bot.application.curation.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65_534
TODAY = date(2026, 2, 1)


@pytest.fixture
def guarded_folder(knowledge_folder: Path) -> Iterator[Path]:
    """The small folder, seen by somebody who is not allowed everything."""
    validate(load_knowledge(knowledge_folder), TODAY)  # what is imported on first use may be out of reach later
    root = Path(tempfile.mkdtemp())
    folder = root / "knowledge"
    shutil.copytree(knowledge_folder, folder)
    privileged = os.geteuid() == 0
    if privileged:
        for path in (root, folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield folder
    if privileged:
        os.seteuid(0)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(root)


@pytest.mark.parametrize("mode", [0o000, 0o111, 0o444], ids=oct)
@pytest.mark.parametrize("name", [".", "cards", "attributes", "attributes/checks", "vendors"])
def test_a_folder_that_may_not_be_read_is_the_only_problem(guarded_folder: Path, name: str, mode: int) -> None:
    (guarded_folder / name).chmod(mode)
    (problem,) = validate(load_knowledge(guarded_folder), TODAY)
    assert str(problem) == f"{name}:1: the folder cannot be read ({os.strerror(errno.EACCES)}); check its permissions"


@pytest.mark.parametrize("name", ["cards/acme-ml.yaml", "sources.yaml", "faq/checks/worth-it.yaml"])
def test_a_file_that_may_not_be_read_is_the_only_problem(guarded_folder: Path, name: str) -> None:
    (guarded_folder / name).chmod(0o000)
    (problem,) = validate(load_knowledge(guarded_folder), TODAY)
    told = (
        f"{name}:1: the file cannot be read ({os.strerror(errno.EACCES)}); check that it is there and its permissions"
    )
    assert str(problem) == told


def test_all_that_may_not_be_read_is_told_at_once(guarded_folder: Path) -> None:
    for name in ("cards", "faq/worth-it.yaml", "vendors"):
        (guarded_folder / name).chmod(0o000)
    problems = validate(load_knowledge(guarded_folder), TODAY)
    assert [problem.place.file for problem in problems] == ["cards", "faq/worth-it.yaml", "vendors"]
