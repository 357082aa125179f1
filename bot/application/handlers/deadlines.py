"""Times worked out: one certification after the other, until a day, from a day, at a pace."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.figures import Figure, Unit
from bot.recommender import read_card

if TYPE_CHECKING:
    from datetime import date

    from bot.application.voice import Voice
    from bot.domain.certification import Certification
    from bot.domain.reckoning import Reckoning

DURATION = "duration"
WEEK = 7
"""Days."""
IN_MONTHS = 46
"""From so many days on a span is told in months."""
DAYS_IN = {Unit.DAYS: 1.0, Unit.WEEKS: 7.0, Unit.MONTHS: 365 / 12, Unit.YEARS: 365.0}
"""Calendar days in the units in which the guide gives durations, hours left out."""
TEN_YEARS = 3650
"""Days; nobody plans further."""


def one_after_the_other(voice: Voice, cards: tuple[Certification, ...]) -> str:
    """The time of all of them; empty unless all are given in the same unit."""
    span = _in_all(voice, cards)
    if span is None or span.low is None or len(cards) == 1:
        return ""
    return f"One after the other: {_count(span)} {span.unit.value}."


def deadline_line(voice: Voice, cards: tuple[Certification, ...], reckoning: Reckoning) -> str:
    """Whether it can be done in time, and when to start at the latest; empty where no time and no pace is told."""
    span, named, reckoning = _in_all(voice, cards), reckoning.by, _within_span(reckoning, voice.day)
    if span is None or (reckoning.by is None and reckoning.start is None and reckoning.hours_a_week is None):
        return ""
    if span.unit is Unit.HOURS:
        return _by_hours(span, reckoning, voice)
    least, most = (timedelta(days=round(end * DAYS_IN[span.unit])) for end in (span.least, span.most))
    begin = reckoning.start or voice.day
    told = f"{_count(span)} {span.unit.value}"
    if reckoning.by is None:
        if reckoning.start is None:
            return f"The guide gives {span.unit.value} and no hours, so what a pace makes of it can't be worked out."
        return f"Started on {begin}, it is done between {begin + least} and {begin + most} ({told})."
    left = reckoning.by - begin
    enough = "enough" if left >= most else "enough if you are quick" if left >= least else "too short"
    since = "From today" if reckoning.start is None else f"From {begin}"
    advice = _latest_start(begin, named, least, most) if named else ""
    return f"{since} to {reckoning.by} it is {_months(left)}: {enough} for {told}.{advice}"


def _within_span(reckoning: Reckoning, today: date) -> Reckoning:
    """The same with the day on which the time is over that was told instead of one: "in 2 months"."""
    span, begin = reckoning.span, reckoning.start or today
    if (
        reckoning.by is not None
        or span is None
        or span.unit not in DAYS_IN
        or span.most * DAYS_IN[span.unit] > TEN_YEARS
    ):
        return reckoning
    return replace(reckoning, by=begin + timedelta(days=round(span.most * DAYS_IN[span.unit])))


def _latest_start(begin: date, by: date, least: timedelta, most: timedelta) -> str:
    """When to start, for the slow and for the quick, as far as those days are still to come."""
    slow, quick = by - most, by - least
    if begin < slow < quick:
        return f" To be done by then, start by {slow}, at the very latest by {quick}."
    return f" To be done by then, start by {quick} at the latest." if begin < quick else ""


def _by_hours(span: Figure, reckoning: Reckoning, voice: Voice) -> str:
    """Of what takes hours of work: the weeks at a pace, or the pace that a day asks for."""
    pace = reckoning.hours_a_week
    if pace is not None and pace >= 1:
        weeks = max(1, -int(-span.most / pace // 1))
        line = f"At {pace:g} hours a week: at most {weeks} week{'' if weeks == 1 else 's'}."
        begin = reckoning.start or voice.day
        if reckoning.by is None:
            return line
        fits = begin + timedelta(weeks=weeks) <= reckoning.by
        return f"{line} {'That is done' if fits else 'That is not done'} by {reckoning.by}."
    if reckoning.by is None:
        return ""
    days = max(1, (reckoning.by - (reckoning.start or voice.day)).days)
    if days < WEEK:
        return f"Until {reckoning.by}: {span.most / days:.1f} hours a day."
    return f"Until {reckoning.by}: {span.most * WEEK / days:.1f} hours a week."


def _in_all(voice: Voice, cards: tuple[Certification, ...]) -> Figure | None:
    """The time of all, one after the other; None unless it is given of all and in the same unit."""
    spans = [facts.duration for card in cards if (facts := read_card(card, voice.day)).duration]
    if not spans or len(spans) < len(cards) or len({span.unit for span in spans}) > 1:
        return None
    if len(spans) == 1:
        return spans[0]
    if any(span.low is None or span.high is None for span in spans):
        return None
    return Figure(sum(span.least for span in spans), sum(span.most for span in spans), spans[0].unit)


def _count(span: Figure) -> str:
    return f"{span.least:g}" if span.low == span.high or span.low is None else f"{span.low:g}-{span.most:g}"


def _months(span: timedelta) -> str:
    """A span of days as people say it: "5 months", "3 weeks"."""
    if span.days >= IN_MONTHS:
        return f"about {round(span.days / DAYS_IN[Unit.MONTHS])} months"
    count, unit = (span.days // WEEK, "week") if span.days >= WEEK else (max(0, span.days), "day")
    return f"{count} {unit}{'' if count == 1 else 's'}"
