"""What was said before a message, as far as it bears on what is meant by it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SpokenOf(StrEnum):
    """What a conversation has been about so far."""

    NOTHING = "nothing"
    """No certification."""
    ADVISED = "advised"
    """One that was advised; none was named."""
    NAMED = "named"
    """One that somebody named."""


@dataclass(frozen=True, slots=True)
class Context:
    """What was said before a message."""

    after: str = ""
    """Id of the entry that the message before was about; empty where there was none."""
    spoken_of: SpokenOf | None = None
    """None where it is not known."""


BEGINNING = Context()
"""Of a message before which nothing was said."""
