"""The time that there is, held against the time that it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.application.answering import answer
from bot.domain.actions import TellFacts
from bot.domain.figures import Figure, Unit
from bot.domain.reckoning import Reckoning
from tests.application.conversing import LATER, ask, months

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant
    from bot.application.voice import Voice

GOOGLE, IBM, ESSENTIALS = "google-professional-ml-engineer", "ibm-ai-engineering", "google-ai-essentials"


@pytest.mark.parametrize(
    ("card", "reckoning", "line"),
    [
        (GOOGLE, months(2), "From today to 2027-01-22 it is about 2 months: enough if you are quick for 2-4 months."),
        (IBM, months(2), "From today to 2027-01-22 it is about 2 months: too short for 3-6 months."),
        (IBM, months(6), "From today to 2027-05-23 it is about 6 months: enough for 3-6 months."),
        (ESSENTIALS, Figure(2, 2, Unit.WEEKS), "Until 2026-12-06: 5.0 hours a week."),
    ],
)
def test_a_span_is_held_against_the_time_it_takes(voice: Voice, card: str, reckoning: Figure, line: str) -> None:
    action = TellFacts(certifications=(card,), attributes=("duration",), reckoning=Reckoning(span=reckoning))
    assert answer(voice, action).text.splitlines()[-1] == line


@pytest.mark.parametrize(
    ("messages", "line"),
    [
        (
            ("how long is ibm", "can i do it by june?", "is 2 months enough?"),
            "From today to 2027-01-22 it is about 2 months: too short for 3-6 months.",
        ),
        (
            ("can i do ibm in 2 months", "and by june?"),
            (
                "From today to 2027-06-01 it is about 6 months: enough for 3-6 months."
                " To be done by then, start by 2026-12-01, at the very latest by 2027-03-02."
            ),
        ),
    ],
)
def test_the_newer_word_says_how_much_time_there_is(
    own_assistant: Callable[[], Assistant], messages: tuple[str, ...], line: str
) -> None:
    assert ask(own_assistant(), *messages, day=LATER).text.splitlines()[-1] == line


def test_a_span_beyond_all_plans_is_no_deadline(voice: Voice) -> None:
    action = TellFacts(certifications=(IBM,), attributes=("duration",), reckoning=Reckoning(span=months(9e9)))
    assert "From today" not in answer(voice, action).text


def test_a_pace_that_nothing_can_be_made_of_is_said_to_be_one(voice: Voice) -> None:
    action = TellFacts(certifications=(IBM,), attributes=("duration",), reckoning=Reckoning(hours_a_week=10))
    told = answer(voice, action).text.splitlines()
    assert told[-1] == "The guide gives months and no hours, so what a pace makes of it can't be worked out."


@pytest.mark.parametrize(
    "messages",
    [("google ai essentials within 2 weeks",), ("can i do ibm in 6 months", "and in 2 weeks?")],
)
def test_time_that_there_is_asks_for_the_time_it_takes(
    own_assistant: Callable[[], Assistant], messages: tuple[str, ...]
) -> None:
    action = ask(own_assistant(), *messages, day=LATER).action
    assert isinstance(action, TellFacts)
    assert action.attributes == ("duration",)
    assert action.reckoning.span is not None
    assert (action.reckoning.span.most, action.reckoning.span.unit) == (2, Unit.WEEKS)
