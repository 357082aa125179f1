"""Places in a row: "the second", not "a second month"."""

from __future__ import annotations

import pytest

from bot.nlu.places import place_before, places_in

DEFINITE, HEADS = ("the", "that"), ("one", "exam")


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("the second", (1,)),
        ("second one please", (1,)),
        ("second", (1,)),
        ("firsts", (0,)),
        ("what does the last cost", (2,)),
        ("cut the middle one", (1,)),
        ("the first and third", (0, 2)),
        ("the latter", (2,)),
        ("a second month", ()),
        ("which should i take first", ()),
        ("the fourth", ()),
    ],
)
def test_places_are_read_where_they_are_known_ones(said: str, places: tuple[int, ...]) -> None:
    assert places_in(tuple(said.split()), DEFINITE, HEADS, 3) == places


def test_there_is_a_middle_only_of_an_odd_number() -> None:
    assert places_in(("the", "middle"), DEFINITE, HEADS, 2) == ()


@pytest.mark.parametrize(("at", "place"), [(2, 2), (1, 1), (0, 1)])
def test_a_place_stands_before_what_there_is_most_of(at: int, place: int) -> None:
    assert place_before(("the", "second", "cheapest"), at) == place
