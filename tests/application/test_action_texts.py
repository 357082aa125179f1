"""Actions as short texts: what is written is read again, whatever is read can be answered, and nothing is too long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.application.action_texts import LONGEST, ActionTexts
from bot.application.action_texts.parts import ids_of
from bot.application.memory import MemoryActions
from bot.domain import actions, fallbacks
from bot.domain.feedback import Verdict
from bot.domain.figures import Figure, Unit
from bot.domain.filters import Criterion, Filter
from bot.domain.learner import Profile
from bot.domain.message import Message
from tests.application.any_action import actions_about

if TYPE_CHECKING:
    from bot.application.assistant import Assistant

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
WHO = "discord:7:ada"
IBM, NVIDIA, GOOGLE = "ibm-ai-engineering", "nvidia-dli", "google-ai-essentials"
NURSE = Profile(
    shows=frozenset({"role-care-teaching", "never-coded", "tight-budget"}),
    situation=frozenset({"role-care-teaching", "never-coded"}),
    budget=Figure(None, 100.0, Unit.USD),
)


@pytest.fixture
def texts(assistant: Assistant) -> ActionTexts:
    return ActionTexts(assistant.knowledge, MemoryActions())


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("v2:f811K;yqea", actions.TellFacts(certifications=(IBM,), attributes=("duration",))),
        ("v2:d811K", actions.Describe(certifications=(IBM,))),
        ("v2:c811KYkN-", actions.Compare(certifications=(IBM, NVIDIA))),
        (
            "v2:b;;(;2;;;;;;;(rZXV;;free);(;50;d));2",
            actions.Browse(
                wanted=Filter(
                    tiers=("2",),
                    choices=(Criterion("free", "choice", "free"),),
                    bounds=(Figure(None, 50.0, Unit.USD),),
                ),
                page=2,
            ),
        ),
        ("v2:e;;Qpmg", actions.OpenEntry(entry="about-the-guide")),
        (
            "v2:a;;(JkyM;97wm;;;;;;;;(;100;d))",
            actions.Advise(
                profile=Profile(
                    shows=frozenset({"student", "tight-budget"}),
                    situation=frozenset({"student"}),
                    budget=Figure(None, 100.0, Unit.USD),
                )
            ),
        ),
        ("v2:w;;(JkyM)", actions.ExplainAdvice(profile=Profile(frozenset({"student"}), frozenset({"student"})))),
        ("v2:l811K", actions.AdviseCheaper(certifications=(IBM,), profile=Profile())),
        ("v2:m;;(e;;Qpmg)", actions.TellMore(of=actions.OpenEntry(entry="about-the-guide"))),
        ("v2:p;;(d811K)", actions.Share(of=actions.Describe(certifications=(IBM,)))),
        (
            "v2:p;;(d811K);;is%20it%20%28good%29%3F",
            actions.Share(of=actions.Describe(certifications=(IBM,)), question="is it (good)?"),
        ),
        ("v2:t;;(d811K)", actions.FollowUp(of=actions.Describe(certifications=(IBM,)))),
        ("v2:j811K;;n;cost", actions.Judge(certifications=(IBM,), verdict=Verdict.UNHELPFUL, topic="cost")),
        ("v2:o;;CompTIA%20A%2B", actions.TellOutside(name="CompTIA A+")),
    ],
)
def test_what_was_written_once_is_read_for_ever(texts: ActionTexts, text: str, action: actions.Action) -> None:
    assert texts.read(text, NOON) == action
    assert texts.write(action, WHO, NOON) == text


NO_HEALTH_CHECKS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture(name="any_action")
def _any_action(assistant: Assistant) -> st.SearchStrategy[actions.Action]:
    return actions_about(assistant.knowledge)


@settings(max_examples=200, deadline=None, suppress_health_check=NO_HEALTH_CHECKS)
@given(data=st.data())
def test_every_action_that_is_written_is_read_again_and_fits_on_a_button(
    texts: ActionTexts, any_action: st.SearchStrategy[actions.Action], data: st.DataObject
) -> None:
    action = data.draw(any_action)
    written = texts.write(action, WHO, NOON)
    assert len(written) <= LONGEST
    assert written.isascii()
    assert texts.read(written, NOON) == action


@settings(max_examples=300, deadline=None, suppress_health_check=NO_HEALTH_CHECKS)
@given(data=st.data())
def test_every_action_is_answered(
    assistant: Assistant, any_action: st.SearchStrategy[actions.Action], data: st.DataObject
) -> None:
    assert assistant.reply(Message("", WHO, NOON, action=data.draw(any_action))).text


SIGNS = st.text(alphabet="v2:fdcbea;,()~AbC%20-_811KyqeaQpmg", max_size=30)


@settings(max_examples=300, deadline=None, suppress_health_check=NO_HEALTH_CHECKS)
@given(text=st.one_of(st.text(max_size=120), SIGNS, SIGNS.map("v2:{}".format)))
def test_whatever_is_read_can_be_answered(assistant: Assistant, texts: ActionTexts, text: str) -> None:
    action = texts.read(text, NOON)
    assert assistant.reply(Message("", WHO, NOON, action=action)).text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "v2:",
        "v1:ask:Cost of it",
        "v3:d811K",
        "v2:z811K",
        "v2:d",
        "v2:dXXXX",
        "v2:d811",
        "v2:c811K",
        "v2:d811K;;;",
        "v2:m;;(d811K",
        "v2:m;;d811K",
        "v2:m;;(d811K))",
        "v2:b;;;٣",
        "v2:b;;;1000",
        "v2:a;;(;;;;;;;;;(nan;inf;d))",
        "v2:b;;(;;;;;;;;;(;50;?))",
        "v2:" + "(" * 97,
        "v2:" + "m;;(" * 500,
    ],
)
def test_what_cannot_be_read_is_told_so(texts: ActionTexts, text: str) -> None:
    assert texts.read(text, NOON) == fallbacks.DeclinePress(expired=False)


def test_what_is_too_long_is_kept_for_a_day(texts: ActionTexts) -> None:
    shown = frozenset({"student", "research", "leadership", "mlops", "prompting", "big-data", "gpu-computing", "teen"})
    action = actions.Advise(profile=Profile(shows=shown, denies=shown, newest=shown))
    text = texts.write(action, WHO, NOON)
    assert text.startswith("v2:~")
    assert texts.read(text, NOON + timedelta(hours=24)) == action
    assert texts.read(text, NOON + timedelta(hours=24, seconds=1)) == fallbacks.DeclinePress(expired=True)


def test_of_what_is_kept_the_person_is_forgotten_and_nobody_else(assistant: Assistant) -> None:
    kept = MemoryActions()
    texts = ActionTexts(assistant.knowledge, kept)
    action = actions.TellOutside(name="x" * 100)
    hers, his = (texts.write(action, f"discord:7:{person}", NOON) for person in ("ada", "bob"))
    assert kept.forget("ada") == 1
    assert texts.read(hers, NOON) == fallbacks.DeclinePress(expired=True)
    assert texts.read(his, NOON) == action


def test_what_was_kept_longest_ago_is_forgotten_where_there_is_no_more_room() -> None:
    kept = MemoryActions(capacity=2)
    for key in ("first", "second", "first", "third"):
        kept.keep(key, f"text of {key}", WHO, NOON)
    assert [kept.find(key, NOON) for key in ("first", "second", "third")] == ["text of first", None, "text of third"]


def test_half_of_a_pair_of_surrogates_is_written_as_a_question_mark(texts: ActionTexts) -> None:
    written = texts.write(actions.TellOutside(name="half \ud83d"), WHO, NOON)
    assert texts.read(written, NOON) == actions.TellOutside(name="half ?")


def test_the_profile_of_somebody_who_tells_the_usual_fits_without_being_kept(texts: ActionTexts) -> None:
    for action in (actions.Advise(profile=NURSE, asked=("goal", "time")), actions.ExplainAdvice(profile=NURSE)):
        assert not texts.write(action, WHO, NOON).startswith("v2:~")


CLASHING = ("id-1363", "id-1561")
"""Their hashes begin with the same 24 bits."""


def test_two_ids_that_would_share_a_short_form_get_one_each() -> None:
    alone, both = ids_of([CLASHING[0]]), ids_of(CLASHING)
    assert [both.read(both.write((id_,))) for id_ in CLASHING] == [(id_,) for id_ in CLASHING]
    with pytest.raises(ValueError, match=alone.write((CLASHING[0],))):
        both.read(alone.write((CLASHING[0],)))
