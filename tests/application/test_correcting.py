"""Edited messages, and replies to answers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.domain.actions import Advise, Describe
from bot.domain.message import Message, Session

if TYPE_CHECKING:
    from bot.application.assistant import Assistant
    from bot.domain.actions import Action
    from bot.domain.reply import Reply

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
DATABRICKS, GOOGLE = "databricks-ml-professional", "google-professional-ml-engineer"


class Talk:
    """A conversation a minute a message, of which any message can be edited."""

    def __init__(self, assistant: Assistant, name: str) -> None:
        self._assistant = assistant
        self._name = name
        self._minute = 0
        self._before: dict[int, Session | None] = {}

    def say(self, utterance: str, about: Action | None = None) -> Reply:
        """Say something, perhaps as a reply to what answered an action."""
        self._minute += 1
        sent = NOON + timedelta(minutes=self._minute)
        self._before[self._minute] = self._assistant.session(self._name, sent)
        return self._assistant.reply(Message(utterance, self._name, sent, about=about))

    def edit(self, number: int, utterance: str) -> Reply:
        """Have said something else as the message of a number, from 1."""
        message = Message(utterance, self._name, NOON + timedelta(minutes=number))
        return self._assistant.correct(message, self._before[number])


@pytest.fixture
def talk(assistant: Assistant, request: pytest.FixtureRequest) -> Talk:
    return Talk(assistant, f"{request.node.name}:ada")


def test_an_edit_is_understood_after_what_was_said_before_it_and_leaves_the_conversation_where_it_is(
    talk: Talk,
) -> None:
    talk.say("how much is the google ml exam")
    talk.say("how long does it take")
    talk.say("how much is the databricks exam")
    assert talk.edit(2, "and how hard is it").certifications == (GOOGLE,)
    assert talk.say("what do i need to know first").certifications == (DATABRICKS,)


def test_the_conversation_goes_on_from_the_edit_of_what_was_said_last(talk: Talk) -> None:
    talk.say("how much is the google ml exam")
    talk.edit(1, "how much is the databricks exam")
    assert talk.say("what do i need to know first").certifications == (DATABRICKS,)


def test_an_edit_may_pick_what_was_offered_before_it(talk: Talk) -> None:
    offered = talk.say("how much is the google ml exam").suggestions
    talk.say("1")
    assert talk.edit(2, "2").action == offered[1].action


def test_a_reply_is_about_the_answer_it_replies_to(talk: Talk) -> None:
    talk.say("how much is the google ml exam")
    assert talk.say("how hard is it", Describe(certifications=(DATABRICKS,))).certifications == (DATABRICKS,)
    assert talk.say("how long does it take").certifications == (DATABRICKS,)


def test_a_reply_to_an_answer_may_pick_what_that_offered_or_showed(talk: Talk) -> None:
    answered = talk.say("how much is the google ml exam").action
    talk.say("hello")
    assert talk.say("1", answered).text.startswith("Google ML Engineer: Plan for")
    compared = talk.say("compare google and databricks").action
    assert talk.say("the second one", compared).certifications == (DATABRICKS,)


def test_advice_that_is_replied_to_is_refined(talk: Talk) -> None:
    talk.say("how much is the google ml exam")
    reply = talk.say("cheaper", Advise())
    assert reply.certifications[:1] != (GOOGLE,)
