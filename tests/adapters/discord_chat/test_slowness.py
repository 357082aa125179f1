"""What takes long: the core, and answers in flight when the bot is to stop."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from bot.adapters.discord_chat import client
from tests.discord_server.interactions import DEFER, DEFER_UPDATE, PATIENCE, SEND, text_of
from tests.discord_server.payloads import BOT, CHANNEL
from tests.discord_server.server import DROPPED, LOST

if TYPE_CHECKING:
    from bot.adapters.discord_chat.client import CertwiseBot
    from bot.application.assistant import Assistant
    from tests.discord_server import DiscordServer

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]
MENTION = f"<@{BOT['id']}>"
MESSAGES = f"/channels/{CHANNEL}/messages"


async def test_one_that_is_nearly_over_is_acknowledged_before_it_is_answered(server: DiscordServer) -> None:
    asked = await server.command("ask", question="how much is ai-102?", where={"age": 2.9})
    assert (await asked.callback())["type"] == DEFER
    assert "$165" in await asked.text()
    assert await asked.is_private()


async def test_what_takes_long_is_acknowledged_before_it_is_answered(
    server: DiscordServer, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = await server.command("browse")
    assert (await quick.callback())["type"] == SEND
    first = await quick.answer()
    slow_down(assistant, monkeypatch, 0.3)
    asked = await server.command("ask", question="how much is ai-102?")
    assert (await asked.callback())["type"] == DEFER
    assert "$165" in await asked.text()
    turned = await server.press(first, "Next page")
    assert (await turned.callback())["type"] == DEFER_UPDATE
    assert "(page 2 of 2)" in await turned.text()


async def test_whatever_people_do_while_the_core_is_busy_is_acknowledged_first(
    server: DiscordServer, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = await (await server.command("recommend")).form()
    reply, busy, released = assistant.reply, threading.Event(), threading.Event()

    def waiting(message: Any) -> Any:
        busy.set()
        released.wait(PATIENCE)
        return reply(message)

    monkeypatch.setattr(assistant, "reply", waiting)
    await server.say(f"{MENTION} how much is ai-102?", author="2")
    await asyncio.to_thread(busy.wait, PATIENCE)
    done = [
        await server.command("compare", first="aws", second="ai-102"),
        await server.command("browse", vendor="google"),
        await server.command("forget-me"),
        await server.submit(form, {"budget": "Nothing"}),
        await server.press_id("v2:f811K;yqea"),
    ]
    assert [(await one.callback())["type"] for one in done] == [DEFER] * 5
    released.set()
    assert all([await one.text() for one in done])


@pytest.mark.parametrize("status", [DROPPED, LOST])
async def test_an_acknowledgement_that_is_lost_does_not_lose_the_answer(
    server: DiscordServer, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    slow_down(assistant, monkeypatch, 0.3)
    server.fail_next("/callback", status)
    asked = await server.command("ask", question="how much is ai-102?")
    assert "$165" in await asked.text()


def slow_down(assistant: Assistant, monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Have the core take its time."""
    reply = assistant.reply

    def slowly(message: Any) -> Any:
        time.sleep(seconds)
        return reply(message)

    monkeypatch.setattr(assistant, "reply", slowly)


async def test_a_shutdown_finishes_what_was_begun_and_takes_nothing_new(
    server: DiscordServer, bot: CertwiseBot
) -> None:
    released = server.hold(MESSAGES)
    await server.say(f"{MENTION} how much is ai-102?")
    await server.until(lambda: server.requests, lambda seen: any("/messages" in one for one in seen))
    closing = asyncio.create_task(bot.close())
    arrived = [asyncio.create_task(bot.wait_for(event, timeout=PATIENCE)) for event in ("message", "interaction")]
    await asyncio.sleep(0)  # for the shutdown to begin
    await server.say(f"{MENTION} how hard is ai-102?")
    late = await server.command("help")
    await asyncio.gather(*arrived)
    released.set()
    await closing
    assert ["$165" in text_of(answer) for answer in server.messages.values()] == [True]
    assert late.callbacks == []


async def test_a_shutdown_does_not_wait_for_ever(
    server: DiscordServer, bot: CertwiseBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(client, "DRAIN_SECONDS", 0.05)
    server.hold(MESSAGES)
    await server.say(f"{MENTION} how much is ai-102?")
    await server.until(lambda: server.requests, lambda seen: any("/messages" in one for one in seen))
    await asyncio.wait_for(bot.close(), PATIENCE)
    assert "some answers were not finished" in caplog.text
