"""What people make of the replies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Verdict(StrEnum):
    """What a person thought of a reply."""

    PICKED = "picked"
    """A suggestion was what they had meant."""
    HELPFUL = "helpful"
    UNHELPFUL = "unhelpful"


@dataclass(frozen=True, slots=True)
class Feedback:
    """A verdict on the reply to one question."""

    verdict: Verdict
    question: str
    """The utterance that had not been understood; empty where only the reply is judged."""
    meant: str
    """What the suggestion that was picked shows; empty for other verdicts."""
    topic: str
    """Id of the entry, attribute or card that answered."""
    conversation: str
    given: datetime
    """With time zone."""
    certifications: tuple[str, ...] = ()
    """Ids of the certifications that the reply was about, where it is judged."""
