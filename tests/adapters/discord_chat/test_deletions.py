"""Answers go with their questions."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from tests.discord_server.asking import MENTION, another_question, asked
from tests.discord_server.interactions import PATIENCE
from tests.discord_server.payloads import CHANNEL

if TYPE_CHECKING:
    from bot.adapters.discord_chat.client import CertwiseBot
    from bot.application.assistant import Assistant
    from bot.domain.message import Message
    from bot.domain.reply import Reply
    from tests.discord_server import DiscordServer

pytestmark = pytest.mark.asyncio


async def test_an_edit_that_drops_the_mention_removes_the_answer(server: DiscordServer, bot: CertwiseBot) -> None:
    id_, answer = await asked(server, bot, "how much is the google ml exam?")
    await server.edit(id_, "never mind", to_bot=False)
    assert await server.until(lambda: server.deleted, bool) == [answer["id"]]
    await server.edit(id_, f"{MENTION} how much is the databricks exam?")
    await another_question(server, 1)
    await bot.guard.settled()
    assert not any(request.startswith("PATCH") for request in server.requests)


async def test_a_deleted_question_takes_its_answer_along(server: DiscordServer, bot: CertwiseBot) -> None:
    id_, answer = await asked(server, bot, "how much is the google ml exam?")
    await server.delete(id_)
    assert await server.until(lambda: server.deleted, bool) == [answer["id"]]


async def test_questions_that_are_deleted_at_once_take_all_of_their_answers_along(
    server: DiscordServer, bot: CertwiseBot
) -> None:
    ids = [await server.say(f"{MENTION} how much is ai-102?", author=str(number)) for number in (1, 2, 3)]
    answers = await server.written(3)
    await bot.guard.settled()
    await server.delete_many(*ids, "4711")
    await server.until(lambda: server.deleted, lambda found: len(found) == 3)
    assert sorted(server.deleted) == sorted(answer["id"] for answer in answers)


async def test_a_question_that_is_deleted_while_it_is_answered_leaves_nothing_behind(
    server: DiscordServer, bot: CertwiseBot
) -> None:
    released = server.hold(f"/channels/{CHANNEL}/messages")
    id_ = await server.say(f"{MENTION} how much is the google ml exam?")
    await server.until(lambda: server.requests, lambda seen: any("/messages" in one for one in seen))
    await server.delete(id_)
    released.set()
    await server.until(lambda: server.deleted, bool)
    await bot.guard.settled()
    assert server.messages == {}


async def test_a_question_that_is_deleted_before_it_is_answered_is_not_answered_at_all(
    server: DiscordServer, bot: CertwiseBot, assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    reply, released = assistant.reply, threading.Event()

    def waiting(message: Message) -> Reply:
        released.wait()
        return reply(message)

    monkeypatch.setattr(assistant, "reply", waiting)
    id_ = await server.say(f"{MENTION} how much is the google ml exam?")
    gone = asyncio.create_task(bot.wait_for("raw_message_delete", timeout=PATIENCE))
    await asyncio.sleep(0)  # for it to listen
    await server.delete(id_)
    await gone
    released.set()
    await bot.guard.settled()
    assert not any("/messages" in request for request in server.requests)
