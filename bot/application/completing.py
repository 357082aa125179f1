"""What to offer while somebody types: questions, and certifications by name. Typos are forgiven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.entry import EntryKind
from bot.nlu.completion import complete

if TYPE_CHECKING:
    from bot.domain.certification import Certification
    from bot.domain.entry import Answer
    from bot.domain.knowledge import Knowledge


def complete_question(knowledge: Knowledge, typed: str, most: int) -> list[Answer]:
    """Written answers whose titles hold the words typed, those that begin with them first."""
    entries = [entry for entry in knowledge.answers if entry.kind in (EntryKind.FAQ, EntryKind.ADVICE)]
    return [entries[place] for place in complete(typed, [entry.title for entry in entries])][:most]


def complete_certification(knowledge: Knowledge, typed: str, most: int) -> list[Certification]:
    """Reviewed certifications of whose names, aliases and codes one holds the words typed."""
    names = [
        (card, name) for card in knowledge.reviewed for name in (card.name, card.short, *card.aliases, *card.codes)
    ]
    found = (names[place][0] for place in complete(typed, [name for _, name in names]))
    return list({card.id: card for card in found}.values())[:most]
