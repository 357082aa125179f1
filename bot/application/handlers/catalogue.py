"""Lists of certifications: by tier, vendor, price, time and so on; the cheapest, the hardest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.application.handlers.filtering import DURATION, Found, find_cards
from bot.application.handlers.menus import list_menus
from bot.application.handlers.ordering import extremes, in_order, is_known, order_of
from bot.application.handlers.prices import COST
from bot.application.handlers.readings import NOT_STATED, read, value_of
from bot.application.succession import successors
from bot.domain.reply import Reply, ReplyKind, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.application.voice import Voice
    from bot.domain.actions import Browse
    from bot.domain.certification import Certification
    from bot.domain.filters import Filter

ORDINALS = {1: "first", 2: "second", 3: "third"}
NO_EXAMS = "They are courses, programs and lessons; whether one ends with a test the guide does not always say."
MOST_COLUMNS = 3
MOST_SHOWN_BESIDE = 4
"""Of up to this many the ones that a superlative passes over are told too."""
SHORT_LIST = 3
MOST_SOURCES = 3
PAGE = 8
"""Certifications on a page, as many as fit on a phone."""


def answer_catalogue(voice: Voice, action: Browse) -> Reply:
    """The reviewed certifications that fulfil every wish of the filter."""
    extreme = action.wanted.extreme
    found = everything = find_cards(voice, action.wanted)
    gone = []
    if not action.wanted.among:
        gone = [card for card in extremes(voice, everything.cards, extreme) if voice.retired(card)]
        found = replace(everything, cards=[card for card in everything.cards if not voice.retired(card)])
    ranked = extremes(voice, found.cards, extreme)
    order = order_of(voice, ranked, action.order)
    ranked = in_order(voice, ranked, order)
    page = _page(ranked, action.page)
    shown, long = _columns(action), len(ranked) > SHORT_LIST
    instead = () if ranked else voice.cards(successors(voice, [card.id for card in gone]))
    lines = [f"- {_line(voice, card, shown)}" for card in (*page.cards, *instead)]
    sources = [fact.source for card in page.cards for name in shown if (fact := read(voice, card, name))]
    return Reply(
        kind=ReplyKind.ANSWER if ranked or gone else ReplyKind.DECLINE,
        text="\n".join(
            [
                _ungraded(voice, action.wanted, found, ranked)
                or _all_gone(ranked, gone, instead)
                or _lead(ranked, action.wanted, page, voice.label(order.attribute) if order else ""),
                *lines,
                *_others(voice, shown[0], found, ranked),
                *_unsure(found),
                *_left_out(gone, long=long),
                *([NO_EXAMS] if ranked and action.wanted.exam is False else []),
            ]
        ),
        topic="list",
        certifications=tuple(
            dict.fromkeys(card.id for card in [*page.cards, *(ranked or gone), *_passed_over(found, ranked)])
        ),
        notices=voice.notices(ranked if long else [*ranked, *gone, *_passed_over(found, ranked)]),
        citations=voice.cite(sources or [voice.knowledge.reviewed[0].facts[COST].readings[0].source])[:MOST_SOURCES],
        suggestions=tuple(_other_pages(action, page)),
        menus=list_menus(voice, action, page.cards) if action.page else (),
    )


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list."""

    cards: list[Certification]
    number: int
    """From 1; 0 where the list is not parted."""
    of: int
    """How many there are."""

    @property
    def told(self) -> str:
        """Which part it is; empty for a whole list."""
        return f" (page {self.number} of {self.of})" if self.of > 1 else ""


def _page(cards: list[Certification], number: int) -> Page:
    """A part of a list, the last one where there are not so many."""
    if number == 0:
        return Page(cards, 0, 1)
    pages = max(1, -(-len(cards) // PAGE))
    at = min(number, pages)
    return Page(cards[(at - 1) * PAGE : at * PAGE], at, pages)


def _other_pages(action: Browse, page: Page) -> Iterator[Suggestion]:
    if page.number > 1:
        yield Suggestion("Previous page", replace(action, page=page.number - 1))
    if 0 < page.number < page.of:
        yield Suggestion("Next page", replace(action, page=page.number + 1))


def _columns(action: Browse) -> tuple[str, ...]:
    """The attributes to show: chosen by, or asked about; and the price."""
    wanted = action.wanted
    first = [one for one in (action.order, wanted.extreme) if one is not None]
    by = [criterion.attribute for criterion in (*first, *wanted.choices)]
    by += [DURATION for bound in wanted.bounds if bound.is_time]
    return tuple(dict.fromkeys([*by, *action.attributes, COST]))[:MOST_COLUMNS]


def _line(voice: Voice, card: Certification, shown: tuple[str, ...]) -> str:
    values = dict.fromkeys(value for name in shown if (value := value_of(voice, card, name)))
    return f"{card.short}: {'; '.join(values)}" if values else card.short


def _ungraded(voice: Voice, wanted: Filter, found: Found, ranked: list[Certification]) -> str:
    """That nothing is known by which those could be told apart; empty where something is."""
    wish = wanted.extreme
    if ranked or not found.cards or wish is None or not wanted.among:
        return ""
    if is_known(voice, found.cards, wish):
        return f"There is no {_ordinal(wish.place)} place among them."
    return f"{', '.join(card.short for card in found.cards)}: {voice.unsaid(wish.attribute)}"


def _all_gone(ranked: list[Certification], gone: list[Certification], instead: tuple[Certification, ...]) -> str:
    """That what would fit is retired; empty where anything can be taken, or nothing fits anyway."""
    names = " and ".join(card.short for card in gone)
    lead = f"Only {names} would fit, and can no longer be taken.{' Instead:' if instead else ''}"
    return "" if ranked or not gone else lead


def _lead(cards: list[Certification], wanted: Filter, page: Page, order: str) -> str:
    """The line above a list; ``order`` is what it is sorted by, if it is."""
    by = f", by {order.lower()}" if order else ""
    where = "of those" if wanted.among else "in the guide"
    if not cards:
        return f"{'None' if wanted.among else 'Nothing'} {where} fits all of that."
    if len(cards) == 1:
        return f"That is {cards[0].name}:" if wanted.extreme else f"One {where} fits:"
    if wanted.extreme:
        return f"{len(cards)} share the {_ordinal(wanted.extreme.place)} place:"
    return f"{len(cards)} {where} fit{by}{page.told}:"


def _ordinal(place: int) -> str:
    """A place as people say it, from 1; beyond the fourth nobody asks."""
    return ORDINALS.get(place, f"{place}th")


def _others(voice: Voice, name: str, found: Found, ranked: list[Certification]) -> list[str]:
    """The few that a superlative was chosen from: what they have instead."""
    values = ((card, value_of(voice, card, name)) for card in _passed_over(found, ranked))
    return [f"- {card.short}: {value or NOT_STATED}" for card, value in values]


def _passed_over(found: Found, ranked: list[Certification]) -> list[Certification]:
    few = ranked and len(found.cards) <= MOST_SHOWN_BESIDE
    return [card for card in found.cards if card not in ranked] if few else []


def _left_out(gone: list[Certification], *, long: bool) -> list[str]:
    """Of a long list the retired ones are told in a line; a short one has room for what can be taken instead."""
    return [f"Left out as retired: {', '.join(card.short for card in gone)}."] if gone and long else []


def _unsure(found: Found) -> list[str]:
    if not found.unsure:
        return []
    return [f"The guide gives no such figure for {', '.join(card.short for card in found.unsure)}."]
