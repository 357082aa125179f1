"""What is said later: it counts more than what was said before, lifts limits, or turns down what was offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import pytest

from bot.application.remembering import remember
from bot.application.routing import respond, route
from bot.domain.actions import OpenEntry
from bot.domain.figures import Figure, Unit
from bot.domain.learner import AMPLE_BUDGET, LITTLE_TIME, NO_BUDGET, Profile
from bot.domain.message import Message, Session
from bot.domain.reply import ReplyKind, Suggestion
from tests.application.conversing import LATER, ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant
    from bot.domain.reply import Reply

HUNDRED = Figure(None, 100.0, Unit.USD)
LATER_NOON = datetime.combine(LATER, time(12), UTC)


def test_money_told_later_lifts_the_limit_on_it() -> None:
    poor = Profile(shows=frozenset({NO_BUDGET}), budget=HUNDRED)
    assert poor.merge(Profile(shows=frozenset({AMPLE_BUDGET}))).budget is None
    assert poor.merge(Profile(budget=HUNDRED)).shows == frozenset()


def test_time_told_later_takes_the_place_of_having_little() -> None:
    hurried = Profile(shows=frozenset({LITTLE_TIME}), situation=frozenset({LITTLE_TIME}))
    months = Figure(3.0, 3.0, Unit.MONTHS)
    merged = hurried.merge(Profile(time=months))
    assert (merged.shows, merged.situation, merged.time) == (frozenset(), frozenset(), months)


def test_the_rules_of_the_latest_message_are_known_as_the_newest() -> None:
    merged = Profile(shows=frozenset({"student"})).merge(Profile(shows=frozenset({"prestige"})))
    assert sorted(merged.newest) == ["prestige"]
    assert sorted(merged.shows) == ["prestige", "student"]
    assert merged.merge(Profile(budget=HUNDRED)).newest == merged.newest


def test_where_nothing_else_was_shown_before_nothing_is_the_newest() -> None:
    assert Profile().merge(Profile(shows=frozenset({"prestige"}))).newest == frozenset()
    assert Profile(shows=frozenset({"prestige"})).merge(Profile(shows=frozenset({"prestige"}))).newest == frozenset()


def test_another_trade_takes_the_place_of_the_one_before(assistant: Assistant) -> None:
    reply = ask(assistant, "i am a nurse, which cert", "what would a backend developer on azure take", day=LATER)
    assert (reply.kind, reply.certifications[0]) == (ReplyKind.RECOMMEND, "microsoft-learn")


MEANT = tuple(Suggestion(name, OpenEntry(entry=name)) for name in ("cost?", "time?", "level?", "page?"))
OFFERED = Session(LATER_NOON, suggestions=MEANT[:2], unanswered="unions and google", further=MEANT)


@pytest.fixture
def turned_down(assistant: Assistant) -> Callable[[str, Session], tuple[Reply, Session]]:
    """Answers a message after suggestions; gives the reply and what is remembered."""

    def _answer(said: str, session: Session) -> tuple[Reply, Session]:
        message = Message(said, "talk", LATER_NOON)
        trace = assistant.trace(message)
        turn = replace(trace.turn, session=session)
        found = route(turn, trace.voice)
        reply = respond(turn, trace.voice, found)
        return reply, remember(turn, session, found.action, reply, message)

    return _answer


@pytest.mark.parametrize("said", ["none of these", "neither", "No, none of those!", "nope none"])
def test_whoever_turns_down_what_was_offered_gets_the_next_best(
    turned_down: Callable[[str, Session], tuple[Reply, Session]], said: str
) -> None:
    reply, kept = turned_down(said, OFFERED)
    assert (reply.kind, reply.suggestions, reply.further) == (ReplyKind.CLARIFY, MEANT[:3], MEANT[3:])
    assert (kept.suggestions, kept.further) == (MEANT[:3], MEANT[3:])


def test_what_is_picked_in_the_end_counts_for_the_question_it_began_with(
    turned_down: Callable[[str, Session], tuple[Reply, Session]],
) -> None:
    _, kept = turned_down("none of these", OFFERED)
    assert kept.unanswered == "unions and google"


def test_where_nothing_is_left_to_offer_it_is_admitted(
    turned_down: Callable[[str, Session], tuple[Reply, Session]],
) -> None:
    reply, kept = turned_down("none of these", replace(OFFERED, further=()))
    assert (reply.kind, reply.suggestions, kept.unanswered) == (ReplyKind.DECLINE, (), "")


@pytest.mark.parametrize("session", [replace(OFFERED, unanswered=""), Session(LATER_NOON)])
def test_without_an_open_question_none_turns_nothing_down(
    turned_down: Callable[[str, Session], tuple[Reply, Session]], session: Session
) -> None:
    reply, _ = turned_down("neither", session)
    assert reply.suggestions[:1] != MEANT[:1]


def test_a_team_without_a_word_on_one_of_its_people_is_advised_all_the_same(assistant: Assistant) -> None:
    reply = ask(assistant, "my team of two people: one backend developer, one who hates AWS. what for each of them?")
    assert reply.kind in {ReplyKind.RECOMMEND, ReplyKind.CLARIFY}
