"""Which files a knowledge folder has, and which it should not have: a misspelt name must not hide an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.adapters.yaml_knowledge.document import shown
from bot.adapters.yaml_knowledge.fields import ID_PATTERN, LONGEST_ID
from bot.adapters.yaml_knowledge.kinds import CHECKS, KINDS, MEASURED, SCHEMAS, FileKind
from bot.domain.nearest import did_you_mean
from bot.domain.problems import MOST_IN_ONE_FILE, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIX = ".yaml"
_ID = re.compile(ID_PATTERN)
_IGNORED = frozenset({SCHEMAS, "README.md"})


@dataclass
class Layout:
    """The files of a knowledge folder."""

    files: dict[str, list[Path]] = field(default_factory=lambda: {kind.name: [] for kind in KINDS})
    """Kind -> its files, sorted by name."""
    checks: dict[str, list[Path]] = field(default_factory=lambda: {kind.name: [] for kind in KINDS})
    """Kind -> its files of checks."""
    measured: dict[str, list[Path]] = field(default_factory=lambda: {kind.name: [] for kind in KINDS})
    """Kind -> its files of checks that are counted only."""
    problems: list[Problem] = field(default_factory=list)
    unopened: list[Problem] = field(default_factory=list)
    """Folders that could not be looked into."""


def survey(root: Path) -> Layout:
    """Look through a knowledge folder without opening a file."""
    layout = Layout()
    if not root.is_dir():
        layout.problems.append(Problem(Place(str(root)), "there is no such folder", "name the knowledge folder"))
        return layout
    kinds = {kind.name + SUFFIX if kind.single else kind.name: kind for kind in KINDS}
    children = _children(root, root, layout)
    if children and not any(path.name in kinds for path in children):
        what, mend = "this is no knowledge folder", f"name one that holds {', '.join(sorted(kinds))}"
        layout.problems.append(Problem(Place("."), what, mend))
        return layout
    strays = []
    for path in children:
        kind = kinds.get(path.name)
        if kind is None:
            strays += [path] if path.name not in _IGNORED else []
        elif kind.single:
            layout.files[kind.name].append(path)
        else:
            _survey_folder(root, path, kind, layout)
    layout.problems += _complain_of(strays, root, {*kinds, *_IGNORED})
    layout.problems += _missing(layout)
    return layout


def _survey_folder(root: Path, folder: Path, kind: FileKind, layout: Layout) -> None:
    if not folder.is_dir():
        layout.problems.append(Problem(Place(folder.name), "a folder belongs here, not a file", "rename the file"))
        return
    strays = []
    for path in _children(root, folder, layout):
        if path.name == CHECKS and path.is_dir():
            _survey_checks(root, path, layout.checks[kind.name], layout)
        elif path.name == MEASURED and path.is_dir():
            _survey_checks(root, path, layout.measured[kind.name], layout)
        elif _is_named_well(path):
            layout.files[kind.name].append(path)
        else:
            strays.append(path)
    layout.problems += _complain_of(strays, root, {CHECKS, MEASURED})


def _survey_checks(root: Path, folder: Path, found: list[Path], layout: Layout) -> None:
    strays = []
    for path in _children(root, folder, layout):
        if _is_named_well(path):
            found.append(path)
        else:
            strays.append(path)
    layout.problems += _complain_of(strays, root, set())


def _children(root: Path, folder: Path, layout: Layout) -> list[Path]:
    """What a folder holds, apart from hidden files such as editors leave."""
    try:
        children = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        for path in children[:1]:
            path.lstat()  # where a folder may be listed but not entered, this fails
    except OSError as error:
        what = f"the folder cannot be read ({error.strerror})"
        layout.unopened.append(Problem(Place(folder.relative_to(root).as_posix()), what, "check its permissions"))
        return []
    return children


def _is_named_well(path: Path) -> bool:
    return path.suffix == SUFFIX and len(path.stem) <= LONGEST_ID and _ID.fullmatch(path.stem) is not None


def _complain_of(strays: list[Path], root: Path, known: set[str]) -> Iterator[Problem]:
    for path in strays[:MOST_IN_ONE_FILE]:
        parts = path.relative_to(root).parts
        what, mend = _misplaced(path, known) if len(parts) > 1 and path.is_file() else _unknown(path, known)
        yield Problem(Place("/".join(map(shown, parts))), what, mend)
    if len(strays) > MOST_IN_ONE_FILE:
        place = Place(strays[0].parent.relative_to(root).as_posix())
        what = f"{len(strays) - MOST_IN_ONE_FILE} more files do not belong here"
        yield Problem(place, what, "is it the right folder?")


def _misplaced(path: Path, known: set[str]) -> tuple[str, str]:
    """What is wrong with a file in one of the folders, and the mend."""
    if path.suffix != SUFFIX:
        alike = {path.stem + SUFFIX} if _ID.fullmatch(path.stem) else set()
        return _unknown(path, known | alike)
    if _is_named_well(path):
        return "only files of checks belong here", f"move it to {path.parent.name}/{CHECKS}/{path.name}"
    what = f"`{shown(path.stem)}` is no id, and the name of a file is one"
    return what, f"write lower-case words joined by `-`, at most {LONGEST_ID} characters"


def _unknown(path: Path, known: set[str]) -> tuple[str, str]:
    what = f"no such {'folder' if path.is_dir() else 'file'} belongs here"
    return what, did_you_mean(path.name, known, "remove it, or give its name the ending .yaml")


def _missing(layout: Layout) -> Iterator[Problem]:
    for kind in KINDS:
        if layout.files[kind.name] or not kind.required:
            continue
        if kind.single:
            yield Problem(
                Place(kind.name + SUFFIX), "this file is missing", "add it, see the format in docs/knowledge.md"
            )
        else:
            yield Problem(Place(kind.name), "not one file is in this folder", "add at least one")
