"""What threads are about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.adapters.discord_chat.core_thread import Answered
from bot.adapters.discord_chat.places import Place
from bot.adapters.discord_chat.rendering import Rendered
from bot.adapters.discord_chat.subjects import Subjects
from bot.domain.actions import Action, Advise, Describe

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
ADA, BOB = Place(250, 1, guild=100, parent=200), Place(250, 2, guild=100, parent=200)
IBM = Describe(certifications=("ibm-ai-engineering",))


def answered(action: Action | None, *certifications: str) -> Answered:
    return Answered(Rendered(("...",)), action, NOON, None, certifications)


def test_a_thread_is_about_what_was_last_answered_there_for_a_quarter_of_an_hour() -> None:
    subjects = Subjects()
    assert subjects.find(BOB, NOON) is None
    subjects.keep(ADA, answered(Describe(certifications=("kaggle-learn",))))
    subjects.keep(ADA, answered(IBM))
    assert subjects.find(BOB, NOON + timedelta(minutes=15)) == IBM
    assert subjects.find(BOB, NOON + timedelta(minutes=15, seconds=1)) is None


def test_advice_to_one_is_about_what_was_advised_for_another() -> None:
    subjects = Subjects()
    subjects.keep(ADA, answered(Advise(), "ibm-ai-engineering", "kaggle-learn"))
    assert subjects.find(ADA, NOON) is None  # whose own session knows it
    assert subjects.find(BOB, NOON) == IBM
    subjects.keep(ADA, answered(Advise()))
    assert subjects.find(BOB, NOON) is None


def test_nothing_is_kept_outside_of_threads_nor_of_what_is_no_answer() -> None:
    subjects = Subjects()
    subjects.keep(Place(200, 1, guild=100), answered(IBM))
    subjects.keep(ADA, answered(None))
    assert subjects.find(Place(200, 2, guild=100), NOON) is None
    assert subjects.find(BOB, NOON) is None


def test_what_was_answered_to_a_person_is_forgotten() -> None:
    subjects = Subjects()
    subjects.keep(ADA, answered(IBM))
    assert [subjects.forget(2), subjects.forget(1), subjects.forget(1)] == [0, 1, 0]
    assert subjects.find(BOB, NOON) is None
