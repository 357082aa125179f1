"""Comparisons, lists and advice: the repository's own knowledge, through the core."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.application.plain import plain_text
from bot.domain.reply import ReplyKind
from tests.application.conversing import LATER, ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant


@pytest.fixture(scope="module")
def assistant(own_assistant: Callable[[], Assistant]) -> Assistant:
    return own_assistant()


@pytest.mark.parametrize(
    ("utterance", "certifications"),
    [
        ("google ml engineer vs aws ml specialty", ("google-professional-ml-engineer", "aws-ml-specialty")),
        ("compare stanford, mit and harvard", ("stanford-ml-programs", "mit-ml-ai", "harvard-data-science")),
        ("difference between kaggle learn and microsoft learn", ("kaggle-learn", "microsoft-learn")),
    ],
)
def test_certifications_are_set_side_by_side(
    assistant: Assistant, utterance: str, certifications: tuple[str, ...]
) -> None:
    reply = ask(assistant, utterance)
    assert (reply.kind, reply.certifications) == ("compare", certifications)
    assert reply.table is not None
    assert len(reply.table.heads) == len(certifications)


def test_a_comparison_grows_and_shrinks(assistant: Assistant) -> None:
    grown = ask(assistant, "google ml engineer vs aws ml specialty", "add azure")
    assert grown.certifications == (
        "google-professional-ml-engineer",
        "aws-ml-specialty",
        "azure-ai-engineer-associate",
    )
    shrunk = ask(assistant, "google ml engineer vs aws ml specialty", "add azure", "without aws")
    assert shrunk.certifications == ("google-professional-ml-engineer", "azure-ai-engineer-associate")


@pytest.mark.parametrize(
    ("utterance", "certifications"),
    [
        ("which exams cost under $180", {"azure-ai-engineer-associate"}),
        ("what's in tier 3", {"aws-generative-ai-developer", "databricks-ml-professional", "nvidia-dli"}),
        ("which ones have a subscription", {"deeplearning-ai-tensorflow-developer", "ibm-ai-engineering"}),
        ("which certs take the least time", {"google-ai-essentials"}),
        ("most expensive one of these?", {"stanford-ml-programs"}),
        ("which one has computer vision in it", {"azure-ai-engineer-associate", "ibm-ai-engineering"}),
        ("which one is by andrew ng", {"deeplearning-ai-tensorflow-developer"}),
    ],
)
def test_a_list_holds_what_was_asked_for(assistant: Assistant, utterance: str, certifications: set[str]) -> None:
    assert certifications <= set(ask(assistant, utterance).certifications)


def test_a_list_leaves_out_what_was_ruled_out(assistant: Assistant) -> None:
    listed = ask(assistant, "tier 1 exams that are not from amazon").certifications
    assert set(listed) == {"google-professional-ml-engineer", "azure-ai-engineer-associate"}


@pytest.mark.parametrize(
    ("utterance", "certification"),
    [
        ("i'm a complete beginner and want to become an ai engineer, what should i take", "ibm-ai-engineering"),
        ("product manager, won't write code, just want to follow the discussion", "google-ai-essentials"),
        (
            "we run everything on google cloud and i train models for a living, which cert",
            "google-professional-ml-engineer",
        ),
        ("our company is a microsoft shop, developer here, what cert", "azure-ai-engineer-associate"),
        ("ml engineer on aws for years, which certification", "aws-ml-specialty"),
        ("i build generative ai apps on aws, which certification", "aws-generative-ai-developer"),
        ("i want a research position at a top lab and a big name on my cv", "stanford-ml-programs"),
    ],
)
def test_a_situation_gets_its_certification(assistant: Assistant, utterance: str, certification: str) -> None:
    reply = ask(assistant, utterance)
    assert (reply.kind, reply.certifications[0]) == ("recommend", certification)


def test_advice_leaves_out_what_is_retired_and_says_so(assistant: Assistant) -> None:
    reply = ask(assistant, "ml engineer on aws for years, which certification", day=LATER)
    assert reply.kind == "recommend"
    assert "aws-ml-specialty" not in reply.certifications
    assert "AWS ML Specialty was retired on 2026-03-31" in plain_text(reply)


def test_advice_keeps_to_the_budget(assistant: Assistant) -> None:
    reply = ask(assistant, "i am a developer on aws and can spend 100 dollars, which certification should i take")
    assert "aws-ml-specialty" not in reply.certifications
    assert "$200 over your budget" in reply.text


def test_each_person_of_a_team_gets_a_certification(assistant: Assistant) -> None:
    reply = ask(
        assistant, "team of three: a marketing manager, a complete beginner, a data engineer on spark. who takes what?"
    )
    assert {"google-ai-essentials", "ibm-ai-engineering", "databricks-ml-professional"} <= set(reply.certifications)


@pytest.mark.parametrize(
    ("utterance", "out"),
    [
        ("i don't want aws, which one should i take", "aws"),
        ("anything but coursera", "ibm-ai-engineering"),
        ("which exams other than google's are in tier 1", "google"),
        ("i'm a developer, but no azure please, which should i take", "azure"),
    ],
)
def test_what_is_ruled_out_is_not_offered(assistant: Assistant, utterance: str, out: str) -> None:
    offered = ask(assistant, utterance).certifications
    assert offered
    assert not [name for name in offered if name.startswith(out)]


@pytest.mark.parametrize("utterance", ["nothing over $50 please", "i have $50, which certification"])
def test_a_budget_is_an_upper_bound(assistant: Assistant, utterance: str) -> None:
    offered = ask(assistant, utterance).certifications
    assert "google-ai-essentials" in offered
    assert not {"google-professional-ml-engineer", "aws-ml-specialty", "stanford-ml-programs"}.intersection(offered)


def test_free_lessons_are_not_the_cheapest_certification(assistant: Assistant) -> None:
    assert "kaggle-learn" not in ask(assistant, "cheapest cert?").certifications
    assert "kaggle-learn" in ask(assistant, "what can i get for 0 dollars").certifications


def test_a_question_with_up_in_it_does_not_step_to_another_tier(assistant: Assistant) -> None:
    assert ask(assistant, "what's in tier 2", "how do i sign up").topic != "list"


def test_a_comparative_sets_the_last_two_against_each_other(assistant: Assistant) -> None:
    asked = ("price of ai-102", "and of the google ml engineer?", "which is cheaper?")
    reply = ask(assistant, *asked)
    assert reply.certifications == ("azure-ai-engineer-associate", "google-professional-ml-engineer")
    assert reply.text.splitlines() == [
        "That is Microsoft Azure AI Engineer Associate:",
        "- Azure AI Engineer: about $165",
        "- Google ML Engineer: about $200",
    ]


@pytest.mark.parametrize(
    ("compared", "question", "pick", "told"),
    [
        (
            "compare ibm ai engineering and google ml engineer",
            "which of them for a beginner?",
            "ibm-ai-engineering",
            "Take IBM AI Engineering Professional Certificate: you start from zero",
        ),
        (
            "compare stanford and databricks",
            "which of the two would you recommend me, i write spark jobs all day",
            "databricks-ml-professional",
            "Take Databricks Certified Machine Learning Professional: you do machine learning on large data",
        ),
    ],
)
def test_of_those_compared_one_is_chosen_by_what_is_said(
    assistant: Assistant, compared: str, question: str, pick: str, told: str
) -> None:
    reply = ask(assistant, compared, question)
    assert (reply.kind, reply.certifications[0]) == (ReplyKind.RECOMMEND, pick)
    assert told in reply.text


def test_where_nothing_speaks_for_any_of_those_compared_it_is_told_whom_each_suits(assistant: Assistant) -> None:
    reply = ask(assistant, "aws ml specialty vs databricks", "which of them suits a beginner?")
    assert (reply.kind, reply.certifications) == (
        ReplyKind.COMPARE,
        ("aws-ml-specialty", "databricks-ml-professional"),
    )
    assert "who it suits:" in reply.text


def test_of_those_compared_only_the_ones_that_fit_are_named(own_assistant: Callable[[], Assistant]) -> None:
    compared = "compare databricks, nvidia and the aws genai one"
    fitting = ask(own_assistant(), compared, "which of them needs aws")
    none = ask(own_assistant(), "compare databricks, nvidia and ibm ai engineering", "which of them needs aws")
    assert (fitting.kind, fitting.certifications) == (ReplyKind.ANSWER, ("aws-generative-ai-developer",))
    assert fitting.text.splitlines()[0] == "One of those fits:"
    assert (none.kind, none.text) == (ReplyKind.DECLINE, "None of those fits all of that.")


def test_two_that_were_compared_are_compared_again_where_one_of_them_is_named(
    own_assistant: Callable[[], Assistant],
) -> None:
    reply = ask(own_assistant(), "compare google ml and aws genai", "which of the two is by google")
    assert set(reply.certifications) == {"google-professional-ml-engineer", "aws-generative-ai-developer"}


def test_a_list_does_not_offer_a_list_beside_it(own_assistant: Callable[[], Assistant]) -> None:
    reply = ask(own_assistant(), "compare databricks, nvidia and the aws genai one", "which of them needs aws")
    assert "List certifications" not in [one.label for one in reply.suggestions]


def test_a_bare_price_picks_from_a_list(own_assistant: Callable[[], Assistant]) -> None:
    reply = ask(own_assistant(), "which exams cost 200")
    assert "google-professional-ml-engineer" in reply.certifications
    assert "azure-ai-engineer-associate" not in reply.certifications
