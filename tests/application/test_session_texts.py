"""Sessions as texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.application.action_texts.sessions import SessionTexts
from bot.domain.context import SpokenOf
from bot.domain.message import Message, Session
from tests.application.any_action import actions_about
from tests.application.conversing import NURSE

if TYPE_CHECKING:
    from bot.application.assistant import Assistant

NOON = datetime(2026, 11, 29, 12, 30, 15, 123456, tzinfo=UTC)
NO_HEALTH_CHECKS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@pytest.fixture
def texts(assistant: Assistant) -> SessionTexts:
    return SessionTexts(assistant.knowledge)


@pytest.mark.parametrize(
    "said",
    [
        ("how much is the google ml exam",),
        ("how much is the google ml exam", "and the aws one", "compare those two"),
        (NURSE, "why?", "cheaper", "now for my brother, a data engineer"),
        ("which ones are free", "only the ones without an exam", "the second one"),
        ("xyzzy plugh",),
    ],
)
def test_whatever_is_remembered_of_a_conversation_is_read_again(
    assistant: Assistant, texts: SessionTexts, said: tuple[str, ...]
) -> None:
    conversation = f"session texts {said}"
    for utterance in said:
        assistant.reply(Message(utterance, conversation, NOON))
    session = assistant.session(conversation, NOON)
    assert session is not None
    assert texts.read(texts.write(session)) == replace(session, unanswered="")


@settings(max_examples=100, deadline=None, suppress_health_check=NO_HEALTH_CHECKS)
@given(data=st.data())
def test_any_action_in_any_place_is_read_again(assistant: Assistant, texts: SessionTexts, data: st.DataObject) -> None:
    action = st.none() | actions_about(assistant.knowledge)
    session = Session(
        NOON,
        action=data.draw(action),
        first=data.draw(action),
        spoken_of=data.draw(st.sampled_from(SpokenOf)),
        has_more=data.draw(st.booleans()),
    )
    assert texts.read(texts.write(session)) == session
    assert texts.read_action(texts.write_action(session.action)) == session.action


def test_the_words_of_people_are_not_written_down(texts: SessionTexts) -> None:
    assert "secret" not in texts.write(Session(NOON, unanswered="my secret question"))


def test_nothing_is_written_as_nothing(texts: SessionTexts) -> None:
    assert (texts.write(None), texts.read("")) == ("", None)
    assert (texts.write_action(None), texts.read_action("")) == ("", None)


@pytest.mark.parametrize("text", ["x", "2026-11-29", "2026-11-29T12:00:00", "(((", "2026-11-29T12:00:00+00:00;zzzz"])
def test_what_cannot_be_read_is_nothing(texts: SessionTexts, text: str) -> None:
    assert texts.read(text) is None
    assert texts.read_action(text) is None
