"""Certifications that the guide does not review: asked about, followed up, compared, told where they replace one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.application.plain import plain_text
from tests.application.conversing import LATER, ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant

AI_103, AI_102 = "azure-ai-apps-and-agents-developer", "azure-ai-engineer-associate"
MLA = "aws-ml-engineer-associate"


@pytest.fixture(scope="module")
def assistant(own_assistant: Callable[[], Assistant]) -> Assistant:
    return own_assistant()


@pytest.mark.parametrize(
    ("turns", "subject", "words"),
    [
        (["what is AI-103", "how much is that?"], AI_103, "$165"),
        (["how much is ai103", "and how long is it valid"], AI_103, "1 year"),
        (["tell me about the aws cloud practitioner", "what does it cost"], "aws-cloud-practitioner", "$100"),
        (["price of clf-c02", "and az-900?"], "azure-fundamentals", "$99"),
        (["tell me about MLA-C02", "since when is it in beta"], MLA, "2026-09-29"),
        (["is ai-900 still around", "what replaced it"], "azure-ai-fundamentals", "AI-901"),
        (["is ai-102 still offered", "what took its place", "how much is that"], AI_103, "$165"),
        (["how much is ai-102", "and its successor?", "is it valid for long"], AI_103, "1 year"),
        (["tell me about ai-102", "how much is its successor"], AI_103, "$165"),
        (["what is ai-103", "what did its predecessor cover"], AI_102, "computer vision"),
        (["can i still take google's tensorflow exam", "what can i take instead"], None, "DeepLearning.AI TensorFlow"),
    ],
)
def test_it_is_followed_up_like_any_other(
    assistant: Assistant, turns: list[str], subject: str | None, words: str
) -> None:
    reply = ask(assistant, *turns, day=LATER)
    assert words in reply.text
    assert subject in (None, reply.certifications[0])


@pytest.mark.parametrize(
    ("utterance", "heads"),
    [
        ("compare AI-103 and AZ-900", ("Azure AI Apps and Agents", "Azure Fundamentals")),
        ("az-900 vs cloud practitioner", ("Azure Fundamentals", "AWS Cloud Practitioner")),
        ("ai-102 vs ai-103", ("Azure AI Engineer", "Azure AI Apps and Agents")),
        ("AI-103 vs the databricks ml professional", ("Azure AI Apps and Agents", "Databricks ML Professional")),
    ],
)
def test_it_is_compared_with_others_and_with_reviewed_ones(
    assistant: Assistant, utterance: str, heads: tuple[str, ...]
) -> None:
    reply = ask(assistant, utterance, day=LATER)
    assert reply.table is not None
    assert reply.table.heads == heads
    assert {"Cost", "Availability"} <= {row.label for row in reply.table.rows}
    assert "not reviewed in the guide" in " ".join(reply.notices)


@pytest.mark.parametrize("utterance", ["is it harder than ai-102 was?", "easier than its predecessor?"])
def test_what_nobody_says_of_it_is_not_made_up_beside_what_is_said_of_the_other(
    assistant: Assistant, utterance: str
) -> None:
    lines = ask(assistant, "what is ai-103", utterance, day=LATER).text.splitlines()
    assert lines[1:] == [
        "- Azure AI Apps and Agents: The guide does not say how difficult it is.",
        "- Azure AI Engineer: Challenging, but a little more accessible than the ML exams of Google and AWS.",
    ]


@pytest.mark.parametrize("utterance", ["is it cheaper than ibm", "cheaper than ibm?", "and harder than databricks?"])
def test_what_was_spoken_of_is_held_against_the_one_that_is_named(assistant: Assistant, utterance: str) -> None:
    reply = ask(assistant, "how much is the google ml engineer", utterance)
    assert reply.kind == "compare"
    assert reply.certifications[0] == "google-professional-ml-engineer"
    assert len(reply.certifications) == 2


def test_a_look_for_something_cheaper_than_another_is_no_comparison(assistant: Assistant) -> None:
    assert ask(assistant, "how much is the google ml engineer", "anything cheaper than ibm?").kind != "compare"


@pytest.mark.parametrize("utterance", ["what replaced ai-102", "how much is the successor of ai-102"])
def test_what_replaces_one_that_nobody_knew_would_go_is_not_told(assistant: Assistant, utterance: str) -> None:
    reply = ask(assistant, utterance)
    assert reply.certifications[0] == AI_102
    assert "Apps and Agents" not in plain_text(reply)


def test_one_that_leaves_a_comparison_leaves_the_other_alone(assistant: Assistant) -> None:
    reply = ask(assistant, "compare ibm and the google ml engineer", "not ibm")
    assert reply.certifications == ("google-professional-ml-engineer",)


def test_nothing_is_said_of_it_before_it_was_known(assistant: Assistant) -> None:
    reply = ask(assistant, "how much is ai-103")
    assert reply.kind == "decline"
    assert "165" not in plain_text(reply)


def test_what_is_not_known_is_said_with_what_is(assistant: Assistant) -> None:
    reply = ask(assistant, "how hard is ai-103", day=LATER)
    assert reply.kind == "decline"
    assert "does not say how difficult" in reply.text
    assert "$165" in reply.text


def test_it_is_marked_and_names_what_it_replaces(assistant: Assistant) -> None:
    reply = ask(assistant, "how much is ai-103", day=LATER)
    assert reply.notices == (
        "Azure AI Apps and Agents, to be taken instead of Azure AI Engineer, is not reviewed in the guide.",
    )
    assert reply.certifications == (AI_103, AI_102)


def test_what_replaced_a_retired_one_is_told_with_what_is_known_of_it(assistant: Assistant) -> None:
    reply = ask(assistant, "what replaced the aws ml specialty?", day=LATER)
    assert reply.certifications == (MLA, "aws-generative-ai-developer", "aws-ml-specialty")
    assert "last exam day was 2026-03-31" in reply.text
    assert "MLA-C02, in beta since 2026-09-29" in reply.text
    assert "$300" in reply.text


def test_somebody_for_whom_nothing_reviewed_is_left_is_told_what_replaced_the_pick(assistant: Assistant) -> None:
    reply = ask(assistant, "azure developer, no free stuff, no microsoft learn. exam only", day=LATER)
    assert reply.kind == "recommend"
    assert reply.certifications[0] == AI_103
    assert reply.text.splitlines()[1].startswith("- Not reviewed in the guide, in the place of Azure AI Engineer: ")


def test_somebody_for_whom_something_reviewed_fits_is_told_of_it_in_a_note(assistant: Assistant) -> None:
    reply = ask(assistant, "i work with azure, which cert should i take", day=LATER)
    assert reply.certifications[0] == "microsoft-learn"
    assert "(AI-103), not reviewed in the guide" in " ".join(reply.notices)


@pytest.mark.parametrize(
    "utterance", ["is this up to date?", "what changed since january?", "anything new since the guide came out"]
)
def test_what_has_changed_is_told_with_its_days(assistant: Assistant, utterance: str) -> None:
    reply = ask(assistant, utterance, day=LATER)
    assert reply.topic == "changes"
    first, *lines = reply.text.splitlines()
    assert "2026-01-09" in first
    assert "2026-09-23" in first
    assert lines[0].startswith("- AWS ML Specialty was retired on 2026-03-31.")
    assert lines[1].startswith("- Azure AI Engineer was retired on 2026-06-30.")
    assert any(
        line.startswith("- AWS GenAI Developer: cost $300 (2026-08-22)") for line in [*lines, *reply.more.splitlines()]
    )


def test_on_the_guides_own_day_nothing_has_changed(assistant: Assistant) -> None:
    reply = ask(assistant, "what has changed since the guide came out?")
    assert "No such change" in reply.text
    assert "retired" not in plain_text(reply)


def test_the_changes_of_one_are_told_alone(assistant: Assistant) -> None:
    reply = ask(assistant, "has google ai essentials changed since the guide was written", day=LATER)
    assert reply.certifications == ("google-ai-essentials",)
    assert "cost $49 a month (2026-07-10)" in reply.text


def test_the_changes_of_prices_are_told_alone(assistant: Assistant) -> None:
    text = ask(assistant, "did any prices change since then", day=LATER).text
    assert "NVIDIA DLI: cost $125 (Associate), $200-500 (Professional) (2026-08-19)" in text
    assert "retired" not in text
    assert "topics" not in text


@pytest.mark.parametrize("utterance", ["which can i still take", "which certs are still available"])
def test_what_can_still_be_taken_is_listed_with_the_day_it_was_last_seen(assistant: Assistant, utterance: str) -> None:
    reply = ask(assistant, utterance, day=LATER)
    assert "Google ML Engineer: active on 2026-08-22" in reply.text
    assert "aws-ml-specialty" not in reply.certifications
    assert "Left out as retired: AWS ML Specialty, Azure AI Engineer." in f"{reply.text}\n{reply.more}"


def test_what_is_gone_is_listed_alone(assistant: Assistant) -> None:
    reply = ask(assistant, "which ones were retired", day=date(2026, 4, 1))
    assert reply.certifications == ("aws-ml-specialty",)
