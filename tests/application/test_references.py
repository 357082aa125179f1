"""What "it", "both", "the second" and "the cheaper one" mean in a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.application.conversing import LATER, Person, ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant

GOOGLE, DATABRICKS, NVIDIA = "google-professional-ml-engineer", "databricks-ml-professional", "nvidia-dli"
IBM, TENSORFLOW, ESSENTIALS = "ibm-ai-engineering", "deeplearning-ai-tensorflow-developer", "google-ai-essentials"
AZURE, GENAI = "azure-ai-engineer-associate", "aws-generative-ai-developer"
HARVARD, KAGGLE = "harvard-data-science", "kaggle-learn"


def meant(own_assistant: Callable[[], Assistant], *messages: str) -> tuple[str, ...]:
    """What the last message was answered about."""
    reply = ask(own_assistant(), *messages, day=LATER)
    assert reply.action is not None
    return reply.action.certifications


@pytest.mark.parametrize(
    ("messages", "certifications"),
    [
        # A written answer in between leaves "it" what it was.
        (("how much is the ibm cert", "should i collect certs", "how long does it take"), (IBM,)),
        # After advice "it" is the pick; "both" are the two spoken of last.
        (("im a nurse, no coding, 100 bucks, where do i start", "how long does it take"), (ESSENTIALS,)),
        (("price of the ibm cert", "price of databricks", "how long do both take"), (IBM, DATABRICKS)),
        # Places, in the order shown, which is the guide's.
        (("list tier 2", "the second one, whats it about"), (TENSORFLOW,)),
        (("compare stanford and harvard", "price of the latter"), (HARVARD,)),
        (("compare google ml, ibm and nvidia", "price of the first and the last"), (GOOGLE, NVIDIA)),
        # What tells one from the others.
        (("compare google ml and azure ai engineer", "the cheaper one, how long does it take"), (AZURE,)),
        (("list tier 2", "who teaches the 10 hour one"), (ESSENTIALS,)),
        (("google ml and databricks", "does the spark one expire"), (DATABRICKS,)),
        # A vendor's name means its one among those shown.
        (("compare google ai essentials and ibm", "and the google one, how long"), (ESSENTIALS,)),
        (("how much is the google exam",), (GOOGLE,)),
        # The other of two, and both, of what was asked last.
        (("compare ibm and tensorflow", "cheaper one, how long", "the other?"), (IBM,)),
        (("compare ibm and tensorflow", "how long is ibm", "both one after the other"), (IBM, TENSORFLOW)),
        # It beside what is named.
        (("google ml exam, how much", "and databricks, compared to it, price"), (GOOGLE, DATABRICKS)),
        (("how much is the google ml exam", "and databricks, together"), (GOOGLE, DATABRICKS)),
        (("how much is ibm", "how much are google ml and nvidia together"), (GOOGLE, NVIDIA)),
        (("azure ai engineer", "level compared to the google one"), (AZURE, GOOGLE)),
        (("price of the ibm cert", "and the tensorflow one?", "now side by side, duration too"), (IBM, TENSORFLOW)),
        # A description that fits one of what the same vendor offers.
        (("how hard is the aws cert", "the gen ai 1"), (GENAI,)),
        (("how hard is the aws cert", "the gen ai 1", "do they make u renew it"), (GENAI,)),
        (("google exam price", "the one for beginners"), (ESSENTIALS,)),
        (("aws exam cost", "the surviving one"), (GENAI,)),
        (("google ml price", "the other google one?"), (ESSENTIALS,)),
        # After free lessons a vendor's name means its free lessons, and "the exam" the one that they prepare for.
        (("is kaggle legit", "vs amazons"), (KAGGLE, "aws-skill-builder")),
        (("which certs are free", "the microsoft one", "is that exam still around"), (AZURE,)),
        # "Them" are the ones spoken of one after the other, not an older list.
        (("list tier 2", "how much is databricks", "and nvidia", "put them side by side"), (DATABRICKS, NVIDIA)),
        # "It" is what was spoken of, whatever else is named.
        (("ibm cost", "does it include deep learning"), (IBM,)),
        (("compare google ml, ibm and nvidia", "is the first harder than the last"), (GOOGLE, NVIDIA)),
        (("google ml price", "same fee as databricks?"), (GOOGLE, DATABRICKS)),
        # Who points at no one in particular is not understood to.
        (("google ml", "online or test centre"), (GOOGLE,)),
        # A group loses some, or one is asked about alone.
        (("compare the prices of google ml, ibm and nvidia", "cut the middle one"), (GOOGLE, NVIDIA)),
        (("compare the prices of google ml, aws genai and nvidia", "minus the cheapest"), (GOOGLE, GENAI)),
    ],
)
def test_what_is_meant_without_being_named(
    own_assistant: Callable[[], Assistant], messages: tuple[str, ...], certifications: tuple[str, ...]
) -> None:
    assert meant(own_assistant, *messages) == certifications


@pytest.mark.parametrize(
    ("last", "certifications"),
    [
        ("how long does mine take", (GOOGLE,)),
        ("how long does hers take", (ESSENTIALS,)),
        ("mine vs hers, price", (GOOGLE, ESSENTIALS)),
        ("hers is cheaper, right?", (GOOGLE, ESSENTIALS)),
    ],
)
def test_mine_and_hers_are_told_apart(
    own_assistant: Callable[[], Assistant], last: str, certifications: tuple[str, ...]
) -> None:
    hers = "my sister is a nurse who never coded, what should she take"
    talk = ("how much is the google ml exam", hers, last)
    assert meant(own_assistant, *talk) == certifications


def test_what_was_asked_before_i_want_one_too_was_for_somebody_else(own_assistant: Callable[[], Assistant]) -> None:
    talk = ("suggest one for a ux researcher", "i want one too, i am a data engineer on spark", "mine vs hers, price")
    assert meant(own_assistant, *talk) == (DATABRICKS, ESSENTIALS)


def test_your_pick_is_what_was_advised(own_assistant: Callable[[], Assistant]) -> None:
    talk = ("im a nurse, no coding, where do i start", "why not google's ml exam", "how long is your pick")
    assert meant(own_assistant, *talk) == (ESSENTIALS,)


def test_which_one_after_several_is_asked_among_those(own_assistant: Callable[[], Assistant]) -> None:
    assert meant(own_assistant, "compare ibm and tensorflow", "which one has projects") == (IBM, TENSORFLOW)


@pytest.mark.parametrize(
    "utterance",
    ["how much do certs cost in general", "what is the cheapest cert of all and how much is it"],
)
def test_a_question_at_large_is_not_asked_of_those_shown(
    own_assistant: Callable[[], Assistant], utterance: str
) -> None:
    assert meant(own_assistant, "compare ibm and google ml", utterance) == ()


def test_to_lose_one_does_not_rule_it_out(own_assistant: Callable[[], Assistant]) -> None:
    assert meant(own_assistant, "when do i lose my google cert") == (GOOGLE,)


def test_the_attribute_is_told_of_both_that_are_compared(own_assistant: Callable[[], Assistant]) -> None:
    reply = ask(own_assistant(), "azure ai engineer", "level compared to the google one", day=LATER)
    assert reply.text.startswith("Azure AI Engineer and Google ML Engineer, difficulty:")


def test_advice_is_not_given_twice(own_assistant: Callable[[], Assistant]) -> None:
    first = ask(own_assistant(), "im a nurse, no coding, where do i start", day=LATER)
    again = ask(own_assistant(), "im a nurse, no coding, where do i start", "so how would that look", day=LATER)
    assert again.text != first.text


def test_advice_without_an_alternative_leaves_none_to_point_at(own_assistant: Callable[[], Assistant]) -> None:
    person = Person(own_assistant())
    person.say("im a paralegal, no code, what should i take")
    person.say("60 bucks")
    person.say("not google")
    assert ESSENTIALS not in person.say("whats the first thing to do then").certifications
