"""For how many people it is asked."""

from __future__ import annotations

import pytest

from bot.nlu.headcount import people_in


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("for 5 people", 5),
        ("all 4 of us", 4),
        ("six people", 6),
        ("a team of 12", 12),
        ("for 2 smart people", 2),
        ("1 people", None),
        ("5 months", None),
        ("1000000 people", None),
        ("people pay 5", None),
    ],
)
def test_people_are_counted(said: str, people: int | None) -> None:
    assert people_in(tuple(said.split()), {"people", "us", "team"}) == people
