"""From probabilities to one decision: which readings there are, and whether to answer, to ask back or to decline."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.application.deciding import Outcome, decide
from bot.application.routing import respond, route
from bot.domain.acts import Act
from bot.domain.message import Message
from bot.nlu.understanding import Intent

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant
    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.domain.reply import Reply

NOON = datetime(2026, 1, 9, 12, tzinfo=UTC)


@pytest.fixture
def said(own_assistant: Callable[[], Assistant]) -> Callable[..., Turn]:
    """Makes turns of messages whose entries are as likely as told."""
    assistant = own_assistant()
    entries = assistant.knowledge.entries

    def _said(utterance: str, **likely: float) -> Turn:
        turn = assistant.trace(Message(utterance, "deciding", NOON)).turn
        names = {name.replace("_", "-"): confidence for name, confidence in likely.items()}
        intents = tuple(Intent(entries[name], confidence, 0.5) for name, confidence in names.items())
        understanding = replace(turn.understanding, intents=intents)
        return replace(turn, understanding=understanding, session=None)

    return _said


@pytest.fixture
def answered(own_assistant: Callable[[], Assistant]) -> Callable[[Turn], Reply]:
    """Answers turns."""
    voice: Voice = own_assistant().trace(Message("hello", "deciding", NOON)).voice
    return lambda turn: respond(turn, voice, route(turn, voice))


@pytest.mark.parametrize(
    ("degree", "outcome"), [(0.9, Outcome.ANSWER), (0.35, Outcome.ANSWER), (0.25, Outcome.ASK), (0.05, Outcome.DECLINE)]
)
def test_the_likelier_the_more_is_ventured(said: Callable[..., Turn], degree: float, outcome: Outcome) -> None:
    rest = {f"impact_{name}": (1 - degree) / 20 for name in ("overview", "linkedin", "cover_letter")}
    others = dict.fromkeys(("cost", "duration", "level", "page", "tier", "free", "limits"), (1 - degree) * 0.05)
    others |= dict.fromkeys(("how_long", "how_many", "just_start", "how_to_choose"), (1 - degree) * 0.05)
    others |= dict.fromkeys(("most_valuable", "career_plan", "open_to_anyone", "which_first"), (1 - degree) * 0.05)
    turn = said("tell me", degree_needed=degree, thanks=(1 - degree) * 0.1, **rest, **others)
    assert decide(turn).outcome is outcome


def test_a_general_question_and_the_attribute_are_one_reading_once_a_certification_is_named(
    said: Callable[..., Turn],
) -> None:
    best = decide(said("ibm ai engineering, time?", how_long=0.4, duration=0.3, cost=0.3)).best
    assert best is not None
    assert (best.act, round(best.confidence, 2)) == (Act.FACT, 0.7)


def test_they_are_two_where_none_is_named(said: Callable[..., Turn]) -> None:
    best = decide(said("time?", how_long=0.4, duration=0.3, cost=0.3)).best
    assert best is not None
    assert (best.act, best.entry.id, best.confidence) == (Act.ENTRY, "how-long", 0.4)


def test_entries_for_people_are_advice_for_somebody_who_tells_of_themselves(said: Callable[..., Turn]) -> None:
    likely = {"choose_complete_beginner": 0.4, "recommend": 0.3, "list": 0.3}
    told = decide(said("total beginner, never coded", **likely)).best
    general = decide(said("something for others", **likely)).best
    assert told is not None
    assert general is not None
    assert (told.act, round(told.confidence, 2)) == (Act.RECOMMEND, 0.7)
    assert (general.act, general.confidence) == (Act.ENTRY, 0.4)


def test_a_refusal_is_ventured_sooner_than_an_answer(said: Callable[..., Turn]) -> None:
    others = {"cost": 0.1, "duration": 0.1, "level": 0.1, "page": 0.1, "free": 0.1, "limits": 0.1, "audience": 0.15}
    refusal = decide(said("google ml engineer in leeds", job_openings=0.25, **others))
    answer = decide(said("google ml engineer in leeds", career_effect=0.25, **others))
    assert (refusal.outcome, answer.outcome) == (Outcome.ANSWER, Outcome.ASK)


def test_one_certification_is_not_compared(said: Callable[..., Turn]) -> None:
    best = decide(said("google ml engineer budget line", compare=0.6, cost=0.4)).best
    assert best is not None
    assert (best.entry.id, best.confidence) == ("cost", 1.0)


def test_the_second_reading_is_offered_beside_an_answer_that_is_none_too_sure(
    said: Callable[..., Turn], answered: Callable[[Turn], Reply]
) -> None:
    reply = answered(said("tell me", degree_needed=0.5, how_many=0.4, thanks=0.1))
    assert reply.topic == "degree-needed"
    assert reply.suggestions[0].label == "How many certifications should I take?"


def test_what_was_understood_is_told_when_asking_back(
    said: Callable[..., Turn], answered: Callable[[Turn], Reply]
) -> None:
    likely = {"cost": 0.15, "duration": 0.14, "level": 0.13, "renewal": 0.12, "page": 0.12, "tier": 0.12, "free": 0.11}
    reply = answered(said("google ml engineer hm hm hm", **likely, limits=0.11))
    assert reply.text == "I understood that it is about Google ML Engineer, but not what. Is it one of these?"
    assert [one.label for one in reply.suggestions] == [
        "Cost of Google ML Engineer",
        "Duration of Google ML Engineer",
        "Difficulty of Google ML Engineer",
    ]
