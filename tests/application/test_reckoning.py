"""What is worked out: sums, months of a subscription, several people, deadlines; each with its terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.application.answering import answer
from bot.domain.actions import Compare, TellFacts
from bot.domain.figures import Figure, Unit
from bot.domain.reckoning import Reckoning
from tests.application.conversing import LATER, ask, months

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant
    from bot.application.voice import Voice

GOOGLE, DATABRICKS, NVIDIA = "google-professional-ml-engineer", "databricks-ml-professional", "nvidia-dli"
IBM, TENSORFLOW, ESSENTIALS = "ibm-ai-engineering", "deeplearning-ai-tensorflow-developer", "google-ai-essentials"
AZURE = "azure-ai-engineer-associate"


@pytest.mark.parametrize(
    ("card", "reckoning", "line"),
    [
        (GOOGLE, Reckoning(people=5), "For 5 people: 5 x about $200 = about $1,000."),
        (IBM, Reckoning(span=months(5)), "5 months at $49-79 a month: $245-395."),
        (ESSENTIALS, Reckoning(span=Figure(5, 5, Unit.WEEKS)), "2 months at about $49 a month: about $98."),
        (TENSORFLOW, Reckoning(), "In all (about 4 months): about $196."),
        (ESSENTIALS, Reckoning(people=3, span=months(2)), "For 3 people: 3 x about $98 = about $294."),
    ],
)
def test_a_price_is_worked_out_with_its_terms(voice: Voice, card: str, reckoning: Reckoning, line: str) -> None:
    told = answer(voice, TellFacts(certifications=(card,), attributes=("cost",), reckoning=reckoning)).text
    assert line in told.splitlines()


def test_a_single_payment_knows_no_months(voice: Voice) -> None:
    told = answer(voice, TellFacts(certifications=(GOOGLE,), attributes=("cost",), reckoning=Reckoning(span=months(5))))
    assert "months at" not in told.text


@pytest.mark.parametrize(
    ("cards", "line"),
    [
        ((GOOGLE, IBM), "IBM AI Engineering costs up to $274 more, or up to $53 less."),
        ((GOOGLE, DATABRICKS), "They cost the same."),
        ((GOOGLE, AZURE), "Google ML Engineer costs about $35 more."),
        ((AZURE, GOOGLE), "Google ML Engineer costs about $35 more."),
    ],
)
def test_of_two_prices_the_difference_is_told(voice: Voice, cards: tuple[str, ...], line: str) -> None:
    assert line in answer(voice, Compare(certifications=cards, attributes=("cost",))).text.splitlines()


ENOUGH = """\
From today to 2027-06-01 it is about 6 months: enough for 2-4 months. \
To be done by then, start by 2027-01-30, at the very latest by 2027-04-01."""
IF_QUICK = """\
From 2027-01-04 to 2027-04-01 it is about 3 months: enough if you are quick for 2-4 months. \
To be done by then, start by 2027-01-30 at the latest."""
TOO_SHORT = "From today to 2026-12-25 it is 4 weeks: too short for 2-4 months."
STARTED = "Started on 2027-01-04, it is done between 2027-03-06 and 2027-05-06 (2-4 months)."
JANUARY, CHRISTMAS = date(2027, 1, 4), date(2026, 12, 25)


@pytest.mark.parametrize(
    ("card", "reckoning", "line"),
    [
        (GOOGLE, Reckoning(by=date(2027, 6, 1)), ENOUGH),
        (GOOGLE, Reckoning(by=CHRISTMAS), TOO_SHORT),
        (GOOGLE, Reckoning(start=JANUARY, by=date(2027, 4, 1)), IF_QUICK),
        (GOOGLE, Reckoning(start=JANUARY), STARTED),
        (ESSENTIALS, Reckoning(hours_a_week=2.0), "At 2 hours a week: at most 5 weeks."),
        (
            ESSENTIALS,
            Reckoning(hours_a_week=2.0, by=date(2026, 12, 10)),
            "At 2 hours a week: at most 5 weeks. That is not done by 2026-12-10.",
        ),
        (ESSENTIALS, Reckoning(by=date(2026, 11, 24)), "Until 2026-11-24: 5.0 hours a day."),
        (ESSENTIALS, Reckoning(by=CHRISTMAS), "Until 2026-12-25: 2.1 hours a week."),
    ],
)
def test_a_deadline_is_held_against_the_time_it_takes(voice: Voice, card: str, reckoning: Reckoning, line: str) -> None:
    told = answer(voice, TellFacts(certifications=(card,), attributes=("duration",), reckoning=reckoning)).text
    assert told.splitlines()[-1] == line


def test_nothing_is_reckoned_from_a_time_that_is_not_known(voice: Voice) -> None:
    asked = TellFacts(certifications=(DATABRICKS,), attributes=("duration",))
    due = replace(asked, reckoning=Reckoning(by=date(2027, 6, 1)))
    assert answer(voice, due).text == answer(voice, asked).text


@pytest.mark.parametrize(
    ("messages", "line"),
    [
        (("how much is ibm ai engineering", "over 5 months?"), "5 months at $49-79 a month: $245-395."),
        (("google ml exam price", "for 5 people"), "For 5 people: 5 x about $200 = about $1,000."),
        (("google ml exam price", "for 5 people", "make that 6"), "For 6 people: 6 x about $200 = about $1,200."),
        (("how much do google ml and databricks cost together", "add nvidia"), "Together: $525-900."),
        (
            ("how much do google ml and databricks cost together", "add nvidia", "without databricks"),
            "Together: $325-700.",
        ),
        (
            ("how long does google ml take", "can i make it by christmas"),
            TOO_SHORT,
        ),
    ],
)
def test_numbers_told_later_are_reckoned_with(
    own_assistant: Callable[[], Assistant], messages: tuple[str, ...], line: str
) -> None:
    assert line in ask(own_assistant(), *messages, day=LATER).text.splitlines()


def test_what_took_the_place_of_a_retired_one_is_told_with_it(voice: Voice) -> None:
    told = answer(voice, TellFacts(certifications=(AZURE,), attributes=("renewal",)))
    assert "Azure AI Apps and Agents, to be taken instead: valid 1 year, free renewal." in told.text
    assert any("Apps and Agents" in source.title for source in told.citations)


@pytest.mark.parametrize(
    "utterance",
    [
        "i have 5 years of experience, how much is ibm",
        "i have 6 months of python, how much is ibm",
        "im a mother of 2 kids, how much is ibm",
        "price of ibm for 2027 people",
    ],
)
def test_numbers_about_oneself_are_not_reckoned_with(own_assistant: Callable[[], Assistant], utterance: str) -> None:
    told = ask(own_assistant(), utterance, day=LATER).text
    assert "$49-79 a month" in told
    assert not any(worked_out in told for worked_out in ("months at $", "people:"))


def test_what_was_begun_in_the_past_is_no_deadline(own_assistant: Callable[[], Assistant]) -> None:
    told = ask(own_assistant(), "i started ibm in january, how long does it take", day=LATER).text
    assert told == ask(own_assistant(), "how long does ibm take", day=LATER).text


def test_a_deadline_lies_behind_the_start(own_assistant: Callable[[], Assistant]) -> None:
    told = ask(own_assistant(), "google ml: start in june, done by may, how long does it take", day=LATER).text
    assert "From 2027-06-01 to 2028-05-01" in told
