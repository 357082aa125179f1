"""Answers stay with their questions: edits, deletions, and what only looks like an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.bootstrap import open_discord_stores
from bot.settings import DiscordSettings
from tests.discord_server.asking import MENTION, another_question, asked
from tests.discord_server.interactions import text_of
from tests.discord_server.payloads import CHANNEL
from tests.discord_server.running import connected
from tests.threads import refuse_event_loop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.adapters.discord_chat.client import CertwiseBot
    from bot.application.assistant import Assistant
    from tests.discord_server import DiscordServer

pytestmark = pytest.mark.asyncio


async def test_an_edited_question_corrects_its_answer(server: DiscordServer, bot: CertwiseBot) -> None:
    id_, answer = await asked(server, bot, "how much is the google ml exam?")
    await server.edit(id_, f"{MENTION} how much is the databricks exam?")
    corrected = await server.edited(answer["id"])
    assert text_of(corrected).startswith("Databricks ML Professional")
    await server.edit(id_, f"{MENTION} how hard is the databricks exam?")
    assert "does not rate it" in text_of(await server.edited(answer["id"], 2))
    await server.edit(id_, f"{MENTION} how much is the google ml exam?")
    assert text_of(await server.edited(answer["id"], 3)).startswith("Google ML Engineer")


async def test_an_edit_is_answered_with_what_had_been_said_before_the_question(
    server: DiscordServer, bot: CertwiseBot
) -> None:
    await server.say(f"{MENTION} how much is the google ml exam?")
    await server.written(1)
    id_ = await server.say(f"{MENTION} and how long does it taek")
    (_, answer) = await server.written(2)
    await server.say(f"{MENTION} how much is the databricks exam?")
    await server.written(3)
    await bot.guard.settled()
    await server.edit(id_, f"{MENTION} and how hard is it")
    assert text_of(await server.edited(answer["id"])).startswith("Google ML Engineer: It is hard")
    await server.say(f"{MENTION} what do i need to know first?")
    assert "SQL and Spark" in text_of((await server.written(4))[3])


async def test_the_conversation_goes_on_from_the_edit_of_what_was_said_last(
    server: DiscordServer, bot: CertwiseBot
) -> None:
    id_, answer = await asked(server, bot, "how much is the google ml exam?")
    await server.edit(id_, f"{MENTION} how much is the databricks exam?")
    await server.edited(answer["id"])
    await bot.guard.settled()
    await server.say(f"{MENTION} what do i need to know first?")
    assert "SQL and Spark" in text_of((await server.written(2))[1])


async def test_an_edit_that_overtakes_its_answer_corrects_it(server: DiscordServer, bot: CertwiseBot) -> None:
    released = server.hold(f"/channels/{CHANNEL}/messages")
    id_ = await server.say(f"{MENTION} how much is the google ml exam?")
    await server.edit(id_, f"{MENTION} how much is the databricks exam?")
    released.set()
    (answer,) = await server.written(1)
    assert text_of(await server.edited(answer["id"])).startswith("Databricks ML Professional")
    await bot.guard.settled()
    assert len(server.messages) == 1


async def test_a_direct_message_is_corrected_too(server: DiscordServer, bot: CertwiseBot) -> None:
    id_ = await server.direct("how much is the google ml exam?")
    (answer,) = await server.written(1)
    await bot.guard.settled()
    await server.edit_direct(id_, "how much is the databricks exam?")
    assert text_of(await server.edited(answer["id"])).startswith("Databricks ML Professional")


@pytest.mark.parametrize(
    "what", [{"pinned": True}, {"embeds": [{"title": "A page", "type": "rich"}]}, {"edited_timestamp": None}]
)
async def test_pins_and_previews_are_no_edits(server: DiscordServer, bot: CertwiseBot, what: dict[str, Any]) -> None:
    id_, answer = await asked(server, bot, "how much is the google ml exam?")
    await server.edit(id_, f"{MENTION} how much is the google ml exam?", **what)
    await another_question(server, 2)
    assert "edits" not in answer


async def test_a_pin_that_comes_without_what_was_said_is_no_edit(server: DiscordServer, bot: CertwiseBot) -> None:
    id_, _ = await asked(server, bot, "how much is the google ml exam?")
    await server.edit(id_, "", to_bot=False, pinned=True, edited_timestamp=None)
    await another_question(server, 2)
    await bot.guard.settled()
    assert server.deleted == []


async def test_half_of_a_message_is_survived(server: DiscordServer, bot: CertwiseBot) -> None:
    id_, answer = await asked(server, bot, "how much is the google ml exam?")
    await server.dispatch("MESSAGE_UPDATE", {"id": id_, "channel_id": CHANNEL, "embeds": []})
    await another_question(server, 2)
    assert "edits" not in answer
    assert server.gateway.identified == 1


async def test_a_mention_alone_that_becomes_a_question_is_answered_and_the_other_way_round(
    server: DiscordServer, bot: CertwiseBot
) -> None:
    id_, hint = await asked(server, bot, "")
    await server.edit(id_, f"{MENTION} how much is ai-102?")
    assert "$165" in text_of(await server.edited(hint["id"]))
    await server.edit(id_, MENTION)
    assert text_of(await server.edited(hint["id"], 2)).startswith("Ask me about AI certifications")


async def test_an_edit_of_what_was_never_answered_is_left_alone(server: DiscordServer, bot: CertwiseBot) -> None:
    await server.edit("4711", f"{MENTION} how much is the google ml exam?")
    await another_question(server, 1)
    await bot.guard.settled()
    assert len(server.messages) == 1


async def test_an_answer_that_a_moderator_deleted_is_a_line_when_its_question_is_edited(
    server: DiscordServer, bot: CertwiseBot, caplog: pytest.LogCaptureFixture
) -> None:
    id_, answer = await asked(server, bot, "how much is the google ml exam?")
    del server.messages[answer["id"]]
    await server.edit(id_, f"{MENTION} how much is the databricks exam?")
    await server.until(lambda: server.requests, lambda seen: any(one.startswith("PATCH") for one in seen))
    await bot.guard.settled()
    (line,) = [record for record in caplog.records if "knows it no more" in record.getMessage()]
    assert line.exc_info is None


async def test_after_a_restart_answers_are_still_corrected_removed_and_asked_about(
    server: DiscordServer, own_assistant: Callable[[], Assistant], tmp_path: Path
) -> None:
    def restarted() -> Any:
        assistant = refuse_event_loop(own_assistant())
        return connected(server, assistant, open_discord_stores(assistant, DiscordSettings("t"), tmp_path))

    async with restarted() as bot:
        await server.say(f"{MENTION} how much is the google ml exam?")
        await server.written(1)
        edited = await server.say(f"{MENTION} and how long does it take?")
        await server.written(2)
        deleted = await server.say(f"{MENTION} how much is the databricks exam?", author="2")
        first, second, third = await server.written(3)
        await bot.guard.settled()
    async with restarted():
        await server.edit(edited, f"{MENTION} and how hard is it?")
        assert text_of(await server.edited(second["id"])).startswith("Google ML Engineer: It is hard")
        await server.say("who is it for?", author="3", replies_to=first["id"])
        assert text_of((await server.written(4))[3]).startswith("Google ML Engineer")
        await server.delete(deleted)
        assert await server.until(lambda: server.deleted, bool) == [third["id"]]


async def test_what_is_forgotten_is_not_corrected_any_more(server: DiscordServer, bot: CertwiseBot) -> None:
    id_, answer = await asked(server, bot, "how much is the google ml exam?")
    forgotten = await server.command("forget-me")
    assert "I have forgotten it" in await forgotten.text()
    await server.edit(id_, f"{MENTION} how much is the databricks exam?")
    await another_question(server, 2)
    assert "edits" not in answer
