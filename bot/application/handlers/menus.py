"""What can be picked below a list: one of it, or another tier, vendor or price."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.price_limits import PRICES, limit_price
from bot.domain.actions import Browse, Describe
from bot.domain.reply import Menu, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.application.voice import Voice
    from bot.domain.certification import Certification
    from bot.domain.filters import Filter

LEAST_OPTIONS = 2
MOST_OPTIONS = 25
"""In one menu; Discord's limit."""


def list_menus(voice: Voice, action: Browse, cards: Sequence[Certification]) -> tuple[Menu, ...]:
    """The menus below the part of a list that holds some cards."""
    wanted = action.wanted
    told = [Suggestion(card.name, Describe(certifications=(card.id,))) for card in cards]
    made = [
        Menu("Open one of these", tuple(told)),
        _filters("Tier", wanted, _by_tier(voice, wanted)),
        _filters("Vendor", wanted, _by_vendor(voice, wanted)),
        _filters("Price", wanted, _by_price(wanted)),
    ]
    return tuple(menu for menu in made if len(menu.options) >= LEAST_OPTIONS)


def _filters(label: str, wanted: Filter, options: Iterable[tuple[str, Filter]]) -> Menu:
    offered = {name: Suggestion(name, Browse(wanted=one, page=1)) for name, one in options}
    chosen = next((one for one in offered.values() if one.action == Browse(wanted=wanted, page=1)), None)
    return Menu(label, tuple(offered.values())[:MOST_OPTIONS], chosen)


def _by_tier(voice: Voice, wanted: Filter) -> Iterator[tuple[str, Filter]]:
    yield "Any tier", replace(wanted, tiers=())
    for number in sorted({card.tier for card in voice.knowledge.reviewed if card.tier is not None}):
        yield f"Tier {number}", replace(wanted, tiers=(str(number),))


def _by_vendor(voice: Voice, wanted: Filter) -> Iterator[tuple[str, Filter]]:
    yield "Any vendor", replace(wanted, vendors=())
    for vendor in sorted({card.vendor for card in voice.knowledge.reviewed if card.vendor is not None}):
        yield voice.knowledge.vendors[vendor].name, replace(wanted, vendors=(vendor,))


def _by_price(wanted: Filter) -> Iterator[tuple[str, Filter]]:
    yield "Any price", limit_price(wanted, None)
    for name, most in PRICES.items():
        yield name.capitalize(), limit_price(wanted, most)
