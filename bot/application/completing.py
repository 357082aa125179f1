"""What to offer while somebody types: questions, and certifications by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.entry import EntryKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.certification import Certification
    from bot.domain.knowledge import Knowledge


def complete_question(knowledge: Knowledge, typed: str, most: int) -> list[str]:
    """Titles of written answers that hold every word typed, those that begin with it first."""
    entries = (entry for entry in knowledge.answers if entry.kind in (EntryKind.FAQ, EntryKind.ADVICE))
    return _matching((entry.title for entry in entries), typed)[:most]


def complete_certification(knowledge: Knowledge, typed: str, most: int) -> list[Certification]:
    """Reviewed certifications of whose names and aliases one holds every word typed."""
    found = [
        card for card in knowledge.reviewed if _matching((card.name, card.short, *card.aliases, *card.codes), typed)
    ]
    return found[:most]


def _matching(texts: Iterable[str], typed: str) -> list[str]:
    words = typed.lower().split()
    hits = [text for text in texts if all(word in text.lower() for word in words)]
    return sorted(hits, key=lambda text: not text.lower().startswith(typed.lower().strip()))
