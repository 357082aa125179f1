"""What is recognised in an utterance, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.domain.figures import Figure
    from bot.domain.filters import Criterion
    from bot.nlu.dates import Moment

STOP = "{stop}"
"""Stands for the end of a clause while names are looked for: none reaches across it."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Something a person named."""

    kind: EntityKind
    value: str
    """Id of the certification or vendor, number of the tier, else what was typed; empty for an unknown exam code."""
    text: str
    """How it is called: as typed, or by its name."""
    figure: Figure | None = None
    """The amount or time, where it has one."""
    negated: bool = False
    """Whether it was named to rule it out: "not AWS"."""
    vendor: str = ""
    """Id of the vendor by whose name it was called, as in "the aws cert"; empty for one called by its own."""
    head: str = ""
    """The noun behind the vendor's name: "exam" of "the google exam"."""
    several: bool = False
    """Whether a vendor's name stands for all it offers: "any aws cert", "the cheapest google cert"."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """An utterance with its entities cut out."""

    clauses: tuple[str, ...]
    """The tokens: repaired, spelt out, entities replaced by slots, STOP between clauses."""
    entities: tuple[Entity, ...]
    """In the order of their slots."""
    attributes: tuple[str, ...]
    """Ids of the attributes whose words were used, in order, each once."""
    criteria: tuple[Criterion, ...] = ()
    """Wishes about a list, in order."""
    requests: frozenset[str] = frozenset()
    """Ids of the requests whose words were used."""
    cues: frozenset[str] = frozenset()
    """What the program listens for and was said, by its name in the vocabulary."""
    dates: tuple[Moment, ...] = ()
    """Days of the calendar, in order."""
    people: int | None = None
    """For how many it is asked: "for 5 people"; None where no number is told."""

    @property
    def tokens(self) -> tuple[str, ...]:
        """The tokens without the marks between clauses."""
        return tuple(token for token in self.clauses if token != STOP)

    @property
    def names_certification(self) -> bool:
        """Whether a certification is named, reviewed or not."""
        return any(entity.kind in (EntityKind.CERTIFICATION, EntityKind.OUTSIDE) for entity in self.entities)

    @property
    def superlatives(self) -> tuple[Criterion, ...]:
        """The wishes for the most or the least of something."""
        return tuple(criterion for criterion in self.criteria if criterion.sense != "choice")

    def of(self, kind: EntityKind) -> tuple[Entity, ...]:
        """The entities of one kind."""
        return tuple(entity for entity in self.entities if entity.kind is kind)
