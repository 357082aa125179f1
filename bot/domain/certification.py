"""Cards: what is known of a certification, field by field, each with its source and date."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.figures import Figure, find_figures

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Reading:
    """One statement of a fact, as a source gave it from a day on."""

    value: str
    """A short phrase for tables and references, e.g. "about $300"."""
    text: str
    """One to three sentences that answer a question about it by themselves."""
    source: str
    """Id of the source."""
    since: date
    """The day from which replies say so."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures its value holds."""
        return find_figures(self.value)


@dataclass(frozen=True, slots=True)
class Fact:
    """What a card holds on one attribute, with later changes."""

    attribute: str
    readings: tuple[Reading, ...]
    """Oldest first, at least one."""

    def at(self, day: date) -> Reading | None:
        """The newest reading of that day, or None where nothing was known yet."""
        known = [reading for reading in self.readings if reading.since <= day]
        return known[-1] if known else None


@dataclass(frozen=True, slots=True)
class Successor:
    """Something that can be taken instead of a retired certification."""

    certification: str
    """Id of a card, reviewed or not."""


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """A retirement: past or announced."""

    retired: date
    """The last day on which it could be taken; from the next day on it is gone."""
    text: str
    """What it means for holders and for newcomers."""
    successors: tuple[Successor, ...]
    source: str
    announced: date | None = None
    """From this day on replies warn of the coming end; None: they stay silent until it has come."""


class CardKind(StrEnum):
    """What sort of thing a card describes."""

    EXAM = "exam"
    PROGRAM = "program"
    COURSE = "course"
    FREE_RESOURCE = "free resource"
    OUTSIDE = "outside"
    """A certification that the guide does not review but that is named beside the reviewed ones."""


@dataclass(frozen=True, slots=True)
class Certification:
    """A card. Its id is the name of its file."""

    id: str
    name: str
    short: str
    """A name for running text and tables, at most 32 characters."""
    kind: CardKind
    summary: str
    """One or two sentences: what it is and what the guide makes of it."""
    vendor: str | None = None
    tier: int | None = None
    """1 (cloud providers) to 4 (universities); None for free resources and what is not reviewed."""
    place: int = 99
    """Where the guide names it among those of its tier, from 1; lists are in that order."""
    aliases: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Services and subjects that mean it before "cert", "exam" or "one" only: "the bedrock cert"."""
    codes: tuple[str, ...] = ()
    """Exam codes, matched exactly."""
    page: str | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict, hash=False)
    """By attribute id."""
    lifecycle: Lifecycle | None = None
    active: date | None = None
    """The day on which it was last seen to be on offer, if a source says so."""
    see: tuple[str, ...] = ()
    """For what is not reviewed: ids of reviewed cards near to it."""

    @property
    def reviewed(self) -> bool:
        """Whether the guide reviews it; only those are listed, compared and recommended."""
        return self.kind is not CardKind.OUTSIDE

    @property
    def with_codes(self) -> str:
        """Its name with its exam codes, e.g. "Azure AI Engineer Associate (AI-102)"."""
        return f"{self.name} ({', '.join(self.codes)})" if self.codes else self.name

    def fact(self, attribute: str, day: date) -> Reading | None:
        """What is known of an attribute on a day."""
        held = self.facts.get(attribute)
        return held.at(day) if held else None

    def retired_by(self, day: date) -> bool:
        """Whether its last day lies before the given one."""
        return self.lifecycle is not None and self.lifecycle.retired < day
