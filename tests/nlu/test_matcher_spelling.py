"""Which tokens are repaired, to what, and which are left alone."""

from __future__ import annotations

import pytest

from bot.nlu.matcher import SpellingRepair

VOCABULARY = {
    "certification": 9, "exam": 30, "price": 5, "pay": 9, "play": 2, "card": 4, "want": 9, "what": 40, "wait": 3,
    "the": 50, "letters": 3, "{certification}": 20, "kubernetes": 2,
}  # fmt: skip


@pytest.fixture
def spelling() -> SpellingRepair:
    return SpellingRepair(VOCABULARY, frozenset({"prize", "car", "latter"}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("exma", "exam"),
        ("examm", "exam"),
        ("prcie", "price"),
        ("certifcation", "certification"),
        ("cetrifcation", "certification"),
        ("kubernets", "kubernetes"),
        ("crd", "card"),
        ("hte", "the"),
        ("lpay", "play"),
        ("wiat", "wait"),
        ("wnat", "want"),
    ],
)
def test_a_slip_is_repaired_to_the_likeliest_word(spelling: SpellingRepair, typed: str, meant: str) -> None:
    assert spelling.repair(typed) == meant


@pytest.mark.parametrize(
    "token",
    [
        "price",
        "prize",
        "car",
        "latter",
        "latters",
        "az900",
        "saac03",
        "900",
        "$",
        "{certificaton}",
        "xy",
        "exameter",
        "zzzz",
        "x" * 500,
    ],
)
def test_words_codes_numbers_slots_and_far_tokens_stay(spelling: SpellingRepair, token: str) -> None:
    assert spelling.repair(token) == token


def test_without_a_vocabulary_every_token_stays() -> None:
    assert SpellingRepair({}).repair("anything") == "anything"
