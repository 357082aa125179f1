"""What goes wrong: with the connection, at Discord's, and in the bot itself."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.discord_server.interactions import PATIENCE, text_of
from tests.discord_server.payloads import BOT, CHANNEL
from tests.discord_server.server import DROPPED, LOST

if TYPE_CHECKING:
    import logging

    from bot.adapters.discord_chat.client import CertwiseBot
    from bot.application.assistant import Assistant
    from tests.discord_server import DiscordServer

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]
MENTION = f"<@{BOT['id']}>"
MESSAGES = f"/channels/{CHANNEL}/messages"


async def logged(caplog: pytest.LogCaptureFixture, words: str) -> logging.LogRecord:
    """The record whose message holds some words, once it is there."""
    async with asyncio.timeout(PATIENCE):
        while True:
            for record in caplog.records:
                if words in record.getMessage():
                    return record
            await asyncio.sleep(0)


async def test_a_reconnect_asked_for_by_discord_loses_nothing(server: DiscordServer) -> None:
    await server.gateway.request_reconnect()
    await server.say(f"{MENTION} how much is ai-102?")
    (answer,) = await server.written(1)
    assert "$165" in text_of(answer)
    assert (server.gateway.identified, server.gateway.resumed) == (1, 1)


async def test_a_session_that_is_over_is_begun_anew(server: DiscordServer) -> None:
    await server.gateway.invalidate()
    await asyncio.wait_for(server.gateway.ready.wait(), PATIENCE)
    await server.say(f"{MENTION} how much is ai-102?")
    await server.written(1)
    assert server.gateway.identified == 2


async def test_a_connection_that_drops_while_a_question_is_open_is_resumed(server: DiscordServer) -> None:
    released = server.hold(MESSAGES)
    await server.say(f"{MENTION} how much is ai-102?")
    await server.until(lambda: server.requests, lambda seen: any("/messages" in one for one in seen))
    await server.gateway.drop()
    released.set()
    await server.say(f"{MENTION} how hard is ai-102?")
    answers = await server.written(2)
    assert "$165" in text_of(answers[0])
    assert server.gateway.resumed == 1


@pytest.mark.parametrize("status", [429, 503, DROPPED, LOST])
async def test_an_answer_to_a_message_is_sent_again_and_never_doubled(
    server: DiscordServer, bot: CertwiseBot, status: int
) -> None:
    server.fail_next(MESSAGES, status, 0.05)
    await server.say(f"{MENTION} how much is ai-102?")
    await server.written(1)
    await bot.guard.settled()
    assert len(server.messages) == 1
    assert sum(MESSAGES in request for request in server.requests) == 2


@pytest.mark.parametrize("status", [DROPPED, LOST])
async def test_an_answer_to_a_command_is_sent_again_and_never_doubled(
    server: DiscordServer, bot: CertwiseBot, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail_next("/callback", status)
    asked = await server.command("ask", question="how much is ai-102?")
    assert "$165" in await asked.text()
    await bot.guard.settled()
    assert len(asked.callbacks) == 1
    assert caplog.records == []


async def test_what_is_refused_twice_is_given_up(server: DiscordServer, caplog: pytest.LogCaptureFixture) -> None:
    server.fail_next(MESSAGES, 503)
    server.fail_next(MESSAGES, 503)
    await server.say(f"{MENTION} how much is ai-102?")
    await logged(caplog, "Discord refused an answer (503, code 0)")
    assert server.messages == {}


async def test_a_server_error_is_tried_again_by_the_library(server: DiscordServer, bot: CertwiseBot) -> None:
    server.fail_next(MESSAGES, 500)
    await server.say(f"{MENTION} how much is ai-102?")
    await server.written(1)
    await bot.guard.settled()
    assert len(server.messages) == 1


async def test_a_refused_answer_does_not_stop_the_next(server: DiscordServer, caplog: pytest.LogCaptureFixture) -> None:
    server.fail_next(MESSAGES, 400)
    await server.say(f"{MENTION} how much is ai-102?")
    await server.say(f"{MENTION} how hard is ai-102?")
    (answer,) = await server.written(1)
    assert "accessible" in text_of(answer)
    await logged(caplog, "Discord refused an answer")


async def test_a_refused_answer_to_a_command_is_apologised_for(server: DiscordServer) -> None:
    server.fail_next("/callback", 400)
    asked = await server.command("ask", question="how much is ai-102?")
    assert (await asked.text()).startswith("Something went wrong on my side")
    assert await asked.is_private()


async def test_an_interaction_that_is_over_is_one_line(server: DiscordServer, caplog: pytest.LogCaptureFixture) -> None:
    for expired in (server.command("ask", question="hello"), server.press_id("v2:b;;;1")):
        server.expire_next = True
        await expired
        late = await logged(caplog, "Discord knows it no more (10062)")
        assert late.exc_info is None
        caplog.clear()


async def test_a_question_on_which_the_core_breaks_is_apologised_for_and_the_next_is_answered(
    server: DiscordServer, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    reply, broken = assistant.reply, iter([True, True])

    def breaking(message: Any) -> Any:
        if next(broken, False):
            raise RuntimeError("the core is broken")
        return reply(message)

    monkeypatch.setattr(assistant, "reply", breaking)
    await server.say(f"{MENTION} how much is ai-102?")
    (answer,) = await server.written(1)
    assert text_of(answer).startswith("Something went wrong on my side")
    asked = await server.command("ask", question="how much is ai-102?")
    assert (await asked.text()).startswith("Something went wrong on my side")
    assert await asked.is_private()
    await logged(caplog, "an answer failed")
    again = await server.command("ask", question="how much is ai-102?")
    assert "$165" in await again.text()


async def test_a_channel_that_the_bot_may_not_write_in_is_a_line_with_its_mend(
    server: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.refuse_next(MESSAGES, 403, 50_013, "Missing Permissions")
    await server.say(f"{MENTION} how much is ai-102?")
    line = await logged(caplog, "give it View Channel, Send Messages")
    assert line.exc_info is None


async def test_a_question_that_was_deleted_before_its_answer_arrives_is_a_line(
    server: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.refuse_next(MESSAGES, 400, 50_035, "Invalid Form Body", message_reference="Unknown message")
    await server.say(f"{MENTION} how much is ai-102?")
    line = await logged(caplog, "Discord knows it no more (50035)")
    assert line.exc_info is None


async def test_no_view_is_kept_by_the_library(server: DiscordServer, bot: CertwiseBot) -> None:
    await server.say(f"{MENTION} how much is ai-102?")
    await server.written(1)
    await (await server.command("recommend")).form()
    await (await server.command("browse")).answer()
    await bot.guard.settled()
    assert list(bot.persistent_views) == []
    kept = bot._connection._view_store  # noqa: SLF001 - there is no other way to see what would pile up
    assert (kept._synced_message_views, kept._modals, kept._views) == ({}, {}, {})  # noqa: SLF001 - as above
