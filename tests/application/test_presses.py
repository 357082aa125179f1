"""Buttons carry their subject: they are right for anybody, whatever was said in between."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import pytest

from bot.application.reacting import reactions
from bot.domain import actions, fallbacks
from bot.domain.message import Message
from bot.domain.reply import ReplyKind
from tests.application.conversing import LATER, NURSE, PUBLISHED, Person

if TYPE_CHECKING:
    from bot.application.assistant import Assistant
    from bot.domain.reply import Reply

ESSENTIALS = "google-ai-essentials"


def button(reply: Reply, label: str) -> actions.Action:
    """What a suggestion of a reply, or a reaction to it, asks for."""
    offered = (*reply.suggestions, *reactions(reply, private=True))
    return next(one.action for one in offered if one.label == label)


@pytest.mark.parametrize(
    ("said", "label", "begins"),
    [
        ("how much is the google ml exam", "Duration", "Google ML Engineer: Plan for 2-4 months"),
        ("tell me about databricks", "Topics", "Databricks ML Professional: "),
        ("cost?", "Google ML Engineer", "Google ML Engineer: The exam costs about $200"),
        ("what replaced ai-102", "Cost of Azure AI Apps and Agents", "Azure AI Apps and Agents: "),
        (
            "compare ibm with another one",
            "IBM AI Engineering and Google ML Engineer",
            "IBM AI Engineering and Google ML Engineer, side",
        ),
        (NURSE, "Why this one?", "Points decide, and Google AI Essentials has the most by what you said:"),
        ("im a software developer, which cert", "Microsoft Azure", "Take "),
    ],
)
def test_a_button_means_the_same_to_somebody_else_and_after_other_questions(
    ada: Person, bob: Person, said: str, label: str, begins: str
) -> None:
    pressed = button(ada.say(said), label)
    ada.say("compare nvidia and kaggle")
    bob.say("im a data engineer on databricks, which cert")
    assert ada.press(pressed).text.startswith(begins)
    assert bob.press(pressed).text == ada.press(pressed).text


def test_something_cheaper_is_cheaper_than_the_pick_it_stood_below(ada: Person, bob: Person) -> None:
    cheaper = button(ada.say(NURSE), "Something cheaper")
    bob.say("im a data engineer on databricks, which cert")
    reply = bob.press(cheaper)
    assert (reply.kind, reply.text.splitlines()[1]) == (ReplyKind.RECOMMEND, "- Cost: free")
    assert ESSENTIALS not in reply.certifications


def test_who_presses_an_answer_of_the_adviser_goes_on_as_that_person(ada: Person) -> None:
    asked = ada.say("im a software developer, which cert")
    azure = ada.press(button(asked, "Microsoft Azure"))
    assert azure.question != asked.question
    assert "Microsoft" in ada.say("why?").text


def test_after_a_press_people_follow_up_on_what_it_was_about(ada: Person, bob: Person) -> None:
    bob.press(button(ada.say("how much is the google ml exam"), "Duration"))
    assert bob.say("and how much is it?").text.startswith("Google ML Engineer: The exam costs about $200")


def test_after_the_explanation_of_somebody_elses_advice_it_can_be_refined(ada: Person, bob: Person) -> None:
    bob.press(button(ada.say(NURSE), "Why this one?"))
    assert bob.say("something cheaper").certifications[0] != ESSENTIALS


def test_more_is_the_longer_part_and_together_they_are_the_whole(ada: Person, bob: Person) -> None:
    short = ada.say("compare aws and google")
    longer = bob.press(button(short, "More"))
    assert longer.table is not None
    assert longer.table == short.more_rows
    assert longer.certifications == short.certifications
    written = ada.say("is a degree required?")
    assert bob.press(button(written, "More")).text == written.more


def test_what_is_shared_is_the_answer_that_was_shown(ada: Person, bob: Person) -> None:
    shown = ada.say("how long does ibm take")
    shared = bob.press(button(shown, "Share in this channel"))
    assert (shared.text, shared.notices, shared.citations) == (shown.text, shown.notices, shown.citations)


def test_a_verdict_is_thanked_for_and_the_conversation_goes_on_as_before(ada: Person) -> None:
    reply = ada.say("how much is the google ml exam")
    assert ada.press(button(reply, "👎 Not right")).kind is ReplyKind.SMALLTALK
    assert ada.say("and how hard is it?").text.startswith("Google ML Engineer")
    assert ada.say("says who?").text.startswith("Source: ")


def test_whoever_wants_none_of_what_was_offered_is_offered_the_next(ada: Person, bob: Person) -> None:
    asked = ada.say("so google or")
    assert (asked.kind, bool(asked.further)) == (ReplyKind.CLARIFY, True)
    further = bob.press(button(asked, "None of these"))
    assert further.suggestions == asked.further[:3]


def test_after_a_page_is_turned_a_number_opens_what_stands_at_that_place(ada: Person) -> None:
    ada.press(actions.Browse(page=2))
    assert ada.say("2").certifications == ("harvard-data-science",)


@pytest.mark.parametrize("said", [("zzz", "7"), ("how much is ibm", "7"), ("compare ibm and nvidia", "3")])
def test_a_number_at_which_nothing_stands_is_not_guessed_at(ada: Person, said: tuple[str, ...]) -> None:
    replies = [ada.say(one) for one in said]
    assert replies[-1].kind is ReplyKind.DECLINE


def test_the_fifth_answer_to_the_advisers_question_is_picked_by_its_number(ada: Person) -> None:
    asked = ada.say("complete beginner, which cert")
    assert asked.suggestions[4].label == "Research or prestige"
    ada.say("5")
    assert "prestige" in ada.say("why?").text.lower()


def test_a_button_that_has_expired_leaves_the_conversation_as_it_was(ada: Person) -> None:
    ada.say("how much is the google ml exam")
    assert "expired" in ada.press(fallbacks.DeclinePress(expired=True)).text
    assert ada.say("and how hard is it?").text.startswith("Google ML Engineer")


def test_a_button_is_answered_as_of_the_day_it_is_pressed(assistant: Assistant) -> None:
    cost = actions.TellFacts(certifications=(ESSENTIALS,), attributes=("cost",))
    days = (PUBLISHED, LATER)
    told = [
        assistant.reply(Message("", f"day {day}", datetime.combine(day, time(12), UTC), action=cost)).citations[0].day
        for day in days
    ]
    assert told[0] < told[1]
