"""With what prices and times are worked out, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.figures import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """What a person wants prices and times worked out with."""

    people: int = 1
    span: Figure | None = None
    """How long it would be paid for."""
    start: date | None = None
    """When the person would begin; None: today."""
    by: date | None = None
    """When it should be done."""
    hours_a_week: float | None = None
    purse: Figure | None = None
    """Out of what it would be paid, where it is asked what is left of that."""

    def amended(self, newer: Reckoning) -> Reckoning:
        """What holds after more was told: the newer numbers, and the older ones that were not told again.

        A span takes the place of a day, and a day that of a span: both say how much time there is.
        """
        return Reckoning(
            people=newer.people if newer.people > 1 else self.people,
            span=newer.span or (None if newer.by else self.span),
            start=newer.start or self.start,
            by=newer.by or (None if newer.span else self.by),
            hours_a_week=newer.hours_a_week or self.hours_a_week,
            purse=newer.purse or self.purse,
        )


NOTHING_RECKONED = Reckoning()
