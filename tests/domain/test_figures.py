"""Figures are read as people write them."""

from __future__ import annotations

import time

import pytest

from bot.domain.figures import Figure, Unit, find_figures

READ = {
    "$300": Figure(300, 300, Unit.USD),
    "about $300": Figure(300, 300, Unit.USD),
    "$ 1,500": Figure(1500, 1500, Unit.USD),
    "$1.5k": Figure(1500, 1500, Unit.USD),
    "$19.99": Figure(19.99, 19.99, Unit.USD),
    "200 bucks": Figure(200, 200, Unit.USD),
    "200 dollars": Figure(200, 200, Unit.USD),
    "1 dollar": Figure(1, 1, Unit.USD),
    "300 USD": Figure(300, 300, Unit.USD),
    "300$": Figure(300, 300, Unit.USD),
    "$150-300 in total": Figure(150, 300, Unit.USD),
    "$150 to $300": Figure(150, 300, Unit.USD),
    "$3,000 or more": Figure(3000, None, Unit.USD),
    "$3,000+": Figure(3000, None, Unit.USD),
    "over $500": Figure(500, None, Unit.USD),
    "under $200": Figure(None, 200, Unit.USD),
    "less than 200 dollars": Figure(None, 200, Unit.USD),
    "$39-49 a month": Figure(39, 49, Unit.USD_PER_MONTH),
    "$49/month": Figure(49, 49, Unit.USD_PER_MONTH),
    "$49 monthly": Figure(49, 49, Unit.USD_PER_MONTH),
    "49 bucks per month": Figure(49, 49, Unit.USD_PER_MONTH),
    "25%": Figure(25, 25, Unit.PERCENT),
    "20-25 percent": Figure(20, 25, Unit.PERCENT),
    "2-4 months": Figure(2, 4, Unit.MONTHS),
    "2\u20134 months": Figure(2, 4, Unit.MONTHS),
    "three months": Figure(3, 3, Unit.MONTHS),
    "two or three weeks": Figure(2, 3, Unit.WEEKS),
    "under 10 hours": Figure(None, 10, Unit.HOURS),
    "at least 6 months": Figure(6, None, Unit.MONTHS),
    "6+ months": Figure(6, None, Unit.MONTHS),
    "a 40-hour week": Figure(40, 40, Unit.HOURS),
    "90 minutes": Figure(90, 90, Unit.MINUTES),
    "5 yoe": Figure(5, 5, Unit.YEARS),
    "0-2 years": Figure(0, 2, Unit.YEARS),
    "10 DAYS": Figure(10, 10, Unit.DAYS),
}


@pytest.mark.parametrize(("text", "figure"), READ.items(), ids=READ)
def test_a_figure_is_read(text: str, figure: Figure) -> None:
    assert find_figures(text) == (figure,)


@pytest.mark.parametrize(
    "text", ["", "AI-102", "top 5", "2026-03-31", "5", "$", "%", "some months", "1" * 40, "$" + "1" * 40]
)
def test_what_is_no_figure_is_left_alone(text: str) -> None:
    assert find_figures(text) == ()


def test_all_figures_of_a_sentence_are_read_money_first() -> None:
    assert find_figures("It takes 3 months, raises pay by 20% and costs $300.") == (
        Figure(300, 300, Unit.USD),
        Figure(20, 20, Unit.PERCENT),
        Figure(3, 3, Unit.MONTHS),
    )


@pytest.mark.parametrize(
    ("figure", "least", "most"),
    [
        (Figure(150, 300, Unit.USD), 150, 300),
        (Figure(None, 10, Unit.HOURS), 10, 10),
        (Figure(3000, None, Unit.USD), 3000, 3000),
        (Figure(None, None, Unit.USD), 0, 0),
    ],
    ids=["range", "upper bound", "lower bound", "nothing"],
)
def test_an_open_end_counts_as_the_other_one(figure: Figure, least: float, most: float) -> None:
    assert (figure.least, figure.most) == (least, most)


def test_money_once_and_by_the_month_is_money() -> None:
    assert Figure(1, 1, Unit.USD).is_money
    assert Figure(1, 1, Unit.USD_PER_MONTH).is_money
    assert not Figure(1, 1, Unit.MONTHS).is_money
    assert not Figure(1, 1, Unit.PERCENT).is_time


@pytest.mark.parametrize(
    ("figure", "hours"),
    [
        (Figure(90, 90, Unit.MINUTES), Figure(1.5, 1.5, Unit.HOURS)),
        (Figure(2, 3, Unit.WEEKS), Figure(80, 120, Unit.HOURS)),
        (Figure(None, 2, Unit.DAYS), Figure(None, 16, Unit.HOURS)),
        (Figure(1, None, Unit.YEARS), Figure(2040, None, Unit.HOURS)),
    ],
    ids=["minutes", "weeks", "days", "years"],
)
def test_a_span_of_time_is_given_in_working_hours(figure: Figure, hours: Figure) -> None:
    assert figure.in_hours() == hours


def test_money_is_no_time() -> None:
    with pytest.raises(KeyError):
        Figure(1, 1, Unit.USD).in_hours()


def cpu_seconds(text: str) -> float:
    before = time.process_time()
    find_figures(text)
    return time.process_time() - before


HOSTILE = [
    "1" * 2000,
    "1 " * 1000,
    "1,111" * 400,
    "1" * 1000 + " " * 1000,
    "$1" + " " * 1990,
    "1 or " * 400,
    "under " * 333,
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:8] for text in HOSTILE])
def test_a_hostile_text_is_read_at_once(text: str) -> None:
    # The least of three, as a busy machine may charge one of them for something else.
    assert min(cpu_seconds(text) for _ in range(3)) < 0.1
