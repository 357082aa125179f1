"""What the adviser makes of a person: points, limits, questions, changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.domain.figures import Figure, Unit
from bot.domain.learner import Profile
from bot.recommender import Change, may_exceed, may_take_longer, read_card, within_budget
from tests.recommender.samples import CARDS, DAY, RETIRED, adviser, card, person, question


def dollars(most: float, unit: Unit = Unit.USD) -> Figure:
    return Figure(None, most, unit)


def ranking(profile: Profile) -> list[tuple[str, int]]:
    return [(choice.card.id, choice.score) for choice in adviser().advise(profile, DAY).choices]


def test_the_points_of_all_rules_that_apply_are_added_up() -> None:
    assert ranking(person("beginner", "hurried")) == [("basics", 6), ("course", 4)]


def test_points_against_a_certification_count() -> None:
    assert ranking(person("beginner", "coder")) == [("course", 5), ("exam", 1)]


def test_what_the_latest_message_shows_counts_twice() -> None:
    shown = person("beginner", "hurried", newest=frozenset({"beginner"}))
    assert ranking(shown) == [("basics", 8), ("course", 8)]


def test_a_rule_waits_for_the_rules_it_needs() -> None:
    assert ranking(person("paired")) == []
    assert ranking(person("paired", "coder"))[0] == ("lessons", 5)


def test_a_rule_gives_way_to_the_rules_it_names() -> None:
    assert ranking(person("shy")) == [("basics", 1)]
    assert ranking(person("shy", "coder")) == [("exam", 4), ("course", 1)]


def test_what_is_denied_speaks_against_what_it_would_prefer() -> None:
    assert ranking(person("beginner", denies=frozenset({"hurried"}))) == [("course", 4)]


def test_reasons_are_the_rules_that_speak_for_it_the_strongest_first() -> None:
    pick = adviser().advise(person("beginner", "hurried"), DAY).choices[0]
    assert [rule.id for rule in pick.reasons] == ["hurried", "beginner"]


def test_what_somebody_has_in_mind_gains_points_and_says_so() -> None:
    pick = adviser().advise(person("hurried", named=frozenset({"exam"})), DAY).choices[1]
    assert (pick.card.id, pick.score, [rule.reason for rule in pick.reasons]) == ("exam", 4, ["you have it in mind"])


@pytest.mark.parametrize(
    ("limit", "card_id", "why"),
    [
        ({"budget": dollars(30)}, "basics", "it is $19 over your budget"),
        ({"budget": dollars(100)}, "course", "it is $20 over your budget"),
        ({"budget": dollars(30, Unit.USD_PER_MONTH)}, "course", "it is $10 over your budget"),
        ({"time": Figure(None, 2, Unit.WEEKS)}, "course", "it takes 3-6 months"),
        ({"time": Figure(None, 1, Unit.WEEKS), "hours_a_week": 2.0}, "basics", "it takes under 10 hours"),
        ({"subscription": False}, "course", "it runs on a subscription"),
        ({"vendors_out": frozenset({"acme"})}, "course", "you ruled it out"),
        ({"cards_out": frozenset({"course"})}, "course", "you ruled it out"),
        ({"holds": frozenset({"course"})}, "course", "you hold it already"),
        ({"refused": frozenset({"course"})}, "course", "you asked for something else"),
        ({"exam": False}, "course", "it is an exam"),
    ],
)
def test_a_limit_excludes_and_says_why(limit: dict[str, Any], card_id: str, why: str) -> None:
    advice = adviser().advise(person("beginner", **limit), DAY)
    assert card_id not in [choice.card.id for choice in advice.choices]
    assert (card_id, why) in [(choice.card.id, told) for choice, told in advice.excluded]


def test_a_rule_excludes_and_says_which() -> None:
    advice = adviser().advise(person("beginner", "strict"), DAY)
    assert [choice.card.id for choice in advice.choices] == ["basics", "exam"]
    assert [(choice.card.id, why) for choice, why in advice.excluded] == [
        ("course", "it does not go with your situation (strict)")
    ]


def test_what_is_retired_is_out_from_the_day_after() -> None:
    cards = tuple(replace(one, lifecycle=RETIRED) if one.id == "exam" else one for one in CARDS)
    last_day = adviser(cards).advise(person("coder"), date(2026, 3, 31))
    day_after = adviser(cards).advise(person("coder"), date(2026, 4, 1))
    assert last_day.choices[0].card.id == "exam"
    assert [(choice.card.id, why) for choice, why in day_after.excluded] == [("exam", "it was retired on 2026-03-31")]


def test_where_everything_preferred_is_out_what_nothing_speaks_against_is_left() -> None:
    advice = adviser().advise(person("hurried", budget=dollars(0)), DAY)
    assert [choice.card.id for choice in advice.choices] == ["lessons"]


def test_what_nobody_knows_the_measure_of_is_not_taken_to_stay_within_a_limit() -> None:
    cards = (*CARDS, card("dear", "a lot", "2 months", free="paid"), card("slow", "about $20", "long", free="paid"))
    budget = adviser(cards).advise(person("hurried", budget=dollars(30)), DAY)
    assert [choice.card.id for choice in budget.choices] == ["lessons", "slow"]
    hurry = adviser(cards).advise(person("hurried", time=Figure(None, 1, Unit.HOURS)), DAY)
    assert [choice.card.id for choice in hurry.choices] == ["lessons"]


def test_of_nobody_nothing_is_advised() -> None:
    assert adviser().advise(Profile(), DAY).choices == ()


def test_a_question_is_asked_where_half_of_its_answers_change_the_pick() -> None:
    questions = ((question("code"), (person("coder"), person("hurried"))),)
    asked = adviser(questions=questions).next_question(person("beginner"), DAY, ())
    assert asked is not None
    assert asked.id == "code"


def test_a_question_that_changes_nothing_is_not_asked() -> None:
    questions = ((question("code"), (person("shy"), person("beginner"))),)
    assert adviser(questions=questions).next_question(person("hurried"), DAY, ()) is None


@pytest.mark.parametrize(
    "profile",
    [person("beginner", "coder"), person("beginner", "strict"), person("beginner", denies=frozenset({"coder"}))],
    ids=["answered", "settled by another rule", "denied"],
)
def test_a_settled_question_is_not_asked(profile: Profile) -> None:
    questions = ((question("code", settled_by=("strict",)), (person("coder"), person("hurried"))),)
    assert adviser(questions=questions).next_question(profile, DAY, ()) is None


def test_nobody_is_asked_a_question_twice_or_a_third_question() -> None:
    questions = ((question("code"), (person("coder"), person("hurried"))),)
    ready = adviser(questions=questions)
    assert ready.next_question(person("beginner"), DAY, ("code",)) is None
    assert ready.next_question(person("beginner"), DAY, ("one", "two")) is None


def test_what_would_change_the_advice_names_the_limit() -> None:
    beginner = person("beginner", budget=dollars(60))
    assert adviser().advise(beginner, DAY).choices[0].card.id == "basics"
    assert adviser().changes(beginner, DAY) == [Change("a larger budget", CARDS[1])]


def test_a_limit_that_costs_nothing_changes_nothing() -> None:
    assert adviser().changes(person("beginner", budget=dollars(1000)), DAY) == []


def test_the_total_of_a_monthly_price_is_reckoned_over_the_months_it_takes() -> None:
    assert read_card(CARDS[1], DAY).total == Figure(120, 300, Unit.USD)
    assert read_card(card("other", "$49 a month"), DAY).total is None
    assert read_card(card("other", "$39-49 a month, $150-300 in total", "3-6 months"), DAY).total == Figure(
        150, 300, Unit.USD
    )


def test_hours_become_weeks_at_a_pace_and_months_stay_as_they_are() -> None:
    assert read_card(CARDS[0], DAY).weeks_at(4) == Figure(None, 2.5, Unit.WEEKS)
    assert read_card(CARDS[1], DAY).weeks_at(4) is None


def test_a_price_within_the_budget_is_known_as_such() -> None:
    course = read_card(card("course", "about $200", free="paid"), DAY)
    assert within_budget(course, person(budget=dollars(200)))
    assert not within_budget(course, person(budget=dollars(199)))
    assert not within_budget(course, person())


def test_a_time_that_is_enough_only_for_the_quick_is_told() -> None:
    exam = read_card(card("exam", "about $200", "2-4 months"), DAY)
    assert may_take_longer(exam, person(time=Figure(3, 3, Unit.MONTHS)))
    assert not may_take_longer(exam, person(time=Figure(4, 4, Unit.MONTHS)))
    assert not may_take_longer(exam, person(time=Figure(1, 1, Unit.MONTHS)))
    assert not may_take_longer(exam, person())


def test_a_price_that_may_go_over_the_budget_is_told() -> None:
    assert may_exceed(read_card(CARDS[1], DAY), person(budget=dollars(200))) == 100
    assert may_exceed(read_card(CARDS[1], DAY), person(budget=dollars(300))) == 0
    assert may_exceed(read_card(CARDS[1], DAY), person(budget=dollars(100))) == 0
