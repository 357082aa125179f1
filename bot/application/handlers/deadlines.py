"""Times worked out: one certification after the other, until a day, from a day, at a pace."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.figures import Figure, Unit
from bot.recommender import read_card

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.certification import Certification
    from bot.domain.reckoning import Reckoning

DURATION = "duration"
DAYS_IN = {Unit.DAYS: 1.0, Unit.WEEKS: 7.0, Unit.MONTHS: 365 / 12, Unit.YEARS: 365.0}
"""Calendar days in the units in which the guide gives durations, hours left out."""


def one_after_the_other(voice: Voice, cards: tuple[Certification, ...]) -> str:
    """The time of all of them; empty unless all are given in the same unit."""
    span = _in_all(voice, cards)
    if span is None or span.low is None or len(cards) == 1:
        return ""
    return f"One after the other: {_count(span)} {span.unit.value}."


def deadline_line(voice: Voice, cards: tuple[Certification, ...], reckoning: Reckoning) -> str:
    """Whether it can be done in time, and when to start at the latest; empty where no day is named."""
    span = _in_all(voice, cards)
    if span is None or (reckoning.by is None and reckoning.start is None and reckoning.hours_a_week is None):
        return ""
    if span.unit is Unit.HOURS:
        return _by_hours(span, reckoning, voice)
    least, most = (timedelta(days=round(end * DAYS_IN[span.unit])) for end in (span.least, span.most))
    begin = reckoning.start or voice.day
    told = f"{_count(span)} {span.unit.value}"
    if reckoning.by is None:
        if reckoning.start is None:
            return ""
        return f"Started on {begin}, it is done between {begin + least} and {begin + most} ({told})."
    left = reckoning.by - begin
    enough = "enough" if left >= most else "enough if you are quick" if left >= least else "too short"
    start = f"start by {reckoning.by - most}, at the very latest by {reckoning.by - least}"
    advice = f" To be done by then, {start}." if left >= least else ""
    since = "From today" if reckoning.start is None else f"From {begin}"
    return f"{since} to {reckoning.by} there are {_months(left)}: {enough} for {told}.{advice}"


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
    weeks = max(1, (reckoning.by - (reckoning.start or voice.day)).days // 7)
    left = f"There are {weeks} week{'' if weeks == 1 else 's'} until {reckoning.by}"
    return f"{left}: {span.most / weeks:.1f} hours a week do."


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
    months = round(span.days / DAYS_IN[Unit.MONTHS])
    if months >= 2:  # noqa: PLR2004 - a shorter span is told in weeks
        return f"about {months} months"
    weeks = max(0, span.days // 7)
    return f"{weeks} week{'' if weeks == 1 else 's'}"
