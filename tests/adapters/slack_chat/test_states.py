"""The states that prove that an installation was begun here."""

from __future__ import annotations

import time

import pytest

from bot.adapters.slack_chat.installing import SignedStates

pytestmark = pytest.mark.asyncio


async def test_a_state_is_taken_by_every_replica_with_the_same_secret() -> None:
    state = await SignedStates("secret").async_issue()
    assert await SignedStates("secret").async_consume(state)


async def test_a_state_that_another_secret_signed_is_refused() -> None:
    assert not await SignedStates("secret").async_consume(await SignedStates("another").async_issue())


@pytest.mark.parametrize("at", [0, 5, -1])
async def test_a_state_that_was_changed_is_refused(at: int) -> None:
    state = await SignedStates("secret").async_issue()
    changed = list(state)
    changed[at] = "1" if changed[at] != "1" else "2"
    assert not await SignedStates("secret").async_consume("".join(changed))


@pytest.mark.parametrize(("age", "taken"), [(599, True), (601, False), (-5, False)])
async def test_a_state_is_taken_for_ten_minutes(age: int, taken: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now - age)
    state = await SignedStates("secret").async_issue()
    monkeypatch.setattr(time, "time", lambda: now)
    assert await SignedStates("secret").async_consume(state) is taken


@pytest.mark.parametrize("state", ["", ".", "..", "a.b.c", "1.2", "\u0661.a.b"])
async def test_what_is_no_state_is_refused(state: str) -> None:
    assert not await SignedStates("secret").async_consume(state)
