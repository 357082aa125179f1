"""What is wrong with the knowledge, said so that a moderator can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_IN_ONE_FILE = 50
"""Whoever has more began with the wrong kind of file; the rest would only hide what matters."""


class Severity(StrEnum):
    """Whether a problem keeps the knowledge from going live."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is written."""

    file: str
    """Path inside the knowledge folder, with forward slashes."""
    line: int = 1
    """Counted from 1."""
    field: str = ""
    """Path of keys, e.g. ``facts.cost.value``; empty for the file as a whole."""

    def __str__(self) -> str:
        """Give ``file:line: field``."""
        return f"{self.file}:{self.line}" + (f": {self.field}" if self.field else "")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, what it is, and how to mend it."""

    place: Place
    what: str
    mend: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Give ``file:line: field: what; mend``."""
        return f"{self.place}: {self.what}; {self.mend}"
