"""Later messages that change the question before: others in the place of some, other limits, other numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.domain.actions import Advise, Browse, ExplainAdvice
from bot.domain.figures import Figure, Unit
from tests.application.conversing import LATER, NURSE, ask

if TYPE_CHECKING:
    from bot.application.assistant import Assistant

GOOGLE, DATABRICKS, NVIDIA = "google-professional-ml-engineer", "databricks-ml-professional", "nvidia-dli"
IBM, TENSORFLOW, ESSENTIALS = "ibm-ai-engineering", "deeplearning-ai-tensorflow-developer", "google-ai-essentials"
GENAI, KAGGLE, AZURE = "aws-generative-ai-developer", "kaggle-learn", "azure-ai-engineer-associate"


@pytest.mark.parametrize(
    ("messages", "certifications"),
    [
        (("what do google ml and databricks cost together", "swap google for the aws genai one"), (GENAI, DATABRICKS)),
        (("compare ibm and google essentials", "replace ibm with kaggle"), (KAGGLE, ESSENTIALS)),
        (("is databricks worth it", "swap that for nvidia"), (NVIDIA,)),
        (("ibm, tensorflow and google ml, how long", "replace the second one with nvidia"), (IBM, NVIDIA, GOOGLE)),
    ],
)
def test_one_takes_the_place_of_another(
    assistant: Assistant, messages: tuple[str, ...], certifications: tuple[str, ...]
) -> None:
    reply = ask(assistant, *messages, day=LATER)
    assert reply.action is not None
    assert reply.action.certifications == certifications


def test_a_sum_is_kept_when_one_is_swapped_or_added(assistant: Assistant) -> None:
    together = "what do google ml and databricks cost together"
    assert "Together: about $500." in ask(assistant, together, "swap google for aws genai", day=LATER).text
    added = ask(assistant, "how much is the aws genai exam", "add databricks", day=LATER).text
    assert "Together: about $500." in added


def test_what_is_left_of_the_money_is_worked_out(assistant: Assistant) -> None:
    left = ask(assistant, "how much is the aws genai exam", "what does that leave of 400", day=LATER).text
    assert left.splitlines()[-1] == "Of $400 that leaves about $100."
    short = ask(assistant, "how much is the aws genai exam", "what is left of my $200", day=LATER).text
    assert short.splitlines()[-1] == "Of $200 nothing is left: it is $100 short."
    range_ = ask(assistant, "how much is ibm", "what is left of $300", day=LATER).text
    assert range_.splitlines()[-1] == "Of $300 that leaves up to $153, or it is up to $174 short."


def test_what_several_leave_of_the_money_is_told_with_their_sum(assistant: Assistant) -> None:
    told = ask(assistant, "google ml and databricks price", "what does that leave of $500", day=LATER).text
    assert told.splitlines()[-3:] == ["Together: about $400.", "", "Of $500 that leaves about $100."]
    spent = ask(assistant, "google ml and databricks price", "what does that leave of $400", day=LATER).text
    assert spent.splitlines()[-1] == "That takes all of the $400."


def test_more_money_takes_back_what_was_asked_for_because_it_was_short(assistant: Assistant) -> None:
    talk = ("im a nurse, no coding, 50 bucks, where do i start", "cheaper", "what if i had 200 more")
    assert ask(assistant, *talk[:2], day=LATER).certifications[0] != ESSENTIALS
    told = ask(assistant, *talk, day=LATER)
    assert told.certifications[0] == ESSENTIALS
    assert "your budget is tight" not in told.text


@pytest.mark.parametrize(
    ("messages", "first"),
    [
        (("cheapest of tier 2", "runner up?"), TENSORFLOW),
        (("list tier 2", "second cheapest of those"), TENSORFLOW),
        (("renewal of google ml, nvidia and aws genai", "longest lived of the lot"), GENAI),
    ],
)
def test_what_comes_second_or_lasts_longest_is_found(
    assistant: Assistant, messages: tuple[str, ...], first: str
) -> None:
    assert ask(assistant, *messages, day=LATER).certifications[0] == first


def test_those_that_share_a_place_are_told_with_it(assistant: Assistant) -> None:
    assert ask(assistant, "second hardest cert", day=LATER).text.startswith("2 share the second place:")


def test_there_is_no_place_behind_the_last(assistant: Assistant) -> None:
    talk = ("ibm vs google essentials, cost", "cheapest of those", "runner up?", "runner up?")
    assert ask(assistant, *talk, day=LATER).text.splitlines()[0] == "There is no third place among them."


def test_what_the_guide_says_of_none_of_those_puts_them_in_no_order(assistant: Assistant) -> None:
    told = ask(assistant, "list tier 4", "which of them is quickest", day=LATER).text
    names = "Stanford ML programs, MIT ML & AI, Harvard Data Science"
    assert told.splitlines()[0] == f"{names}: The guide does not say how long it takes."


@pytest.mark.parametrize(
    ("messages", "certifications"),
    [
        (("nvidia", "what else is in the same tier"), (GENAI, DATABRICKS)),
        (("nvidia", "hardest in that tier"), (GENAI, NVIDIA, DATABRICKS)),
        (("ibm", "show me that tier"), (IBM, TENSORFLOW, ESSENTIALS)),
        (("what is tier 3 about", "cheapest in that tier"), (NVIDIA, GENAI, DATABRICKS)),
        (("list tiers 2 and 3",), (IBM, TENSORFLOW, ESSENTIALS, GENAI, NVIDIA, DATABRICKS)),
    ],
)
def test_that_tier_is_the_one_of_what_was_spoken_of(
    assistant: Assistant, messages: tuple[str, ...], certifications: tuple[str, ...]
) -> None:
    assert ask(assistant, *messages, day=LATER).certifications == certifications


def test_tiers_are_compared_by_what_is_written_of_all(assistant: Assistant) -> None:
    assert ask(assistant, "compare tier 1 and tier 2", day=LATER).topic == "tiers-overview"


DEVELOPER = "suggest something for a java dev"


@pytest.mark.parametrize(
    ("said", "most"),
    [("around 150 bucks", 150.0), ("200", 200.0), ("about 300", 300.0), ("limit is 250 actually", 250.0)],
)
def test_an_amount_after_advice_is_the_budget(assistant: Assistant, said: str, most: float) -> None:
    action = ask(assistant, DEVELOPER, said, day=LATER).action
    assert isinstance(action, Advise)
    assert action.profile.budget is not None
    assert (action.profile.budget.most, action.profile.budget.unit) == (most, Unit.USD)


def test_a_span_after_advice_is_the_time_there_is(assistant: Assistant) -> None:
    reply = ask(assistant, DEVELOPER, "max 3 months", day=LATER)
    assert isinstance(reply.action, Advise)
    assert reply.action.profile.time == Figure(3.0, 3.0, Unit.MONTHS)
    assert "- Mind: 3 months will do only if you are quick." in reply.text.splitlines()


def test_a_price_that_stays_within_the_budget_says_so(assistant: Assistant) -> None:
    assert "- Cost: about $200, within your $400" in ask(assistant, DEVELOPER, "400", day=LATER).text.splitlines()


def test_whoever_wants_exams_only_or_none_gets_them(assistant: Assistant) -> None:
    exams = (GOOGLE, GENAI, NVIDIA, DATABRICKS)
    assert ask(assistant, "which ones are exams only, no courses", day=LATER).certifications == exams
    courses = ask(assistant, "certs without an exam", day=LATER)
    assert isinstance(courses.action, Browse)
    assert not set(exams) & set(courses.certifications)
    assert courses.text.splitlines()[-1].startswith("They are courses, programs and lessons")
    advised = ask(assistant, "im a data analyst, sql mostly, what should i take", "has to be an exam", day=LATER)
    assert advised.certifications[0] == GOOGLE
    assert "- Left out IBM AI Engineering: it is no exam." in advised.text.splitlines()


def test_what_is_named_after_advice_and_changes_nothing_is_judged(assistant: Assistant) -> None:
    told = ask(assistant, NURSE, "i would prefer harvard", day=LATER)
    assert isinstance(told.action, ExplainAdvice)
    assert told.text.startswith("Harvard Data Science")
    then = ask(assistant, NURSE, "i would prefer harvard", "how much", day=LATER)
    assert then.text.startswith("Harvard Data Science")


def test_a_platform_that_is_named_after_advice_changes_it(assistant: Assistant) -> None:
    told = ask(assistant, "im a marketing manager, what should i take", "we use aws", day=LATER)
    assert isinstance(told.action, Advise)
    assert told.certifications[0] == "aws-skill-builder"


def test_who_should_not_take_it_asks_for_its_limits(assistant: Assistant) -> None:
    for question in ("who should not take ibm", "who should avoid the databricks exam"):
        reply = ask(assistant, question, day=LATER)
        assert reply.action is not None
        assert "limits" in reply.action.attributes


def test_why_not_one_that_was_not_spoken_of_tells_its_limits(assistant: Assistant) -> None:
    told = ask(assistant, "how much is google ml", "why not databricks", day=LATER)
    assert told.text.startswith("Databricks ML Professional: It is tied to Databricks")
    assert ask(assistant, "why not databricks", day=LATER).text == told.text


def test_what_a_team_was_advised_is_added_up(assistant: Assistant) -> None:
    team = "one each for my team: a nurse who never coded, and a data engineer on databricks"
    assert "Together: about $249." in ask(assistant, team, "what does that cost us in total", day=LATER).text


def test_repeating_with_a_fact_named_tells_that_fact(assistant: Assistant) -> None:
    told = ask(assistant, "how much is google ml", "does it expire", "& price again i forgot", day=LATER)
    assert told.topic == "cost"


def test_what_replaced_one_is_among_what_the_reply_is_about(assistant: Assistant) -> None:
    assert GENAI in ask(assistant, "how much is the aws ml specialty", day=LATER).certifications


def test_a_fact_whose_words_are_used_is_told(assistant: Assistant) -> None:
    told = ask(assistant, "i have 5 years of experience, how much is ibm", day=LATER)
    assert told.topic == "cost"


def test_what_a_written_answer_told_is_told_of_another(assistant: Assistant) -> None:
    told = ask(assistant, "how long does a cloud exam take to prep", "azure as well?", day=LATER)
    assert told.action is not None
    assert (told.action.certifications, told.action.attributes) == ((AZURE,), ("duration",))
