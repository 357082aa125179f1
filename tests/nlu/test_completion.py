"""What somebody means who is still typing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.completion import complete, likeness

TEXTS = ("Portfolio or certificate?", "Is a degree required?", "Which free certification is the best?", "AI-102")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("portfolio", [0]),
        ("PORT", [0]),
        ("porfolio", [0]),
        ("porftolio cert", [0]),
        ("certificate", [0, 2]),  # the second by a slip
        ("degre", [1]),
        ("is a", [1]),
        ("best free", [2]),
        ("ai-1", [3]),
        ("ai-9", []),
        ("dgr", []),
        ("snowflake", []),
        ("portfolio snowflake", []),
    ],
)
def test_words_may_be_unfinished_mistyped_and_in_any_order(typed: str, meant: list[int]) -> None:
    assert complete(typed, TEXTS) == meant


def test_nothing_typed_means_everything() -> None:
    assert complete(" ", TEXTS) == [0, 1, 2, 3]


def test_what_begins_with_it_comes_first() -> None:
    assert complete("free", ["Is it free?", "Free or paid?", "Is it paid?"]) == [1, 0]


@given(st.text(max_size=300), st.text(max_size=80))
def test_likeness_is_a_share(typed: str, text: str) -> None:
    assert 0.0 <= likeness(typed, text) <= 1.0
