"""Actions carry their subject: each is answered by itself, whatever was said before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.application.answering import ABOUT_REPLIES, ANSWERS, answer
from bot.application.voice import Voice
from bot.domain import actions
from bot.domain.figures import Figure, Unit
from bot.domain.filters import Criterion, Filter
from bot.domain.learner import Profile
from bot.domain.reply import ReplyKind
from tests.application.any_action import kinds

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant

GOOGLE, AWS = "google-professional-ml-engineer", "aws-ml-specialty"
IBM, TENSORFLOW, ESSENTIALS = "ibm-ai-engineering", "deeplearning-ai-tensorflow-developer", "google-ai-essentials"


@pytest.fixture
def voice(own_assistant: Callable[[], Assistant]) -> Voice:
    assistant = own_assistant()
    return Voice(assistant.knowledge, assistant.adviser, date(2026, 11, 22))


def test_there_is_an_answer_to_every_action() -> None:
    settled = {actions.AdviseCheaper, actions.FollowUp, actions.Share}  # become others before they are answered
    assert {*ANSWERS, *ABOUT_REPLIES} | settled == set(kinds())


def test_facts_are_told_of_the_certifications_that_the_action_names(voice: Voice) -> None:
    reply = answer(voice, actions.TellFacts(certifications=(GOOGLE,), attributes=("renewal",)))
    assert reply.text.startswith("Google ML Engineer: It is valid for 2 years")
    assert reply.certifications == (GOOGLE,)


def test_prices_are_added_up_only_where_that_is_wanted(voice: Voice) -> None:
    prices = actions.TellFacts(certifications=(GOOGLE, ESSENTIALS), attributes=("cost",))
    assert "Together: " in answer(voice, replace(prices, in_all=True)).text
    assert "Together: " not in answer(voice, prices).text


def test_advice_is_for_the_profile_of_the_action(voice: Voice) -> None:
    beginner = answer(voice, actions.Advise(profile=Profile(shows=frozenset({"complete-beginner"}))))
    assert (beginner.kind, beginner.certifications[0]) == (ReplyKind.RECOMMEND, IBM)


def test_an_explanation_is_of_the_profile_of_the_action(voice: Voice) -> None:
    reply = answer(voice, actions.ExplainAdvice(profile=Profile(shows=frozenset({"complete-beginner"}))))
    assert reply.text.startswith("Points decide, and IBM AI Engineering")
    nothing = answer(voice, actions.ExplainAdvice(profile=Profile()))
    assert nothing.kind is ReplyKind.DECLINE


def listed(voice: Voice, wanted: Filter) -> tuple[str, ...]:
    """What a list names first to last."""
    return answer(voice, actions.Browse(wanted=wanted)).certifications


def test_a_list_without_a_filter_leaves_out_what_is_retired(voice: Voice) -> None:
    everything = listed(voice, Filter())
    assert len(everything) > 10
    assert AWS not in everything


def test_a_list_among_some_tells_of_the_retired_too(voice: Voice) -> None:
    assert listed(voice, Filter(among=(AWS, GOOGLE))) == (GOOGLE, AWS)


@pytest.mark.parametrize(
    ("wanted", "certifications"),
    [
        (Filter(tiers=("2",)), {IBM, TENSORFLOW, ESSENTIALS}),
        (Filter(vendors=("google",), tiers_out=("1",)), {ESSENTIALS}),
        (Filter(tiers=("2",), vendors_out=("google",)), {IBM, TENSORFLOW}),
        (Filter(tiers=("2",), certifications_out=(IBM,)), {TENSORFLOW, ESSENTIALS}),
        (Filter(makers=("google",)), {GOOGLE, ESSENTIALS}),
        (Filter(makers_out=("google", "ibm"), tiers=("2",)), {TENSORFLOW}),
        (Filter(tiers=("2",), bounds=(Figure(None, 60.0, Unit.USD),)), {ESSENTIALS}),
    ],
    ids=["tier", "vendor", "vendor out", "card out", "maker", "makers out", "price"],
)
def test_a_list_holds_what_fulfils_all_of_the_filter(voice: Voice, wanted: Filter, certifications: set[str]) -> None:
    assert set(listed(voice, wanted)) == certifications


def test_the_dearest_comes_first_and_those_passed_over_behind_it(voice: Voice) -> None:
    dearest = Filter(tiers=("2",), extreme=Criterion("cost", "highest"))
    assert listed(voice, dearest) == (IBM, TENSORFLOW, ESSENTIALS)


def test_an_entry_is_opened_by_its_id_and_an_unknown_one_is_refused(voice: Voice) -> None:
    assert answer(voice, actions.OpenEntry(entry="how-many")).topic == "how-many"
    with pytest.raises(KeyError):
        answer(voice, actions.OpenEntry(entry="no-such-entry"))
