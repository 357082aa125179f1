"""Suggestions are picked by number, by place or by their text; the longer part is shown when asked for."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.application.assistant import Assistant
from bot.application.memory import MemoryActions, MemoryFeedback, MemorySessions
from bot.application.picking import picked
from bot.application.ports import Stores
from bot.domain.actions import Action, Describe, Judge, TellFacts
from bot.domain.feedback import Feedback, Verdict
from bot.domain.message import Message, Session
from bot.domain.reply import ReplyKind, Suggestion

if TYPE_CHECKING:
    from bot.domain.draft import Draft
    from bot.domain.reply import Reply
    from bot.nlu.understander import Understander

NOW = datetime(2026, 1, 9, 12, tzinfo=UTC)
COST, DURATION = (
    Suggestion(label, TellFacts(certifications=("ibm-ai-engineering",), attributes=(label.split()[0].lower(),)))
    for label in ("Cost of it", "Duration of it")
)
OFFERED = Session(NOW, suggestions=(COST, DURATION))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1", COST),
        ("2.", DURATION),
        ("#2", DURATION),
        ("option 1", COST),
        ("the second one", DURATION),
        ("cost of IT", COST),
        ("3", None),
        ("the first time i tried", None),
        ("200", None),
        ("", None),
    ],
)
def test_a_suggestion_is_picked(said: str, meant: Suggestion | None) -> None:
    assert picked(Message(said, "talk", NOW), OFFERED) == meant


def test_pressing_its_button_picks_a_suggestion_too() -> None:
    assert picked(Message("", "talk", NOW, action=DURATION.action), OFFERED) == DURATION
    assert picked(Message("", "talk", NOW, action=Describe(certifications=("kaggle-learn",))), OFFERED) is None


def test_what_a_command_says_picks_nothing() -> None:
    assert picked(Message("1", "talk", NOW, "recommend"), OFFERED) is None


class Talk:
    """A conversation whose feedback can be looked at."""

    def __init__(self, draft: Draft, understander: Understander) -> None:
        self.feedback = MemoryFeedback()
        stores = Stores(MemorySessions(), self.feedback, MemoryActions())
        self._assistant = Assistant(draft.knowledge, understander, stores)

    def say(self, utterance: str) -> Reply:
        return self._assistant.reply(Message(utterance, "talk", NOW))

    def press(self, action: Action) -> Reply:
        return self._assistant.reply(Message("", "talk", NOW, action=action))


@pytest.fixture
def talk(own_draft: Draft, own_understander: Understander) -> Talk:
    return Talk(own_draft, own_understander)


def test_a_pick_in_the_place_of_an_answer_is_kept_as_feedback(talk: Talk) -> None:
    asked = talk.say("cost?")
    assert asked.kind is ReplyKind.CLARIFY
    assert asked.suggestions[2].label == "Azure AI Engineer"
    reply = talk.say("3")
    assert "$165" in reply.text
    assert talk.feedback.all() == (Feedback(Verdict.PICKED, "cost?", "Azure AI Engineer", "cost", "talk", NOW),)


def test_a_press_in_the_place_of_an_answer_is_kept_as_feedback(talk: Talk) -> None:
    button = talk.say("cost?").suggestions[2]
    assert "$165" in talk.press(button.action).text
    assert talk.feedback.all() == (Feedback(Verdict.PICKED, "cost?", "Azure AI Engineer", "cost", "talk", NOW),)


def test_a_verdict_is_kept_with_what_it_is_about_and_changes_nothing_else(talk: Talk) -> None:
    talk.say("how much is the google ml exam")
    judged = talk.press(Judge(certifications=("kaggle-learn",), verdict=Verdict.UNHELPFUL, topic="duration"))
    assert judged.kind is ReplyKind.SMALLTALK
    assert talk.feedback.all() == (Feedback(Verdict.UNHELPFUL, "", "", "duration", "talk", NOW, ("kaggle-learn",)),)
    assert talk.say("and how hard is it").text.startswith("Google ML Engineer")


def test_a_pick_beside_an_answer_is_no_feedback(talk: Talk) -> None:
    assert talk.say("how much is the google ml exam").suggestions
    talk.say("1")
    assert talk.feedback.all() == ()


def test_another_question_instead_of_a_pick_is_no_feedback(talk: Talk) -> None:
    talk.say("cost?")
    talk.say("how long does ibm ai engineering take")
    assert talk.feedback.all() == ()


def test_the_longer_part_is_given_where_more_is_wanted(talk: Talk) -> None:
    assert talk.say("what is this guide").more
    assert talk.say("tell me more").text.startswith("The author draws on watching people")


def test_feedback_beyond_the_capacity_forgets_the_oldest() -> None:
    store = MemoryFeedback(capacity=2)
    for number in range(3):
        store.add(Feedback(Verdict.PICKED, f"question {number}", "meant", "cost", "talk", NOW))
    assert [kept.question for kept in store.all()] == ["question 1", "question 2"]
