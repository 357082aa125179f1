"""The adviser's questions: the fields of its form, and what it asks back when something decisive is missing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers offered."""

    label: str
    """What a button or a list shows, at most 32 characters."""
    says: str
    """What choosing it says, in the person's words: it is read like any other message."""


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question with the answers to choose from."""

    id: str
    ask: str
    """The question itself."""
    order: int
    """Place in the form, from 1; of equally decisive questions the earlier is asked."""
    options: tuple[Option, ...]
    """Two to five."""
    settled_by: tuple[str, ...] = ()
    """Ids of rules that answer it as well as an option does."""
