"""Prices and times worked out: of several certifications together, for several people, over some months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.deadlines import DURATION, deadline_line, one_after_the_other
from bot.application.handlers.prices import COST, money
from bot.domain.figures import Figure, Unit
from bot.recommender import read_card

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import Compare, TellFacts
    from bot.domain.certification import Certification

MONTHS_IN = {Unit.DAYS: 12 / 365, Unit.WEEKS: 12 / 52, Unit.MONTHS: 1.0, Unit.YEARS: 12.0}
MOST_MONTHS = 120
"""Nobody pays for longer than ten years."""
TWO = 2


def reckoned_lines(voice: Voice, action: TellFacts | Compare) -> list[str]:
    """What was asked about worked out, a line each with its terms; none where nothing is to be worked out."""
    cards = voice.cards(action.certifications)
    lines = _prices(voice, action, cards) if COST in action.attributes else []
    if DURATION in action.attributes:
        if action.in_all and len(cards) > 1:
            lines.append(one_after_the_other(voice, cards))
        lines.append(deadline_line(voice, cards, action.reckoning))
    return [line for line in lines if line]


def _prices(voice: Voice, action: TellFacts | Compare, cards: tuple[Certification, ...]) -> list[str]:
    """The price over a span, of all together, the difference of two, and for several people."""
    spans = [line for card in cards if (line := _over(voice, card, action.reckoning.span, several=len(cards) > 1))]
    if len(cards) == 1 and action.attributes == (COST,) and not spans:
        spans = [_whole(voice, cards[0])]
    lines = [*spans, _together(voice, action, cards) if action.in_all and len(cards) > 1 else ""]
    if len(cards) == TWO and not action.in_all:
        lines.append(_difference(voice, action, cards))
    return [*lines, _for_people(voice, action, cards), _left(voice, action, cards)]


def _over(voice: Voice, card: Certification, span: Figure | None, *, several: bool) -> str:
    """The sum of some months of a subscription; empty where nothing is paid by the month."""
    monthly = read_card(card, voice.day).monthly
    months = _months(span)
    if monthly is None or months is None:
        return ""
    total = Figure(monthly.least * months, monthly.most * months, Unit.USD)
    name = f"{card.short}, " if several else ""
    return f"{name}{months:g} month{'' if months == 1 else 's'} at {money(monthly)}: {money(total)}."


def _whole(voice: Voice, card: Certification) -> str:
    """What a subscription comes to in all; empty where it is paid once, or the guide gives no time."""
    facts = read_card(card, voice.day)
    if facts.monthly is None or facts.once is not None or facts.total is None:
        return ""
    return f"In all ({facts.takes}): {money(facts.total)}."


def _months(span: Figure | None) -> float | None:
    """Months that are paid for, a begun one as a whole; None for no span of calendar time."""
    if span is None or span.unit not in MONTHS_IN:
        return None
    months = -(-span.most * MONTHS_IN[span.unit] // 1)
    return float(max(1, months)) if months <= MOST_MONTHS else None


def _together(voice: Voice, action: TellFacts | Compare, cards: tuple[Certification, ...]) -> str:
    known = [(card, figure) for card in cards if (figure := _price(voice, action, card)) is not None]
    rest = [card.short for card in cards if card not in [one for one, _ in known]]
    figure = added([figure for _, figure in known])
    if figure is None:
        return f"There is no sum: the guide gives no total for {', '.join(rest)}." if rest else ""
    without = f" The guide gives no total for {', '.join(rest)}, so that comes on top." if rest else ""
    return f"Together: {money(figure)}.{without}"


def _difference(voice: Voice, action: TellFacts | Compare, cards: tuple[Certification, ...]) -> str:
    """By how much one of two costs more; empty where it is not known of both, or where they are asked about in turn."""
    one, other = (_price(voice, action, card) for card in cards)
    if action.attributes != (COST,) or one is None or other is None:
        return ""
    cheap, dear = sorted((one, other), key=lambda figure: (figure.most, figure.least))
    low, high = sorted((dear.least - cheap.most, dear.most - cheap.least))
    if low == high == 0:
        return "They cost the same."
    name = cards[0 if dear is one else 1].short
    if low < 0:
        return f"{name} costs up to ${high:,.0f} more, or up to ${-low:,.0f} less."
    return f"{name} costs {money(Figure(low, high, Unit.USD))} more."


def _for_people(voice: Voice, action: TellFacts | Compare, cards: tuple[Certification, ...]) -> str:
    """The sum for several people who take all of it."""
    people = action.reckoning.people
    prices = [_price(voice, action, card) for card in cards]
    known = [price for price in prices if price is not None]
    each = added(known) if len(known) > 1 else next(iter(known), None)
    if people < TWO or each is None or len(known) < len(prices):
        return ""
    total = Figure(each.least * people, each.most * people, each.unit)
    return f"For {people} people: {people} x {money(each)} = {money(total)}."


def _left(voice: Voice, action: TellFacts | Compare, cards: tuple[Certification, ...]) -> str:
    """What is left of the purse after all of them, once for each of the people; empty where that is not asked."""
    purse, prices = action.reckoning.purse, [_price(voice, action, card) for card in cards]
    known = [price for price in prices if price is not None]
    in_all = added(known) if len(known) > 1 else next(iter(known), None)
    if purse is None or purse.unit is not Unit.USD or in_all is None or len(known) < len(prices):
        return ""
    people = action.reckoning.people
    least, most = purse.most - in_all.most * people, purse.most - in_all.least * people
    if least == most == 0:
        return f"That takes all of the ${purse.most:,.0f}."
    if most < 0:
        return f"Of ${purse.most:,.0f} nothing is left: it is ${-most:,.0f} short."
    if least < 0:
        return f"Of ${purse.most:,.0f} that leaves up to ${most:,.0f}, or it is up to ${-least:,.0f} short."
    return f"Of ${purse.most:,.0f} that leaves {money(Figure(least, most, Unit.USD))}."


def _price(voice: Voice, action: TellFacts | Compare, card: Certification) -> Figure | None:
    """From the least to the most that it may cost in all: "$125 (Associate), $200-500 (Professional)"."""
    facts, reading = read_card(card, voice.day), voice.reading(card, COST)
    once = [figure for figure in (reading.figures if reading else ()) if figure.unit is Unit.USD]
    months = _months(action.reckoning.span)
    if facts.free:
        return Figure(0.0, 0.0, Unit.USD)
    if facts.monthly is not None and months is not None:
        return Figure(facts.monthly.least * months, facts.monthly.most * months, Unit.USD)
    if len(once) > 1:
        return Figure(min(one.least for one in once), max(one.most for one in once), Unit.USD)
    return facts.total


def added(figures: list[Figure]) -> Figure | None:
    """The sum of two figures or more, bound by bound; None of fewer, or where one is open at an end."""
    if len(figures) < TWO or any(one.low is None or one.high is None for one in figures):
        return None
    return Figure(sum(one.least for one in figures), sum(one.most for one in figures), figures[0].unit)
