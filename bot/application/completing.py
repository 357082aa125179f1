"""What to offer while somebody types: questions, and certifications by name. Typos are forgiven."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.actions import Describe, OpenEntry
from bot.domain.certification import Certification
from bot.domain.entry import Answer, EntryKind
from bot.nlu.completion import complete

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.actions import Action
    from bot.domain.knowledge import Knowledge
    from bot.domain.sources import Vendor


def complete_question(knowledge: Knowledge, typed: str, most: int) -> list[Answer]:
    """Written answers whose titles hold the words typed, those that begin with them first."""
    entries = [entry for entry in knowledge.answers if entry.kind in (EntryKind.FAQ, EntryKind.ADVICE)]
    return [entries[place] for place in complete(typed, [entry.title for entry in entries])][:most]


def complete_anything(knowledge: Knowledge, typed: str, most: int) -> list[Certification | Answer]:
    """Both of these, the likeliest first. Of what is as likely, questions that are asked often come first, advice last.

    So they do where nothing is typed. Of what has the same title only the likeliest is offered.
    """
    named: list[tuple[Certification | Answer, str]] = [
        *_titles(knowledge, EntryKind.FAQ),
        *_names(knowledge),
        *_titles(knowledge, EntryKind.ADVICE),
    ]
    found: dict[str, Certification | Answer] = {}
    for place in complete(typed, [name for _, name in named]):
        one = named[place][0]
        found.setdefault(one.title if isinstance(one, Answer) else one.name, one)
    return list(found.values())[:most]


def opening_of(found: Certification | Answer) -> Action:
    """What opens just that, however its title would be understood."""
    if isinstance(found, Certification):
        return Describe(certifications=(found.id,))
    return OpenEntry(entry=found.id)


def title_of(knowledge: Knowledge, opened: Action) -> str:
    """How that is called which an action opens; empty for one that opens nothing by itself."""
    if isinstance(opened, OpenEntry):
        entry = knowledge.entries.get(opened.entry)
        return entry.title if isinstance(entry, Answer) else ""
    if isinstance(opened, Describe) and len(opened.certifications) == 1:
        return knowledge.certifications[opened.certifications[0]].name
    return ""


def complete_vendor(knowledge: Knowledge, typed: str, most: int) -> list[Vendor]:
    """Vendors of reviewed certifications of whose names one holds the words typed."""
    reviewed = {card.vendor for card in knowledge.reviewed}
    names = [
        (vendor, name)
        for vendor in knowledge.vendors.values()
        if vendor.id in reviewed
        for name in (vendor.name, *vendor.aliases)
    ]
    found = (names[place][0] for place in complete(typed, [name for _, name in names]))
    return list({vendor.id: vendor for vendor in found}.values())[:most]


def complete_certification(knowledge: Knowledge, typed: str, most: int) -> list[Certification]:
    """Reviewed certifications of whose names, aliases and codes one holds the words typed."""
    names = list(_names(knowledge))
    found = (names[place][0] for place in complete(typed, [name for _, name in names]))
    return list({card.id: card for card in found}.values())[:most]


def _titles(knowledge: Knowledge, kind: EntryKind) -> Iterator[tuple[Answer, str]]:
    """The title of every written answer of a kind."""
    for entry in knowledge.answers:
        if entry.kind is kind:
            yield entry, entry.title


def _names(knowledge: Knowledge) -> Iterator[tuple[Certification, str]]:
    """Every name of every reviewed certification."""
    for card in knowledge.reviewed:
        for name in (card.name, card.short, *card.aliases, *card.codes):
            yield card, name
