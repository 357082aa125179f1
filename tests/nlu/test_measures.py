"""Amounts and times in an utterance; numbers that stand for amounts in the vocabulary's phrases."""

from __future__ import annotations

import pytest

from bot.domain.figures import Figure, Unit
from bot.nlu.measures import bare_amounts, cut_measures
from bot.nlu.slots import EntityKind

BARE = bare_amounts(["another {money}", "{money} on top", "just words"])


@pytest.mark.parametrize(
    ("text", "dollars"),
    [
        ("another 200", 200),
        ("another 2k please", 2000),
        ("150 on top", 150),
        ("two hundred on top", 200),
        ("€50 on top", 50),
        ("it costs 300", 300),
        ("exactly 165", 165),
    ],
)
def test_a_number_where_an_amount_is_spoken_of_is_one_in_dollars(text: str, dollars: float) -> None:
    _, found = cut_measures(text, BARE)
    assert [(kind, figure) for kind, _, figure in found] == [(EntityKind.MONEY, Figure(dollars, dollars, Unit.USD))]


@pytest.mark.parametrize(
    "text", ["another 20 questions", "another 3", "200 words", "150 on topics", "3.150 on top", "v150 on top"]
)
def test_a_number_that_counts_something_else_is_none(text: str) -> None:
    assert cut_measures(text, BARE) == (text, ())


def test_without_such_phrases_nothing_is_looked_for() -> None:
    assert bare_amounts(["just words"]) is None
    assert cut_measures("another 200") == ("another 200", ())
