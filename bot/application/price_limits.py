"""What a list may be limited to by price."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.figures import Figure, Unit
from bot.domain.filters import Criterion
from bot.recommender.facts import FREE, NO_CHARGE

if TYPE_CHECKING:
    from bot.domain.filters import Filter

PRICES = {"free": 0, "up to $50": 50, "up to $200": 200, "up to $300": 300}
"""In US dollars, by what is shown."""


def limit_price(wanted: Filter, most: int | None) -> Filter:
    """The same without any other limit of price: up to so many US dollars, 0 for what is free, None for any price."""
    return replace(
        wanted,
        choices=(
            *(wish for wish in wanted.choices if wish.attribute != FREE),
            *((Criterion(FREE, "choice", NO_CHARGE),) if most == 0 else ()),
        ),
        bounds=(
            *(bound for bound in wanted.bounds if not bound.is_money),
            *((Figure(None, float(most), Unit.USD),) if most else ()),
        ),
    )
