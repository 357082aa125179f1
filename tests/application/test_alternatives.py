"""Something in the place of what was advised or asked about, and what is said where nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.actions import Advise, Browse, TellFacts
from bot.domain.reply import ReplyKind
from tests.application.conversing import LATER, NURSE, ask

if TYPE_CHECKING:
    from bot.application.assistant import Assistant

GOOGLE, DATABRICKS, NVIDIA = "google-professional-ml-engineer", "databricks-ml-professional", "nvidia-dli"
IBM, TENSORFLOW, ESSENTIALS = "ibm-ai-engineering", "deeplearning-ai-tensorflow-developer", "google-ai-essentials"
GENAI, KAGGLE = "aws-generative-ai-developer", "kaggle-learn"


def test_a_platform_by_its_bare_name_says_more_of_who_was_advised(assistant: Assistant) -> None:
    told = ask(assistant, "im a developer, what should i take", "aws", day=LATER)
    assert isinstance(told.action, Advise)
    assert told.certifications[0] == GENAI
    assert isinstance(ask(assistant, "how long is ibm", "azure", day=LATER).action, TellFacts)


def test_advice_says_that_the_pick_stays(assistant: Assistant) -> None:
    stays = ask(assistant, NURSE, "not microsoft", day=LATER).text
    assert stays.startswith("Still take Google AI Essentials: ")
    assert ask(assistant, NURSE, "not google", day=LATER).text.startswith("Take ")
    another = ask(assistant, NURSE, "and for my colleague, also a nurse", day=LATER).text
    assert another.startswith("Take Google AI Essentials: ")


def test_the_second_best_is_another_than_was_advised(assistant: Assistant) -> None:
    second = ask(assistant, "im a data analyst, sql mostly, what should i take", "ok and second best", day=LATER)
    assert second.kind is ReplyKind.RECOMMEND
    assert second.certifications[0] != IBM


def test_an_exam_that_goes_against_what_was_told_is_named_where_no_other_fits(assistant: Assistant) -> None:
    told = ask(assistant, "nurse, no code, what should i take", "exams only", day=LATER).text
    assert "- Google ML Engineer: it does not go with your situation (has never written code)." in told.splitlines()


@pytest.mark.parametrize(
    ("messages", "certifications"),
    [
        (("ibm price", "what would you take instead"), (TENSORFLOW, ESSENTIALS)),
        (("how hard is databricks", "what else is like it"), (GENAI, NVIDIA)),
        (("kaggle learn", "any alternatives"), ("microsoft-learn", "ibm-coursera-financial-aid", "aws-skill-builder")),
        (("how long is ibm", "anything shorter?"), (ESSENTIALS, GOOGLE, TENSORFLOW, GENAI)),
        (("google ai essentials price", "are there cheaper ones"), ("microsoft-learn", KAGGLE)),
        (("tell me about nvidia", "too expensive"), ("microsoft-learn", KAGGLE, ESSENTIALS)),
    ],
)
def test_others_in_the_place_of_what_was_asked_about_are_listed(
    assistant: Assistant, messages: tuple[str, ...], certifications: tuple[str, ...]
) -> None:
    reply = ask(assistant, *messages, day=LATER)
    assert isinstance(reply.action, Browse)
    assert reply.certifications == certifications


def test_one_named_after_a_comparison_is_explained_by_itself(assistant: Assistant) -> None:
    action = ask(assistant, "google or aws", "why google", day=LATER).action
    assert isinstance(action, TellFacts)
    assert (action.certifications, action.attributes) == ((GOOGLE,), ("verdict",))


def test_what_is_to_be_taken_now_is_told_of_what_is_gone(assistant: Assistant) -> None:
    reply = ask(assistant, "cheapest azure exam", "oh. so what do i take", day=LATER)
    assert "azure-ai-apps-and-agents-developer" in reply.certifications
    price = ask(assistant, "is ai-102 fine", "then the new one, price?", day=LATER)
    assert price.text.startswith("Azure AI Apps and Agents: The exam AI-103 costs $165")


def test_who_has_the_pick_already_is_advised_another(assistant: Assistant) -> None:
    messages = ("im a java dev on gcp, what should i take", "next one after that?", "i already have that")
    reply = ask(assistant, *messages, day=LATER)
    assert reply.kind is ReplyKind.RECOMMEND
    assert reply.certifications[0] != GOOGLE


def test_the_hardest_is_looked_for_where_the_easiest_was(assistant: Assistant) -> None:
    assert ask(assistant, "easiest certs", "and hardest", day=LATER).certifications[0] == GOOGLE
    assert ask(assistant, "list tier 2", "cheapest", "and dearest", day=LATER).certifications[0] == IBM


def test_to_like_something_is_not_to_want_another(assistant: Assistant) -> None:
    assert not isinstance(ask(assistant, "ibm price", "would a manager like it", day=LATER).action, Browse)
