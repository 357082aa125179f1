"""The knowledge folder as it was last committed, where git is at hand."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_WAIT = 30
"""Seconds for git, which asks nothing and reads a few megabytes."""


@contextmanager
def last_commit(folder: Path) -> Iterator[Path | None]:
    """A copy of the folder's last commit, for as long as it is needed; None where it is unchanged, or not in git."""
    packed = _archive(folder) if _changed(folder) else None
    if packed is None:
        yield None
        return
    with TemporaryDirectory(prefix="certwise-") as place:
        with zipfile.ZipFile(io.BytesIO(packed)) as files:
            files.extractall(place)
        yield Path(place)


def _changed(folder: Path) -> bool:
    """Whether anything in the folder differs from the last commit."""
    told = _git(folder, "status", "--porcelain", "--", ".")
    return bool(told)


def _archive(folder: Path) -> bytes | None:
    """The folder's committed files as a zip archive."""
    return _git(folder, "archive", "--format=zip", "HEAD", ".") or None


def _git(folder: Path, *words: str) -> bytes:
    """What git prints; nothing where it is not there, the folder is in no repository, or there is no commit."""
    git = shutil.which("git")
    if git is None:
        return b""
    try:
        ran = subprocess.run(  # noqa: S603 - the words are the program's own
            [git, "-C", str(folder), *words], capture_output=True, check=True, timeout=LONGEST_WAIT
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return ran.stdout
