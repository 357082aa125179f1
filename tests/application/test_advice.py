"""Advice with the repository's own knowledge: the reply, its question, why, and what refines it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.application.plain import plain_text
from bot.domain.message import Message
from tests.application.conversing import LATER, NURSE, PUBLISHED, ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant
    from bot.domain.reply import Reply


@pytest.fixture(scope="module")
def assistant(own_assistant: Callable[[], Assistant]) -> Assistant:
    return own_assistant()


def test_advice_tells_the_pick_its_price_and_time_and_what_comes_after(assistant: Assistant) -> None:
    reply = ask(assistant, NURSE)
    assert reply.text.splitlines() == [
        (
            "Take Google AI Essentials: you use AI in your work rather than build it; "
            "you have not written code yet, and it needs no background."
        ),
        "- Cost: about $49, within your $100",
        "- Duration: under 10 hours",
        "- Left out IBM AI Engineering: it is $50 over your budget.",
        "- After it: a cloud fundamentals exam (AWS Cloud Practitioner or Azure Fundamentals)",
    ]
    assert [suggestion.label for suggestion in reply.suggestions] == ["Why this one?", "Something cheaper"]


def test_hours_a_week_become_weeks(assistant: Assistant) -> None:
    text = ask(assistant, "marketing manager, want ai basics, 2 hours a week").text
    assert "- Duration: under 10 hours, so at most 5 weeks at 2 hours a week" in text


def test_months_are_not_reckoned_into_weeks_the_guide_does_not_give(assistant: Assistant) -> None:
    text = ask(assistant, "complete beginner and want to become an ml engineer, 5 hours a week").text
    assert "3-6 months (calendar time; the guide gives no hours to reckon with your 5 hours a week)" in text


def test_the_total_of_a_monthly_price_is_told(assistant: Assistant) -> None:
    text = _advised(assistant, "i have ibm ai engineering and want deep learning, what next").text
    assert "- Cost: about $49 a month, so about $196 in all" in text


def test_a_prerequisite_nobody_spoke_of_is_a_reservation(assistant: Assistant) -> None:
    assert "- Mind its prerequisites: strong SQL and Spark." in ask(assistant, "data engineer, which cert").text
    assert "Mind" not in ask(assistant, "data engineer on databricks and spark, which cert").text


def test_the_question_that_matters_most_is_asked_with_buttons(assistant: Assistant) -> None:
    reply = ask(assistant, "im a software developer, which cert")
    assert reply.certifications[0] == "google-professional-ml-engineer"
    assert reply.question == "Which platform do you work on, or want to?"
    assert [suggestion.label for suggestion in reply.suggestions] == [
        "AWS",
        "Google Cloud",
        "Microsoft Azure",
        "Databricks or Spark",
    ]


def test_a_button_answers_the_question_and_refines_the_advice(assistant: Assistant) -> None:
    button = ask(assistant, "im a software developer, which cert").suggestions[2]
    reply = ask(assistant, "im a software developer, which cert", button.label)
    assert reply.certifications[0] == "azure-ai-engineer-associate"
    assert reply.question != "Which platform do you work on, or want to?"


def test_two_questions_are_asked_and_no_third(assistant: Assistant) -> None:
    turns = ["recommend me something"]
    questions = []
    for _ in range(4):
        reply = ask(assistant, *turns)
        questions.append(reply.question)
        turns.append(reply.suggestions[0].label if reply.question else "something else")
    assert [bool(question) for question in questions] == [True, True, False, False]
    assert len(set(questions[:2])) == 2


def _advised(assistant: Assistant, about: str) -> Reply:
    """The reply to the command that asks for advice outright."""
    return assistant.reply(Message(about, about, _noon(), "recommend"))


def test_somebody_who_says_nothing_gets_the_best_answer_so_far(assistant: Assistant) -> None:
    reply = assistant.reply(Message("", "empty form", _noon(), "recommend"))
    assert (reply.kind, reply.certifications[0]) == ("recommend", "ibm-ai-engineering")
    assert reply.question


def test_why_tells_each_rule_and_the_scores(assistant: Assistant) -> None:
    reply = ask(assistant, NURSE, "why?")
    assert reply.text.splitlines()[0] == "Points decide, and Google AI Essentials has the most by what you said:"
    assert "- Teaching, health or social work: Google AI Essentials +3" in reply.text
    assert "In all: Google AI Essentials 5." in reply.text
    assert "IBM AI Engineering would have 4, but it is $50 over your budget." in reply.text


def test_why_not_another_is_answered_for_that_one(assistant: Assistant) -> None:
    reply = ask(assistant, NURSE, "why not ibm?")
    assert reply.text.startswith("IBM AI Engineering is out because it is $50 over your budget.")


@pytest.mark.parametrize(
    ("turns", "pick"),
    [
        ((NURSE, "what if i had 200 more"), "google-ai-essentials"),
        (("complete beginner, 100 bucks", "what if i had 200 more"), "ibm-ai-engineering"),
        (("complete beginner, 100 bucks", "i could put in another 150"), "ibm-ai-engineering"),
        (("complete beginner, 200 dollars", "make that 120 bucks less"), "google-ai-essentials"),
        ((NURSE, "another 200"), "google-ai-essentials"),
        (("complete beginner, 100 bucks", "two hundred on top"), "ibm-ai-engineering"),
        (("complete beginner, 200 bucks", "120 less"), "google-ai-essentials"),
        (("data engineer, 100 dollars", "additional 150 dollars"), "databricks-ml-professional"),
        (("im a developer, what should i take", "cheaper"), "microsoft-learn"),
        (("ml engineer on aws, which cert", "something else"), "aws-generative-ai-developer"),
        (("complete beginner, which cert", "too long, i only have a weekend"), "google-ai-essentials"),
        (("data engineer on databricks, which", "now for my colleague: she is a marketer"), "google-ai-essentials"),
        (("we use aws and i have ml experience", "not aws"), "google-professional-ml-engineer"),
    ],
)
def test_advice_is_refined(assistant: Assistant, turns: tuple[str, ...], pick: str) -> None:
    reply = ask(assistant, *turns)
    assert (reply.kind, reply.certifications[:1]) == ("recommend", (pick,))


def test_a_difference_asked_about_is_no_change_of_the_budget(assistant: Assistant) -> None:
    reply = ask(assistant, "complete beginner, 100 bucks", "is it 50 more than google?")
    assert reply.kind != "recommend"


def test_what_was_told_to_a_colleague_is_not_kept_for_oneself(assistant: Assistant) -> None:
    reply = ask(assistant, "my coworker is a data engineer on databricks", "and for me? i work in marketing")
    assert reply.certifications[0] == "google-ai-essentials"


def test_a_collector_of_badges_is_told_to_build_something(assistant: Assistant) -> None:
    reply = _advised(assistant, "i have 5 badges on linkedin and 3 years of ml on aws, which cert next")
    assert reply.text.startswith("Don't buy another one yet, says the guide: build a project")


def test_what_is_retired_is_not_the_pick_and_the_reply_says_so(assistant: Assistant) -> None:
    before, after = (ask(assistant, "data scientist on aws, which cert", day=day) for day in (PUBLISHED, LATER))
    assert before.certifications[0] == "aws-ml-specialty"
    assert after.certifications[0] == "aws-generative-ai-developer"
    assert "AWS ML Specialty was retired on 2026-03-31." in plain_text(after)


def _noon() -> datetime:
    return datetime(2026, 1, 9, 12, tzinfo=UTC)
