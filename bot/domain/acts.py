"""What a message wants done: the families of entries that are answered in the same way."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.entry import EntryKind

if TYPE_CHECKING:
    from bot.domain.entry import Entry


class Act(StrEnum):
    """A way of answering. Those from COMPARE on have the id of their request."""

    FACT = "fact"
    """What a card holds on an attribute."""
    ENTRY = "entry"
    """A written answer."""
    UNKNOWN = "unknown"
    """Something the guide does not hold."""
    ASIDE = "aside"
    """Small talk, and what is off topic."""
    COMPARE = "compare"
    LIST = "list"
    OVERVIEW = "overview"
    RECOMMEND = "recommend"
    EXPLAIN = "explain"
    """Why, says who, are you sure: of the answer before."""
    REPEAT = "repeat"
    """More of the answer before, or the same again."""
    OUTSIDE = "outside"
    """A certification that is not in the guide."""
    CHANGES = "changes"
    """What has changed since the guide was written."""


_BY_KIND = {
    EntryKind.ATTRIBUTE: Act.FACT,
    EntryKind.FAQ: Act.ENTRY,
    EntryKind.ADVICE: Act.ENTRY,
    EntryKind.UNKNOWN: Act.UNKNOWN,
    EntryKind.SMALLTALK: Act.ASIDE,
    EntryKind.OFF_TOPIC: Act.ASIDE,
}
REQUESTS = frozenset(Act) - frozenset(_BY_KIND.values())
"""The ids that files in requests/ may have, and must: each has an answer."""


def act_of(entry: Entry) -> Act:
    """The way in which an entry is answered; raises ValueError for a request that the program does not know."""
    return _BY_KIND.get(entry.kind) or Act(entry.id)
