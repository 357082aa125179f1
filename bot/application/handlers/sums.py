"""What several certifications cost or take together: "how much are both in all?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.prices import COST, money
from bot.domain.figures import Figure, Unit
from bot.recommender import read_card

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import Compare, TellFacts
    from bot.domain.certification import Certification

DURATION = "duration"


def sum_lines(voice: Voice, action: TellFacts | Compare) -> list[str]:
    """The totals of what was asked about, a line each; none where no sum is wanted or there is nothing to add up."""
    cards = voice.cards(action.certifications)
    if not action.in_all or len(cards) == 1:
        return []
    lines = [_cost(voice, cards)] if COST in action.attributes else []
    lines += [_duration(voice, cards)] if DURATION in action.attributes else []
    return [line for line in lines if line]


def _cost(voice: Voice, cards: tuple[Certification, ...]) -> str:
    known = [(card, figure) for card in cards if (figure := _price(voice, card)) is not None]
    figure = _added([figure for _, figure in known])
    rest = [card.short for card in cards if card not in [one for one, _ in known]]
    if figure is None:
        return f"There is no sum: the guide gives no total for {', '.join(rest)}." if rest else ""
    without = f" The guide gives no total for {', '.join(rest)}, so that comes on top." if rest else ""
    return f"Together: {money(figure)}.{without}"


def _price(voice: Voice, card: Certification) -> Figure | None:
    """From the least to the most that it may cost in all: "$125 (Associate), $200-500 (Professional)"."""
    facts, reading = read_card(card, voice.day), voice.reading(card, COST)
    once = [figure for figure in (reading.figures if reading else ()) if figure.unit is Unit.USD]
    if facts.free:
        return Figure(0.0, 0.0, Unit.USD)
    if len(once) > 1:
        return Figure(min(one.least for one in once), max(one.most for one in once), Unit.USD)
    return facts.total


def _duration(voice: Voice, cards: tuple[Certification, ...]) -> str:
    """One after the other; empty unless all are given in the same unit."""
    spans = [facts.duration for card in cards if (facts := read_card(card, voice.day)).duration]
    if len(spans) < len(cards) or len({span.unit for span in spans}) > 1:
        return ""
    figure = _added(spans)
    if figure is None or figure.low is None:
        return ""
    count = f"{figure.low:g}" if figure.low == figure.high else f"{figure.low:g}-{figure.most:g}"
    return f"One after the other: {count} {figure.unit.value}."


def _added(figures: list[Figure]) -> Figure | None:
    """The sum of two figures or more, bound by bound; None of fewer, or where one is open at an end."""
    if len(figures) < 2 or any(one.low is None or one.high is None for one in figures):  # noqa: PLR2004 - a sum has two
        return None
    return Figure(sum(one.least for one in figures), sum(one.most for one in figures), figures[0].unit)
