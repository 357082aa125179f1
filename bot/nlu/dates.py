"""Days of the calendar in an utterance: "by june", "start jan 4", "may 1st", "before christmas"."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.domain.knowledge import Vocabulary

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
BEGINS, ENDS, GONE = "day to begin", "day to be done by", "day gone by"
"""The cues of words before a day, of which one that is over is left alone."""
LATE, MIDWAY = "late in a month", "midway in a month"
"""The cues of words before a month."""
MIDDLE = 15
"""The day that "mid may" means."""
LEAP = 2024
"""A year in which every day of the calendar occurs."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as people name it, which may leave out the year, or the day of the month."""

    month: int
    day: int | None = None
    year: int | None = None
    starts: bool = False
    """Whether something is to begin then, rather than to be done by then."""
    late: bool = False
    """Whether the end of the month is meant."""

    def after(self, today: date) -> date:
        """The next such day; the first of a month that is named without a day, the last of "end of may"."""
        year = self.year or today.year
        found = self._in(year)
        return found if self.year or found > today else self._in(year + 1)

    def _in(self, year: int) -> date:
        last = calendar.monthrange(year, self.month)[1]
        day = last if self.late else min(self.day or 1, last)
        return date(year, self.month, day)


class DateFinder:
    """Knows the words for days of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._days = {name: date.fromisoformat(f"{LEAP}-{day}") for name, day in vocabulary.days.items()}
        cues = (BEGINS, ENDS, GONE, LATE, MIDWAY)
        begins, ends, gone, late, midway = (_any_of(vocabulary.phrases(cue)) for cue in cues)
        self._pattern = re.compile(
            rf"(?:\b(?:(?P<gone>{gone})|(?P<start>{begins})|(?P<end>{ends}))\s+(?:the\s+)?)?"
            rf"(?:(?:(?P<late>{late})|(?P<midway>{midway}))[\s-]+)?"
            rf"(?:\b(?P<year>20\d\d)-(?P<number>[01]\d)-(?P<iso>[0-3]\d)\b"
            rf"|\b{_DAY.format('before')}\s+(?:of\s+)?(?P<month>{_NAME})\b"
            rf"|\b(?P<month2>{_NAME})\s+{_DAY.format('behind')}\b(?!\s*(?:months?|weeks?|hours?|days?))"
            rf"|\b(?P<month3>{_NAME})\b(?:\s+(?P<year3>20\d\d))?"
            rf"|\b(?P<named>{_any_of(self._days)})\b)"
        )

    def find(self, text: str) -> tuple[Moment, ...]:
        """The days named in a normalised text; a bare "may" or "march" without anything beside it is a verb."""
        return tuple(moment for match in self._pattern.finditer(text) if (moment := self._moment(match)) is not None)

    def _moment(self, match: re.Match[str]) -> Moment | None:
        said = match.groupdict()
        if said["gone"]:
            return None
        starts, late = said["start"] is not None, said["late"] is not None
        if said["iso"]:
            return _checked(int(said["number"]), int(said["iso"]), int(said["year"]), starts=starts)
        if said["named"]:
            day = self._days[said["named"]]
            return Moment(day.month, day.day, starts=starts)
        if said["month3"]:
            return _month(said, starts=starts, late=late)
        return _checked(_MONTHS[said["month"] or said["month2"]], int(said["before"] or said["behind"]), starts=starts)


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first; one that nothing matches for none."""
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)) or r"(?!)"


def _month(said: Mapping[str, str | None], *, starts: bool, late: bool) -> Moment | None:
    """A month by its name; None where nothing beside it says that it is one."""
    midway, year = said["midway"], said["year3"]
    if not (said["start"] or said["end"] or late or midway or year):
        return None
    return Moment(_MONTHS[said["month3"] or ""], MIDDLE if midway else None, int(year) if year else None, starts, late)


def _checked(month: int, day: int, year: int | None = None, *, starts: bool) -> Moment | None:
    """None for what is no day of the calendar, such as the 45th."""
    fits = 1 <= month <= len(calendar.month_name) - 1 and 1 <= day <= calendar.monthrange(year or LEAP, month)[1]
    return Moment(month, day, year, starts) if fits else None
