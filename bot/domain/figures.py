"""Figures in text: amounts of money, spans of time and percentages, as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a figure counts."""

    USD = "usd"
    USD_PER_MONTH = "usd a month"
    PERCENT = "percent"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


HOURS_IN: dict[Unit, float] = {
    Unit.MINUTES: 1 / 60,
    Unit.HOURS: 1,
    Unit.DAYS: 8,
    Unit.WEEKS: 40,
    Unit.MONTHS: 170,
    Unit.YEARS: 2040,
}
"""Working hours in a unit of time, to put spans in order (8 a day, 40 a week, 170 a month of 4.25 weeks)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A range of one unit, both ends included; a single number has equal ends."""

    low: float | None
    """The smaller end, None where the text gives only an upper bound ("under 10 hours")."""
    high: float | None
    """The larger end, None where the text gives only a lower bound ("$3,000 or more")."""
    unit: Unit

    @property
    def is_money(self) -> bool:
        """Whether the figure is an amount of money, once or a month."""
        return self.unit in (Unit.USD, Unit.USD_PER_MONTH)

    @property
    def is_time(self) -> bool:
        """Whether the figure is a span of time."""
        return self.unit in HOURS_IN

    @property
    def least(self) -> float:
        """The smaller end as a number: an open lower end counts as the upper one, being all that is known."""
        return self.low if self.low is not None else (self.high or 0.0)

    @property
    def most(self) -> float:
        """The larger end as a number; an open upper end counts as the lower one."""
        return self.high if self.high is not None else (self.low or 0.0)

    def in_hours(self) -> Figure:
        """The same span in working hours; raises KeyError for what is not a time."""
        factor = HOURS_IN[self.unit]
        low, high = (None if end is None else end * factor for end in (self.low, self.high))
        return Figure(low, high, Unit.HOURS)


_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_TIME = {
    "minute": Unit.MINUTES,
    "min": Unit.MINUTES,
    "hour": Unit.HOURS,
    "hr": Unit.HOURS,
    "h": Unit.HOURS,
    "day": Unit.DAYS,
    "week": Unit.WEEKS,
    "wk": Unit.WEEKS,
    "month": Unit.MONTHS,
    "mo": Unit.MONTHS,
    "year": Unit.YEARS,
    "yr": Unit.YEARS,
    "yoe": Unit.YEARS,
}
_NUMBER = r"(?<!\d)(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?!\d)(?:\.\d{1,12})?(?:\s?k\b)?"
"""Bounded: what has more digits is no amount, and trying all its parts would take time in the square of its length."""
_COUNT = rf"(?:{_NUMBER}|{'|'.join(_WORDS)})"
_RANGE = r"\s*(?:-|–|—|to|or|and)\s*"  # noqa: RUF001 - the dashes people write ranges with
_UPPER = r"(?P<upper>under|below|less than|fewer than|up to|at most|within)\s+"
_LOWER = r"(?P<lower>over|above|more than|at least|from)\s+"
_OPEN = r"(?P<open>\s*\+|\s+(?:or more|and more|and up|upwards))"
_MONEY_UNIT = r"(?:\$|(?:usd|us dollars|dollars?|bucks)\b)"
_MONTHLY = r"(?P<monthly>\s*(?:/|a|per|each|every)\s*(?:month|mo)\b|\s*monthly\b)"

_MONEY_PATTERN = re.compile(
    rf"(?:{_UPPER}|{_LOWER})?(?:about\s+|around\s+)?"
    rf"(?:\$\s?(?P<low>{_NUMBER})(?:{_RANGE}\$?\s?(?P<high>{_NUMBER}))?|"
    rf"(?P<low2>{_NUMBER})(?:{_RANGE}(?P<high2>{_NUMBER}))?\s*{_MONEY_UNIT}){_OPEN}?{_MONTHLY}?",
    re.IGNORECASE,
)
_PERCENT_PATTERN = re.compile(
    rf"(?P<low>{_NUMBER})(?:{_RANGE}(?P<high>{_NUMBER}))?\s*(?:%|percent\b|per cent\b)", re.IGNORECASE
)
_TIME_PATTERN = re.compile(
    rf"(?:{_UPPER}|{_LOWER})?(?:about\s+|around\s+)?\b(?P<low>{_COUNT})(?:{_RANGE}(?P<high>{_COUNT}))?"
    rf"{_OPEN}?[\s-]*(?P<unit>{'|'.join(_TIME)})s?\b",
    re.IGNORECASE,
)


FIGURE_PATTERN = re.sub(r"\?P<\w+>", "?:", f"(?:{_MONEY_PATTERN.pattern})|(?:{_TIME_PATTERN.pattern})")
"""Source of a regular expression, without groups, for an amount of money or a span of time; ignore case."""


MOST_COUNTED = 9
"""Digits of a number that counts something; longer ones are no counts."""


def count_of(word: str) -> int | None:
    """A whole number, in digits or as one of the small words; None for anything else."""
    if word in _WORDS:
        return int(_WORDS[word])
    return int(word) if word.isdecimal() and len(word) <= MOST_COUNTED else None


def find_figures(text: str) -> tuple[Figure, ...]:
    """Every amount of US dollars, percentage and span of time written in a text, in that order of kinds.

    Reads "$39-49 a month", "$3,000 or more", "200 bucks", "under 10 hours", "2–4 months", "three months", "25%".
    """  # noqa: RUF002 - an en dash is one of the dashes that are read
    return (
        *(_money(match) for match in _MONEY_PATTERN.finditer(text)),
        *(Figure(*_ends(match, "low", "high"), Unit.PERCENT) for match in _PERCENT_PATTERN.finditer(text)),
        *(Figure(*_ends(match, "low", "high"), _TIME[match["unit"].lower()]) for match in _TIME_PATTERN.finditer(text)),
    )


def _money(match: re.Match[str]) -> Figure:
    low, high = _ends(match, *(("low", "high") if match["low"] else ("low2", "high2")))
    return Figure(low, high, Unit.USD_PER_MONTH if match["monthly"] else Unit.USD)


def _ends(match: re.Match[str], low_name: str, high_name: str) -> tuple[float | None, float | None]:
    groups = match.groupdict()
    low = _number(match[low_name])
    high = _number(match[high_name]) if match[high_name] else low
    if groups.get("upper"):
        return None, high
    if groups.get("lower") or groups.get("open"):
        return low, None
    return low, high


def _number(text: str) -> float:
    word = text.strip().lower()
    if word in _WORDS:
        return float(_WORDS[word])
    thousands = word.endswith("k")
    return float(word.removesuffix("k").strip().replace(",", "")) * (1000 if thousands else 1)
