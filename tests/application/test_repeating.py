"""The answer before in short, said differently, or once more; the first question again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.actions import TellBriefly, TellFacts
from tests.application.conversing import LATER, NURSE, Person, ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant

GOOGLE, IBM, AZURE_NEW = "google-professional-ml-engineer", "ibm-ai-engineering", "azure-ai-apps-and-agents-developer"


@pytest.mark.parametrize(
    ("messages", "text"),
    [
        (("how long is google ml", "in one line please"), "Google ML Engineer, duration: 2-4 months"),
        (("how long is google ml", "in simple words"), "Google ML Engineer, duration: 2-4 months"),
        (("how long is google ml", "i don't get it"), "Google ML Engineer, duration: 2-4 months"),
        (("how much for google ml and databricks together", "shorter"), "Together: about $400."),
        (
            ("list tier 2", "names only"),
            "IBM AI Engineering; DeepLearning.AI TensorFlow; Google AI Essentials.",
        ),
        (("cheapest google cert", "in one line"), "Google AI Essentials: $49 a month, so about $49 in all"),
        (
            ("cheapest azure exam", "in one line"),
            "Only Azure AI Engineer would fit, and can no longer be taken. Instead:\n- Azure AI Apps and Agents",
        ),
        (
            ("compare ibm and google ml", "one line pls"),
            (
                "Cost: IBM AI Engineering: $49-79 a month, so $147-474 in all; Google ML Engineer: about $200\n"
                "Duration: IBM AI Engineering: 3-6 months; Google ML Engineer: 2-4 months"
            ),
        ),
        ((NURSE, "eli5"), "Take Google AI Essentials: you use AI in your work rather than build it."),
    ],
)
def test_an_answer_is_told_in_short(
    own_assistant: Callable[[], Assistant], messages: tuple[str, ...], text: str
) -> None:
    assert ask(own_assistant(), *messages, day=LATER).text == text


def test_what_was_told_in_short_is_told_at_length_to_who_wants_more(own_assistant: Callable[[], Assistant]) -> None:
    person = Person(own_assistant())
    person.say("how long is google ml")
    brief = person.say("in one line please")
    assert isinstance(brief.action, TellBriefly)
    assert person.say("more").text.startswith("Google ML Engineer: Plan for 2-4 months of preparation")


def test_a_comparison_told_in_short_is_told_with_all_its_rows_to_who_wants_more(
    own_assistant: Callable[[], Assistant],
) -> None:
    more = ask(own_assistant(), "compare ibm and google ml", "one line pls", "more", day=LATER).text.splitlines()
    assert "- Difficulty: IBM AI Engineering: beginner; Google ML Engineer: hard" in more


def test_what_was_worked_out_stays_beside_the_bare_values(own_assistant: Callable[[], Assistant]) -> None:
    messages = ("how long does google ai essentials take at 5 hours a week", "in short")
    assert ask(own_assistant(), *messages, day=LATER).text == (
        "Google AI Essentials, duration: under 10 hours\nAt 5 hours a week: at most 2 weeks."
    )


def test_nothing_shorter_is_made_of_what_the_guide_does_not_know(own_assistant: Callable[[], Assistant]) -> None:
    reply = ask(own_assistant(), "passing score of google ml", "ok the short version of it", day=LATER)
    assert not isinstance(reply.action, TellBriefly)


def test_the_first_question_is_answered_again(own_assistant: Callable[[], Assistant]) -> None:
    reply = ask(own_assistant(), "how long is ibm", "is it hard", "what did i ask first", day=LATER)
    assert isinstance(reply.action, TellFacts)
    assert reply.action.certifications == (IBM,)
    assert reply.action.attributes == ("duration",)


@pytest.mark.parametrize(
    ("messages", "attributes", "certifications"),
    [
        (("do i need python for ai-901", "for pmle?"), ("prerequisites",), (GOOGLE,)),
        (("does databricks expire", "and ibm?"), ("renewal",), (IBM,)),
        (("how hard is databricks", "ok and what about the google one"), ("level",), (GOOGLE,)),
    ],
)
def test_a_name_alone_asks_of_it_what_was_asked_before(
    own_assistant: Callable[[], Assistant],
    messages: tuple[str, ...],
    attributes: tuple[str, ...],
    certifications: tuple[str, ...],
) -> None:
    action = ask(own_assistant(), *messages, day=LATER).action
    assert isinstance(action, TellFacts)
    assert action.attributes == attributes
    assert action.certifications == certifications


def test_a_name_alone_asks_what_the_guide_does_not_know_of_it_either(own_assistant: Callable[[], Assistant]) -> None:
    reply = ask(own_assistant(), "passing score of google ml", "and ibm?", day=LATER)
    assert reply.topic == "passing-score"
    assert reply.certifications == (IBM,)
