"""Buttons and commands carry their subject: they are right for anybody, whatever was said in between."""

from __future__ import annotations

from datetime import UTC, datetime, time
from itertools import count
from typing import TYPE_CHECKING

import pytest

from bot.application.reacting import reactions
from bot.domain import actions
from bot.domain.filters import Filter
from bot.domain.message import Message
from bot.domain.reply import ReplyKind
from tests.application.conversing import LATER, PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant
    from bot.domain.reply import Reply

NURSE = "im a nurse, no coding, 100 bucks, where do i start"
GOOGLE, IBM, ESSENTIALS = "google-professional-ml-engineer", "ibm-ai-engineering", "google-ai-essentials"
_NUMBERS = count()


class Person:
    """Somebody who talks to the bot, and presses what it offers."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._conversation = f"person {next(_NUMBERS)}"

    def say(self, utterance: str, command: str = "") -> Reply:
        return self._tell(Message(utterance, self._conversation, datetime.combine(LATER, time(12), UTC), command))

    def press(self, action: actions.Action) -> Reply:
        now = datetime.combine(LATER, time(12), UTC)
        return self._tell(Message("", self._conversation, now, action=action))

    def _tell(self, message: Message) -> Reply:
        return self._assistant.reply(message)


@pytest.fixture
def assistant(own_assistant: Callable[[], Assistant]) -> Assistant:
    return own_assistant()


@pytest.fixture
def ada(assistant: Assistant) -> Person:
    return Person(assistant)


@pytest.fixture
def bob(assistant: Assistant) -> Person:
    return Person(assistant)


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
    assert longer.text == short.more
    assert longer.certifications == short.certifications


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
    asked = ada.say("than googles as well?")
    assert (asked.kind, bool(asked.further)) == (ReplyKind.CLARIFY, True)
    further = bob.press(button(asked, "None of these"))
    assert further.suggestions == asked.further[:3]


def test_a_button_that_has_expired_leaves_the_conversation_as_it_was(ada: Person) -> None:
    ada.say("how much is the google ml exam")
    assert "expired" in ada.press(actions.DeclinePress(expired=True)).text
    assert ada.say("and how hard is it?").text.startswith("Google ML Engineer")


@pytest.mark.parametrize("before", [(), ("compare aws and google",), ("only the free ones", "under $50")])
def test_browse_lists_the_same_whatever_was_said_before(ada: Person, before: tuple[str, ...]) -> None:
    for said in before:
        ada.say(said)
    assert ada.say("tier 2", "list").text.splitlines()[0] == "3 in the guide fit:"
    assert ada.say("", "list").text.splitlines()[0] == "14 in the guide fit (page 1 of 2):"


@pytest.mark.parametrize("before", [(), ("compare aws and google",), ("which are free",)])
def test_compare_asks_for_what_is_missing_whatever_was_said_before(ada: Person, before: tuple[str, ...]) -> None:
    for said in before:
        ada.say(said)
    assert ada.say("", "compare").text.startswith("Which ones?")
    assert ada.say("ibm", "compare").text.startswith("IBM AI Engineering and which other?")
    assert ada.say("ibm and nvidia", "compare").certifications == (IBM, "nvidia-dli")


def test_after_a_command_the_profile_told_before_is_still_known(ada: Person) -> None:
    ada.say(NURSE)
    ada.say("tier 2", "list")
    assert ada.say("which one should i take").certifications[0] == ESSENTIALS


def test_commands_take_ids_and_the_names_that_people_type(assistant: Assistant) -> None:
    wanted = actions.Compare(certifications=(IBM, "databricks-ml-professional"))
    assert assistant.commands.compare([IBM, "databricks"]) == wanted
    assert assistant.commands.compare(["the ibm one", "Databricks ML Professional"]) == wanted
    assert assistant.commands.compare([IBM, "ibm"]) == actions.AskWhatToCompare(certifications=(IBM,))
    assert assistant.commands.compare([IBM, " zzz "]) == actions.TellOutside(name="zzz")


def test_browse_takes_a_tier_a_price_and_a_vendor(ada: Person, assistant: Assistant) -> None:
    browse = assistant.commands.browse
    assert browse() == actions.Browse(page=1)
    assert browse(tier=2, vendor="google") == actions.Browse(wanted=Filter(tiers=("2",), vendors=("google",)), page=1)
    assert browse(vendor="Google Cloud") == browse(vendor="google")
    assert browse(vendor=" Acme ") == actions.TellOutside(name="Acme")
    assert ada.press(browse(most=0)).certifications == ada.say("which are free certs").certifications
    assert set(ada.press(browse(most=50)).certifications) == {ESSENTIALS, "kaggle-learn", "microsoft-learn"}


def test_a_form_advises_the_person_who_filled_it_in_and_asks_no_more(ada: Person, assistant: Assistant) -> None:
    form = {question.id: question.options for question in assistant.knowledge.questions}
    ada.say("im a data engineer on databricks, which cert")
    reply = ada.press(assistant.commands.advise([form["background"][1], form["budget"][1]]))
    assert (reply.certifications[0], reply.question) == (ESSENTIALS, "")
    nothing = ada.press(assistant.commands.advise([]))
    assert (nothing.kind, nothing.question) == (ReplyKind.RECOMMEND, "")


def test_a_page_beyond_the_last_is_the_last_and_pages_hold_all_there_is(ada: Person) -> None:
    whole = ada.press(actions.Browse())
    first, second, beyond = (ada.press(actions.Browse(page=page)) for page in (1, 2, 9))
    lines = [line for page in (first, second) for line in page.text.splitlines() if line.startswith("- ")]
    assert lines == [line for line in f"{whole.text}\n{whole.more}".splitlines() if line.startswith("- ")]
    assert beyond.text == second.text
    assert [one.label for one in first.suggestions] == ["Next page"]
    assert [one.label for one in second.suggestions] == ["Previous page"]


def test_a_button_is_answered_as_of_the_day_it_is_pressed(assistant: Assistant) -> None:
    cost = actions.TellFacts(certifications=(ESSENTIALS,), attributes=("cost",))
    days = (PUBLISHED, LATER)
    told = [
        assistant.reply(Message("", f"day {day}", datetime.combine(day, time(12), UTC), action=cost)).citations[0].day
        for day in days
    ]
    assert told[0] < told[1]
