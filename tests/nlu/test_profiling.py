"""What a message says of the person: what is about somebody else, what only names a thing, and what limits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.figures import Figure, Unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant
    from bot.domain.learner import Profile


@pytest.fixture(scope="module")
def read(own_assistant: Callable[[], Assistant]) -> Callable[[str], Profile]:
    return own_assistant().understander.profile_of


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("i drive a forklift", "role-other"),
        ("radiographer here", "role-care-teaching"),
        ("product designer at a bank", "role-product-design"),
        ("my python is ok, decent sql", "knows-some-code"),
        ("i can not stop thinking about neural nets", "deep-learning"),
        ("can't wait to learn python", "short-lessons"),
        ("does my nephew find something here, he is in high school", "teen"),
        ("free free, not 49 bucks", "no-budget"),
        ("i can't spend thousands", "tight-budget"),
        ("money is no problem", "ample-budget"),
        ("never deployed on aws", "new-to-cloud"),
        ("only six hours left", "little-time"),
        ("im a nurse and think about ai", "role-care-teaching"),
        ("backend dev who says ai is fun", "developer"),
    ],
)
def test_what_is_said_of_oneself_is_taken_up(read: Callable[[str], Profile], said: str, rule: str) -> None:
    assert rule in read(said).shows


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("my engineers roll their eyes at me", "developer"),
        ("the head of platform said we need something", "role-lead"),
        ("my son says i would be good at it", "teen"),
        ("my son already has that job", "teen"),
        ("the seniors contradict each other", "career-senior"),
        ("i can study two hours a night", "little-time"),
        ("2 hrs on weekdays", "little-time"),
        ("i get tired after two hours", "little-time"),
        ("i can't spend thousands", "no-budget"),
        ("never deployed on aws", "works-aws"),
        ("we are leaving aws", "works-aws"),
        ("we are leaving aws", "career-change"),
        ("neural nets, not prompts", "prompting"),
    ],
)
def test_what_is_not_said_of_oneself_is_not(read: Callable[[str], Profile], said: str, rule: str) -> None:
    assert rule not in read(said).shows


@pytest.mark.parametrize(
    ("said", "out"),
    [
        ("anything but aws", {"aws"}),
        ("we are leaving aws", {"aws"}),
        ("i boycott amazon", {"aws"}),
        ("i refuse to give google another cent", {"google"}),
        ("we do not use azure", {"microsoft"}),
        ("i have never used azure", set()),
        ("we do not have a single aws account", set()),
        ("no google cloud experience", set()),
        ("never logged in to aws until last week", set()),
        ("i do not hate aws", set()),
    ],
)
def test_having_no_experience_rules_nothing_out(read: Callable[[str], Profile], said: str, out: set[str]) -> None:
    assert read(said).vendors_out == out


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("fifty pounds", 50, 50),
        ("i have 85 quid", 85, 85),
        ("up to two thousand", None, 2000),
        ("they fund up to 600 euros", None, 600),
        ("200-300 EUR", 200, 300),
        ("€99 is what i have", 99, 99),
        ("300 per person", 300, 300),
        ("i can pay around 400", 400, 400),
        ("roughly 350 put aside", 350, 350),
        ("up to 4k", None, 4000),
        ("keep it under a hundred", None, 100),
        ("one hundred and fifty dollars", 150, 150),
        ("two hundred fifty bucks", 250, 250),
        ("six hundred euros", 600, 600),
        ("3 thousand dollars", 3000, 3000),
    ],
)
def test_amounts_are_read_as_people_write_them(
    read: Callable[[str], Profile], said: str, low: float | None, high: float
) -> None:
    assert read(said).budget == Figure(low, high, Unit.USD)


@pytest.mark.parametrize(
    "said",
    [
        "my budget is maximum 4000 rupees",
        "not 49 bucks",
        "a hundred people work here",
        "fifty hours",
        "under a hundred questions",
        "twenty years ago",
    ],
)
def test_other_numbers_are_no_budget(read: Callable[[str], Profile], said: str) -> None:
    assert read(said).budget is None


@pytest.mark.parametrize(
    ("said", "most"),
    [("i can spend 50 dollars a month", 50), ("i can pay maybe 40 a month", 40), ("60 each month", 60)],
)
def test_what_can_be_paid_by_the_month_is_no_total(read: Callable[[str], Profile], said: str, most: float) -> None:
    assert read(said).budget == Figure(most, most, Unit.USD_PER_MONTH)


def test_what_is_not_done_yet_is_neither_held_nor_ruled_out(read: Callable[[str], Profile]) -> None:
    told = read("i have not passed google ml yet")
    assert (told.holds, told.cards_out) == (frozenset(), frozenset())
    assert read("anything but google ml").cards_out == {"google-professional-ml-engineer"}


def test_what_is_held_is_known_from_the_words_around_its_name(read: Callable[[str], Profile]) -> None:
    assert read("i passed google ml and have kaggle learn done").holds == {
        "google-professional-ml-engineer",
        "kaggle-learn",
    }
    assert read("i want google ml").holds == frozenset()


def test_a_pace_is_counted_by_the_week(read: Callable[[str], Profile]) -> None:
    assert [read(said).hours_a_week for said in ("2 hours a night", "3 hours on sundays", "2 hours daily")] == [
        10,
        3,
        14,
    ]
