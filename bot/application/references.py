"""References in texts, such as ``{aws-ml-specialty.cost}``, and what they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.domain.knowledge import Knowledge

REFERENCE = re.compile(r"\{([^{}\s.]+)(?:\.([^{}\s]+))?\}")


@dataclass(frozen=True, slots=True)
class Reference:
    """A card, or one of its facts, named in a text."""

    certification: str
    attribute: str | None
    """None: the card's short name."""


def references(text: str) -> Iterator[Reference]:
    """Every reference of a text, in order."""
    for match in REFERENCE.finditer(text):
        yield Reference(match[1], match[2])


def fill(text: str, knowledge: Knowledge, day: date) -> str:
    """Put names and values in the references' places; a fact not known on that day reads "not stated"."""

    def value(match: re.Match[str]) -> str:
        card = knowledge.certifications[match[1]]
        if match[2] is None:
            return card.short
        reading = card.fact(match[2], day)
        return reading.value if reading else "not stated"

    return REFERENCE.sub(value, text)
