"""Which certifications of the guide are wanted, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from bot.domain.figures import Figure


@dataclass(frozen=True, slots=True)
class Criterion:
    """A wish that picks certifications from a list: "cheapest", "without a subscription"."""

    attribute: str
    """Id of the attribute."""
    sense: Literal["lowest", "highest", "choice"]
    value: str = ""
    """The choice asked for."""
    negated: bool = False
    """Whether it is ruled out."""
    place: int = 1
    """Of the least or the most which one, from 1: 2 for "the second cheapest"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which certifications are listed: those that fulfil all of it; an empty one takes all that are reviewed."""

    among: tuple[str, ...] = ()
    """Ids of the certifications to choose from, of which retired ones count too; empty: all that can be taken."""
    tiers: tuple[str, ...] = ()
    """Numbers of tiers; any one suffices."""
    tiers_out: tuple[str, ...] = ()
    vendors: tuple[str, ...] = ()
    """Ids of vendors that make it or whose platform it is about; any one suffices."""
    vendors_out: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    """Ids of vendors that make it themselves; any one suffices."""
    makers_out: tuple[str, ...] = ()
    certifications_out: tuple[str, ...] = ()
    choices: tuple[Criterion, ...] = ()
    bounds: tuple[Figure, ...] = ()
    """What it costs or takes at most, at least or about."""
    extreme: Criterion | None = None
    """Of those that fulfil the rest only the ones that have the least or the most of something."""
    exam: bool | None = None
    """Whether it is to be an exam; None: either."""


ALL = Filter()
"""Everything that is reviewed and can be taken."""
