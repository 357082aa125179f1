"""Files that are never half there, and that nobody else may read."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

OWNER_ONLY = 0o700
NOBODY = "-"
"""Stands in a file's name for an id that there is none of."""


def write_whole(file: Path, text: str) -> None:
    """Put a text in the place of what a file holds; it is written beside and moved there. Raises OSError."""
    file.parent.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=file.parent)  # readable by its owner alone
    with os.fdopen(descriptor, "w", encoding="utf-8") as beside:
        beside.write(text)
    Path(name).replace(file)


def append_line(file: Path, line: str) -> None:
    """Write a line behind what a file holds. Raises OSError."""
    file.parent.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as behind:
        behind.write(f"{line}\n")


def file_name(*ids: str) -> str:
    """The name of the file for some ids, without its ending.

    Ids are letters and digits; whatever else a platform claims must not lead out of the folder.
    """
    parts = ("".join(sign for sign in one if sign.isalnum()) or NOBODY for one in ids)
    return ".".join(parts)
