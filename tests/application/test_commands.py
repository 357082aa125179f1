"""Commands, forms and the pages of lists say all there is to say, whatever was said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain import actions, fallbacks
from bot.domain.filters import Filter
from bot.domain.reply import ReplyKind
from tests.application.conversing import NURSE, Person

if TYPE_CHECKING:
    from bot.application.assistant import Assistant

IBM, ESSENTIALS = "ibm-ai-engineering", "google-ai-essentials"


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
    assert assistant.commands.compare([IBM, "ibm"]) == fallbacks.AskWhatToCompare(certifications=(IBM,))
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
