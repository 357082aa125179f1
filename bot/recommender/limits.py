"""Hard limits: what a learner cannot or will not take, whatever speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.figures import Figure, Unit
from bot.domain.learner import NO_BUDGET

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.certification import Certification
    from bot.domain.learner import Profile

BILLING, COST, DURATION, FREE, PLATFORM = "billing", "cost", "duration", "free", "platform"
SUBSCRIPTION, PAID = "subscription", "paid"


def obstacle(card: Certification, profile: Profile, vendor_names: dict[str, str], day: date) -> str | None:
    """Why a card is out of the question, completing "it is out because ..."; None where nothing stands against it."""
    if card.retired_by(day) and card.lifecycle:
        return f"it was retired on {card.lifecycle.retired}"
    if card.id in profile.holds:
        return "you hold it already"
    if card.id in profile.cards_out or _ruled_out(card, profile, vendor_names, day):
        return "you ruled it out"
    return _unaffordable(card, profile, day) or _too_long(card, profile, day)


def _ruled_out(card: Certification, profile: Profile, vendor_names: dict[str, str], day: date) -> bool:
    platform = card.fact(PLATFORM, day)
    where = platform.value.lower() if platform else ""
    return card.vendor in profile.vendors_out or any(vendor_names[out].lower() in where for out in profile.vendors_out)


def _unaffordable(card: Certification, profile: Profile, day: date) -> str | None:
    billing, free = card.fact(BILLING, day), card.fact(FREE, day)
    if profile.subscription is False and billing and billing.value == SUBSCRIPTION:
        return "it runs on a subscription"
    if NO_BUDGET in profile.shows and free and free.value == PAID:
        return "it costs money"
    over = over_budget(card, profile, day)
    return f"it is ${over:,.0f} over your budget" if over > 0 else None


def over_budget(card: Certification, profile: Profile, day: date) -> float:
    """By how many dollars the card's least price exceeds the budget; 0 where it fits or no figure is known."""
    price = card.fact(COST, day)
    if profile.budget is None or price is None:
        return 0
    figure = _comparable(price.figures, profile.budget.unit)
    return max(0.0, figure.least - profile.budget.most) if figure else 0


def _comparable(figures: tuple[Figure, ...], unit: Unit) -> Figure | None:
    """The price in the budget's unit; a monthly price stands in for a total that is not known, not the reverse."""
    same = [figure for figure in figures if figure.unit is unit]
    if same or unit is Unit.USD_PER_MONTH:
        return next(iter(same), None)
    return next((figure for figure in figures if figure.is_money), None)


def _too_long(card: Certification, profile: Profile, day: date) -> str | None:
    duration = card.fact(DURATION, day)
    if profile.time is None or duration is None:
        return None
    spans = [figure.in_hours() for figure in duration.figures if figure.is_time]
    if spans and spans[0].least > profile.time.in_hours().most:
        return f"it takes {duration.value}"
    return None
