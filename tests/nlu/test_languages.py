"""Which language a message is in."""

from __future__ import annotations

import pytest

from bot.nlu.languages import Languages, Tongue, spaced
from bot.nlu.matcher.words import EnglishWords

LANGUAGES = Languages(
    frozenset({"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"}),
    frozenset({"google", "ml", "databricks", "aws"}),
    EnglishWords(),
    lambda token: {"databriks": "databricks"}.get(token, token),
)


@pytest.mark.parametrize(
    "utterance",
    [
        "how much is the google ml exam",
        "databriks ml content overview",
        "wich exma is teh cheapest",
        "exma prcie pls",
        "wich frist",
        "essentials, yay or nay",
        "free certs plox",
        "yo, aws or google?",
        "asdkjh qwe",
        "zxcvb qwrtp sdfgh",
        "aws",
        "",
        "?!",
        "$100",
        "\ud800",
    ],
)
def test_english_and_what_is_no_language_is_taken_for_english(utterance: str) -> None:
    assert LANGUAGES.tongue_of(utterance, suspected=False) is Tongue.ENGLISH


@pytest.mark.parametrize(
    "utterance",
    [
        "كم تكلفة امتحان google؟",
        "was kostet die google prüfung",
        "¿cuánto cuesta el examen de google ml?",
        "combien coûte databricks ?",
        "quanto costa databricks?",
        "google の試験はいくらですか",
        "aws 시험은 얼마인가요?",
        "hoe lang duurt de aws cursus",
        "ile kosztuje databricks",
        "quanto custa o exame da aws",
        "сколько стоит экзамен google",
        "google ml ราคาเท่าไหร่",
        "databricks için ücret ne kadar",
        "google ml 考试要多少钱",
    ],
)
def test_the_languages_of_the_encoder_are_known(utterance: str) -> None:
    assert LANGUAGES.tongue_of(utterance, suspected=False) is Tongue.READ


@pytest.mark.parametrize(
    "utterance",
    ["hur mycket kostar databricks", "πόσο κοστίζει η εξέταση", "कौन सा कोर्स सबसे अच्छा है", "bao nhiêu tiền vậy bạn"],
)
def test_other_languages_are_known_for_what_cannot_be_read(utterance: str) -> None:
    assert LANGUAGES.tongue_of(utterance, suspected=False) is Tongue.UNREAD


def test_what_is_like_examples_in_other_languages_needs_less() -> None:
    unsure = "confronta google e databricks per me"
    assert LANGUAGES.tongue_of("vs google e aws", suspected=False) is Tongue.ENGLISH
    assert LANGUAGES.tongue_of(unsure, suspected=True) is Tongue.READ


@pytest.mark.parametrize(
    ("utterance", "apart"),
    [
        ("google考试多少钱", "google 考试多少钱"),
        ("databricks는 얼마", "databricks 는 얼마"),
        ("aws ml cost", "aws ml cost"),
    ],
)
def test_names_stand_apart_from_scripts_without_spaces(utterance: str, apart: str) -> None:
    assert spaced(utterance) == apart


def test_an_encoder_that_reads_english_alone_reads_nothing_else() -> None:
    languages = Languages(frozenset({"en"}), frozenset({"google"}), EnglishWords(), lambda token: token)
    assert languages.tongue_of("¿cuánto cuesta el examen de google?", suspected=True) is Tongue.UNREAD
    assert languages.tongue_of("how much is the google exam", suspected=False) is Tongue.ENGLISH
