"""Messages in other languages than English."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.bootstrap import build_assistant
from bot.domain.reply import ReplyKind
from tests.application.conversing import ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant
    from bot.domain.draft import Draft

NOTICE = "I can read your language, but I answer in English."


@pytest.fixture(scope="module")
def assistant(own_assistant: Callable[[], Assistant]) -> Assistant:
    return own_assistant()


@pytest.mark.parametrize(
    ("utterance", "said"),
    [
        ("¿cuánto cuesta el examen de google ml?", "$200"),
        ("was kostet die prüfung von azure ai engineer?", "$165"),
        ("combien de temps faut-il pour préparer google ml ?", "2-4 months"),
        ("google ml 考试要多少钱?", "$200"),
        ("google mlの試験はいくらですか?", "$200"),
        ("сколько стоит экзамен databricks?", "$200"),
    ],
)
def test_a_question_in_another_language_is_answered_in_english_and_it_is_said(
    assistant: Assistant, utterance: str, said: str
) -> None:
    reply = ask(assistant, utterance)
    assert said in reply.text
    assert reply.notices[-1] == NOTICE


def test_a_question_in_english_is_answered_without_a_word_about_languages(assistant: Assistant) -> None:
    assert NOTICE not in ask(assistant, "databriks ml content overview").notices
    assert NOTICE not in ask(assistant, "exma prcie pls").notices
    assert NOTICE not in ask(assistant, "hola").notices


def test_a_question_that_follows_is_about_what_was_spoken_of(assistant: Assistant) -> None:
    reply = ask(assistant, "¿cuánto cuesta el examen de google ml?", "¿y cuánto tiempo lleva?")
    assert (reply.topic, reply.certifications) == ("duration", ("google-professional-ml-engineer",))


def test_what_people_say_of_themselves_counts_in_any_language(assistant: Assistant) -> None:
    reply = ask(assistant, "soy enfermera, no sé programar, ¿por dónde empiezo?")
    assert reply.kind is ReplyKind.RECOMMEND
    assert reply.certifications[0] == "google-ai-essentials"
    assert "you have not written code yet" in reply.text
    developer = ask(assistant, "soy desarrollador, trabajo con google cloud. ¿qué certificado elijo?")
    assert developer.certifications[0] == "google-professional-ml-engineer"
    assert "your platform is Google Cloud" in developer.text


def test_what_is_said_of_oneself_is_not_what_somebody_else_once_said(assistant: Assistant) -> None:
    reply = ask(assistant, "no sé programar, ¿por dónde empiezo?")
    assert reply.kind is ReplyKind.RECOMMEND
    assert "you have not written code yet" in reply.text
    assert "rather than build it" not in reply.text  # what a nurse is told, whose question is the nearest in English


def test_having_money_is_not_having_little(assistant: Assistant) -> None:
    reply = ask(assistant, "tengo mucho dinero, ¿por dónde empiezo?")
    assert reply.kind is ReplyKind.RECOMMEND
    assert "money" not in reply.text


@pytest.mark.parametrize(
    "utterance",
    ["no quiero aws. soy desarrollador", "alles außer aws bitte, bin java entwickler", "aws 以外で。開発者です"],
)
def test_what_is_ruled_out_is_not_advised(assistant: Assistant, utterance: str) -> None:
    reply = ask(assistant, utterance)
    assert reply.kind is ReplyKind.RECOMMEND
    assert not [name for name in reply.certifications if name.startswith("aws-")]


def test_a_platform_that_is_used_is_advised(assistant: Assistant) -> None:
    reply = ask(assistant, "wir nutzen aws, ich bin entwickler. welche zertifizierung?")
    assert reply.certifications[0].startswith("aws-")


def test_a_question_about_nothing_named_is_asked_back(assistant: Assistant) -> None:
    reply = ask(assistant, "wie viel kostet die prüfung")
    assert (reply.kind, reply.notices) == (ReplyKind.CLARIFY, (NOTICE,))


@pytest.mark.parametrize("utterance", ["hur mycket kostar databricks", "πόσο κοστίζει η εξέταση της google"])
def test_a_language_that_cannot_be_read_is_declined_without_a_guess(assistant: Assistant, utterance: str) -> None:
    reply = ask(assistant, utterance)
    assert (reply.kind, reply.topic, reply.notices) == (ReplyKind.DECLINE, "other-language", ())


def test_thanks_are_taken_for_thanks_in_a_language_that_cannot_be_read(assistant: Assistant) -> None:
    reply = ask(assistant, "terima kasih banyak, sampai jumpa")
    assert (reply.kind, reply.topic, reply.notices) == (ReplyKind.SMALLTALK, "thanks", ())


def test_without_an_encoder_other_languages_are_declined(own_draft: Draft) -> None:
    few = replace(own_draft.knowledge, collected=())
    assistant = build_assistant(few)
    reply = ask(assistant, "wie viel kostet das zertifikat")
    assert (reply.kind, reply.topic, reply.notices) == (ReplyKind.DECLINE, "other-language", ())
