"""Days of the calendar, as people name them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.knowledge import Vocabulary
from bot.nlu.dates import DateFinder, Moment

CUES = {
    "day to begin": ("from", "start"),
    "day to be done by": ("by", "before", "on", "in"),
    "day gone by": ("since", "passed in"),
    "late in a month": ("end of",),
    "midway in a month": ("mid",),
}
FINDER = DateFinder(Vocabulary(cues=CUES, days={"christmas": "12-25"}))


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("can i do both by june", (Moment(6),)),
        ("done before christmas?", (Moment(12, 25),)),
        ("sit it on may 1", (Moment(5, 1),)),
        ("the 3rd of march", (Moment(3, 3),)),
        ("2027-04-30", (Moment(4, 30, 2027),)),
        ("by end of march", (Moment(3, late=True),)),
        ("by mid may", (Moment(5, 15),)),
        ("start jan 4, done by may 1", (Moment(1, 4, starts=True), Moment(5, 1))),
        ("from september 2027", (Moment(9, None, 2027, starts=True),)),
        ("sept 2", (Moment(9, 2),)),
    ],
)
def test_days_are_read(text: str, moments: tuple[Moment, ...]) -> None:
    assert FINDER.find(text) == moments


@pytest.mark.parametrize(
    "text",
    [
        "may i ask",
        "it may take a while",
        "decide",
        "marching",
        "31 june",
        "45 may",
        "2027-13-01",
        "since may",
        "passed in june",
    ],
)
def test_verbs_and_impossible_days_are_none(text: str) -> None:
    assert FINDER.find(text) == ()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (Moment(6), date(2027, 6, 1)),
        (Moment(12, 25), date(2026, 12, 25)),
        (Moment(11, 29), date(2027, 11, 29)),
        (Moment(2, late=True), date(2027, 2, 28)),
        (Moment(2, 29), date(2027, 2, 28)),
        (Moment(1, 4, 2026), date(2026, 1, 4)),
    ],
)
def test_a_day_without_a_year_is_the_next_one(moment: Moment, day: date) -> None:
    assert moment.after(date(2026, 11, 29)) == day


def test_without_words_for_days_only_dates_are_read() -> None:
    bare = DateFinder(Vocabulary())
    assert bare.find("by june, on 2027-04-30 or before christmas") == (Moment(4, 30, 2027),)
