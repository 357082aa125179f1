"""What the adviser reckons with of each certification on a day: price, time, platform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.figures import HOURS_IN, Figure, Unit

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.certification import Certification

BILLING, COST, DURATION, FREE, PLATFORM = "billing", "cost", "duration", "free", "platform"
SUBSCRIPTION, PAID, NO_CHARGE = "subscription", "paid", "free"


@dataclass(frozen=True, slots=True)
class CardFacts:
    """The figures of one card."""

    card: Certification
    retired: bool
    once: Figure | None
    """Price in US dollars, once."""
    monthly: Figure | None
    """Price in US dollars a month."""
    duration: Figure | None
    takes: str
    """The duration in words; empty where nothing is known."""
    paid: bool
    """Whether it is known to cost money."""
    free: bool
    """Whether it is free as a whole."""
    subscription: bool
    platform: str
    """Lower case."""

    def price_in(self, unit: Unit) -> Figure | None:
        """The price in the unit of a budget; a monthly price stands in for a total that is not known, not reversely."""
        if unit is Unit.USD_PER_MONTH:
            return self.monthly
        return self.once or self.total or self.monthly

    @property
    def total(self) -> Figure | None:
        """The whole price in US dollars: as given, or of as many months as it takes; None where that is not known."""
        if self.once is not None:
            return self.once
        if self.monthly is None or self.duration is None:
            return None
        if self.duration.in_hours().most <= HOURS_IN[Unit.MONTHS]:
            return Figure(self.monthly.least, self.monthly.most, Unit.USD)
        if self.duration.unit is not Unit.MONTHS:
            return None
        least = self.monthly.least * self.duration.least
        return Figure(least, self.monthly.most * self.duration.most, Unit.USD)

    @property
    def hours(self) -> Figure | None:
        """The duration in working hours."""
        return self.duration.in_hours() if self.duration else None

    def weeks_at(self, hours_a_week: float) -> Figure | None:
        """Calendar weeks at a pace; None where the guide gives no hours: its months are calendar time already."""
        if self.duration is None or self.duration.unit is not Unit.HOURS or hours_a_week <= 0:
            return None
        low, high = (None if end is None else end / hours_a_week for end in (self.duration.low, self.duration.high))
        return Figure(low, high, Unit.WEEKS)


def read_card(card: Certification, day: date) -> CardFacts:
    """What the card holds that day."""
    price, span = card.fact(COST, day), card.fact(DURATION, day)
    billing, free, platform = card.fact(BILLING, day), card.fact(FREE, day), card.fact(PLATFORM, day)
    figures = price.figures if price else ()
    spans = [figure for figure in span.figures if figure.is_time] if span else []
    return CardFacts(
        card=card,
        retired=card.retired_by(day),
        once=next((figure for figure in figures if figure.unit is Unit.USD), None),
        monthly=next((figure for figure in figures if figure.unit is Unit.USD_PER_MONTH), None),
        duration=spans[0] if spans else None,
        takes=span.value if span else "",
        paid=free is not None and free.value == PAID,
        free=free is not None and free.value == NO_CHARGE,
        subscription=billing is not None and billing.value == SUBSCRIPTION,
        platform=platform.value.lower() if platform else "",
    )
