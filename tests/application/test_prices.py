"""What is cheaper: by the total, as the adviser reckons, and among all that was named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.reply import ReplyKind
from tests.application.conversing import LATER, PUBLISHED, ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant


def test_a_price_a_month_is_held_against_one_paid_once_by_its_total(own_assistant: Callable[[], Assistant]) -> None:
    reply = ask(
        own_assistant(),
        "how much is deeplearning tensorflow",
        "how much is ai-102",
        "which is cheaper",
    )
    assert reply.text.split("\n") == [
        "That is Microsoft Azure AI Engineer Associate:",
        "- Azure AI Engineer: about $165",
        "- DeepLearning.AI TensorFlow: about $49 a month, so about $196 in all",
    ]


def test_a_retired_one_of_those_spoken_of_is_compared_and_said_to_be_retired(
    own_assistant: Callable[[], Assistant],
) -> None:
    reply = ask(
        own_assistant(), "how much is google ai essentials", "how much is ai-102", "which one is cheaper", day=LATER
    )
    assert reply.text.split("\n") == [
        "That is Google AI Essentials:",
        "- Google AI Essentials: $49 a month, so about $49 in all",
        "- Azure AI Engineer: about $165",
    ]
    assert reply.notices[0].startswith("Azure AI Engineer was retired on 2026-06-30.")


def test_a_list_by_price_counts_the_total_too(own_assistant: Callable[[], Assistant]) -> None:
    reply = ask(own_assistant(), "which are under $100", day=LATER)
    assert reply.certifications == ("google-ai-essentials", "microsoft-learn", "kaggle-learn")


def test_a_list_by_price_a_month_shows_what_it_comes_to(own_assistant: Callable[[], Assistant]) -> None:
    reply = ask(own_assistant(), "which are under $50 a month", day=LATER)
    assert "- DeepLearning.AI TensorFlow: about $49 a month, so about $196 in all" in reply.text.split("\n")


def test_a_comparison_shows_what_a_monthly_price_comes_to(own_assistant: Callable[[], Assistant]) -> None:
    reply = ask(own_assistant(), "compare google ai essentials and deeplearning tensorflow", day=LATER)
    assert reply.table is not None
    assert reply.table.rows[0].values == (
        "$49 a month, so about $49 in all",
        "about $49 a month, so about $196 in all",
    )


@pytest.mark.parametrize(
    ("question", "cards"),
    [
        (
            "which exam is cheapest, ibm ai engineering or azure",
            ("ibm-ai-engineering", "azure-ai-engineer-associate"),
        ),
        ("between google ai essentials and ibm which is quickest", ("google-ai-essentials", "ibm-ai-engineering")),
        ("cheapest one of databricks ml professional, ibm", ("databricks-ml-professional", "ibm-ai-engineering")),
        (
            "ai-102 or google, which exam is harder",
            ("azure-ai-engineer-associate", "google-professional-ml-engineer"),
        ),
        ("easiest of nvidia dli, azure", ("nvidia-dli", "azure-ai-engineer-associate")),
        (
            "not aws - cheapest of google ml engineer and ibm",
            ("google-professional-ml-engineer", "ibm-ai-engineering"),
        ),
    ],
)
def test_a_vendor_named_beside_a_certification_is_one_of_those_to_choose_from(
    own_assistant: Callable[[], Assistant], question: str, cards: tuple[str, ...]
) -> None:
    reply = ask(own_assistant(), question, day=PUBLISHED)
    assert (reply.kind, reply.certifications) == (ReplyKind.COMPARE, cards)


def test_a_vendor_alone_still_names_the_list_to_choose_from(own_assistant: Callable[[], Assistant]) -> None:
    reply = ask(own_assistant(), "which is cheapest of ibm, azure and google")
    assert (reply.kind, reply.certifications) == (ReplyKind.ANSWER, ("google-ai-essentials",))


@pytest.mark.parametrize(
    ("asked", "sum_"),
    [
        ("how much for google's pro exam and the aws genai one together", "Together: about $500."),
        ("total price of ibm ai engineering and google ml engineer", "Together: $347-674."),
        ("how much are azure ai engineer and nvidia dli combined", "Together: $290-665."),
        ("how long do ibm and tensorflow take back to back", "One after the other: 7-10 months."),
        (
            "how much is harvard and google ml in total",
            "There is no sum: the guide gives no total for Harvard Data Science.",
        ),
    ],
)
def test_what_is_asked_of_several_together_is_added_up(
    own_assistant: Callable[[], Assistant], asked: str, sum_: str
) -> None:
    assert ask(own_assistant(), asked, day=LATER).text.split("\n")[-1] == sum_


def test_one_price_is_not_added_to_anything(own_assistant: Callable[[], Assistant]) -> None:
    assert "Together" not in ask(own_assistant(), "how much is ibm ai engineering in total", day=LATER).text


@pytest.mark.parametrize("utterance", ["whats the price", "exam price pls", "prices plz"])
def test_the_price_of_nothing_named_is_asked_back_though_a_card_speaks_of_prices(
    own_assistant: Callable[[], Assistant], utterance: str
) -> None:
    reply = ask(own_assistant(), utterance)
    assert (reply.kind, reply.topic) == (ReplyKind.CLARIFY, "cost")
