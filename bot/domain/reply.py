"""The platform-neutral answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.actions import Action


class ReplyKind(StrEnum):
    """What sort of answer it is."""

    ANSWER = "answer"
    RECOMMEND = "recommend"
    COMPARE = "compare"
    CLARIFY = "clarify"
    DECLINE = "decline"
    SMALLTALK = "smalltalk"


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled line of facts, e.g. "Cost" with a value for each certification of a comparison."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A comparison or a list: one column a certification or a fact."""

    heads: tuple[str, ...]
    """What each of a row's values belongs to; as many as each row has values."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A button: what it shows, and what it asks for."""

    label: str
    action: Action


@dataclass(frozen=True, slots=True)
class Menu:
    """Some suggestions of which one is picked, for platforms that have room for it."""

    label: str
    """What is picked: "Tier"."""
    options: tuple[Suggestion, ...]
    """Two or more."""
    chosen: Suggestion | None = None
    """The one that the reply answers."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as a reply names it."""

    title: str
    day: date
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said to the person. Texts are plain: adapters escape and lay out."""

    kind: ReplyKind
    text: str
    """The answer, its first sentence first; a blank line parts paragraphs, lists are lines starting with "- "."""
    topic: str = ""
    """Id of the entry, attribute or card that answered; empty for a fallback."""
    certifications: tuple[str, ...] = ()
    """Ids of the certifications it speaks of, the main one first."""
    confidence: float = 1.0
    """Calibrated probability that this is what was asked, 0..1."""
    table: Table | None = None
    notices: tuple[str, ...] = ()
    """What must not be missed besides the answer: retirements and their successors."""
    more: str = ""
    """A longer part, shown when asked for."""
    more_rows: Table | None = None
    """The rows of the table that are shown when asked for."""
    citations: tuple[Citation, ...] = ()
    page: str | None = None
    """The official page, where one certification is spoken of."""
    question: str = ""
    """What is asked back at the end, besides the answer; the suggestions answer it."""
    asks: str = ""
    """Id of the adviser's question."""
    suggestions: tuple[Suggestion, ...] = ()
    """At most three; up to five where they answer the question."""
    further: tuple[Suggestion, ...] = ()
    """What is suggested next to somebody who wants none of those."""
    menus: tuple[Menu, ...] = ()
    """What else it could be: another part of a list, another list."""
    action: Action | None = None
    """What it answers, by which more of it, its sources and so on are asked for; set by whoever answers actions."""

    @property
    def has_more(self) -> bool:
        """Whether there is a longer part."""
        return bool(self.more) or self.more_rows is not None
