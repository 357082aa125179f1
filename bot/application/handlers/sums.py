"""What several certifications cost or take together: "how much are both in all?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.prices import COST, money
from bot.domain.figures import Figure, Unit
from bot.recommender import read_card

if TYPE_CHECKING:
    from bot.application.context import Context
    from bot.domain.certification import Certification

DURATION = "duration"
SUM = "sum"
"""The cue of somebody who wants it all added up."""


def sum_lines(context: Context) -> list[str]:
    """The totals of what was asked about, a line each; none where no sum is wanted or there is nothing to add up."""
    if SUM not in context.understanding.recognition.cues or len(context.cards) == 1:
        return []
    lines = [_cost(context)] if COST in context.attributes else []
    lines += [_duration(context)] if DURATION in context.attributes else []
    return [line for line in lines if line]


def _cost(context: Context) -> str:
    known = [(card, figure) for card in context.cards if (figure := _price(context, card)) is not None]
    figure = _added([figure for _, figure in known])
    rest = [card.short for card in context.cards if card not in [one for one, _ in known]]
    if figure is None:
        return f"There is no sum: the guide gives no total for {', '.join(rest)}." if rest else ""
    without = f" The guide gives no total for {', '.join(rest)}, so that comes on top." if rest else ""
    return f"Together: {money(figure)}.{without}"


def _price(context: Context, card: Certification) -> Figure | None:
    """From the least to the most that it may cost in all: "$125 (Associate), $200-500 (Professional)"."""
    facts, reading = read_card(card, context.day), context.reading(card, COST)
    once = [figure for figure in (reading.figures if reading else ()) if figure.unit is Unit.USD]
    if facts.free:
        return Figure(0.0, 0.0, Unit.USD)
    if len(once) > 1:
        return Figure(min(one.least for one in once), max(one.most for one in once), Unit.USD)
    return facts.total


def _duration(context: Context) -> str:
    """One after the other; empty unless all are given in the same unit."""
    spans = [facts.duration for card in context.cards if (facts := read_card(card, context.day)).duration]
    if len(spans) < len(context.cards) or len({span.unit for span in spans}) > 1:
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
