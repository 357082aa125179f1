"""Numbers in words become digits where they count something."""

from __future__ import annotations

import pytest

from bot.nlu.numbers import with_digits


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("one hundred and fifty dollars", "150 dollars"),
        ("up to two thousand five hundred", "up to 2500"),
        ("twenty-four hours", "24 hours"),
        ("a hundred or a thousand", "100 or 1000"),
        ("5 hundred bucks", "500 bucks"),
        ("thirty forty bucks", "30 40 bucks"),
        ("fifteen hours", "15 hours"),
    ],
)
def test_numbers_from_eleven_on_are_read(said: str, read: str) -> None:
    assert with_digits(said) == read


@pytest.mark.parametrize(
    "said",
    [
        "the ibm one",
        "tier two",
        "all three of them",
        "one or two",
        "an hour",
        "the second one",
        "someone",
        "ai-102",
        "",
    ],
)
def test_small_numbers_stay_words(said: str) -> None:
    assert with_digits(said) == said
