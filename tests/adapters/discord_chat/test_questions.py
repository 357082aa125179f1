"""What people ask on Discord in their own words, with the real library."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.domain.actions import Describe
from bot.domain.exchange import Exchange
from tests.discord_server.interactions import text_of
from tests.discord_server.payloads import BOT, CHANNEL, THREAD

if TYPE_CHECKING:
    from bot.adapters.discord_chat.client import CertwiseBot
    from bot.application.ports import PlatformStores
    from tests.discord_server import DiscordServer

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]
MENTION = f"<@{BOT['id']}>"


async def test_a_mention_is_answered_in_place_without_a_ping(server: DiscordServer) -> None:
    asked = await server.say(f"{MENTION} how much is the google ml exam?")
    (answer,) = await server.written(1)
    assert text_of(answer).startswith("Google ML Engineer: The exam costs about $200")
    assert answer["message_reference"]["message_id"] == int(asked)
    assert answer["allowed_mentions"] == {"parse": [], "replied_user": False}


async def test_a_direct_message_is_answered(server: DiscordServer) -> None:
    await server.direct("is kaggle learn free?")
    (answer,) = await server.written(1)
    assert "Kaggle Learn: Yes" in text_of(answer)


async def test_what_is_not_addressed_to_the_bot_is_never_answered(server: DiscordServer) -> None:
    await server.say("how much is the google ml exam?", to_bot=False)
    await server.say(f"{MENTION} hello bot", author="1", webhook_id="77")
    await server.say(f"{MENTION} pinned a message", type=6)
    await server.say(f"{MENTION} how hard is ai-102")
    (answer,) = await server.written(1)
    assert "Azure AI Engineer" in text_of(answer)


async def test_a_mention_alone_is_told_how_to_ask(server: DiscordServer) -> None:
    await server.say(MENTION)
    (answer,) = await server.written(1)
    assert text_of(answer).startswith("Ask me about AI certifications")


async def test_a_follow_up_knows_what_was_spoken_of_and_another_person_does_not(server: DiscordServer) -> None:
    await server.say(f"{MENTION} how much is the databricks exam", author="1")
    await server.written(1)
    await server.say(f"{MENTION} and what do i need to know first?", author="1")
    assert "SQL and Spark" in text_of((await server.written(2))[1])
    await server.say(f"{MENTION} and what do i need to know first?", author="2")
    assert "SQL and Spark" not in text_of((await server.written(3))[2])


async def test_a_reply_to_an_answer_is_about_that_answer_whoever_writes_it(server: DiscordServer) -> None:
    await server.say(f"{MENTION} how much is the databricks exam", author="1")
    (first,) = await server.written(1)
    await server.say(f"{MENTION} how much is ai-102", author="1")
    await server.say(f"{MENTION} is kaggle learn free?", author="2")
    await server.written(3)
    await server.say("and what do i need to know first?", author="2", replies_to=first["id"])
    assert "SQL and Spark" in text_of((await server.written(4))[3])
    await server.say("how hard is it?", author="1", replies_to=first["id"])
    assert text_of((await server.written(5))[4]).startswith("Databricks ML Professional")


async def test_a_reply_to_advice_refines_it_for_whoever_writes_it(server: DiscordServer) -> None:
    await server.say(f"{MENTION} im a nurse, no coding, 100 bucks, where do i start", author="1")
    (advice,) = await server.written(1)
    await server.say("why?", author="2", replies_to=advice["id"])
    assert "Google AI Essentials has the most by what you said" in text_of((await server.written(2))[1])


async def test_in_a_thread_somebody_who_joins_in_need_not_say_it_again(server: DiscordServer) -> None:
    await server.say(f"{MENTION} how much is the databricks exam", author="1", channel=THREAD)
    await server.written(1)
    await server.say(f"{MENTION} and what do i need to know first?", author="2", channel=THREAD)
    assert "SQL and Spark" in text_of((await server.written(2))[1])
    await server.say(f"{MENTION} how much is ai-102", author="2", channel=THREAD)
    await server.written(3)
    await server.say(f"{MENTION} how hard is it", author="1", channel=THREAD)
    assert text_of((await server.written(4))[3]).startswith("Azure AI Engineer")


async def test_what_somebody_told_of_themselves_in_a_thread_is_not_taken_for_another_persons(
    server: DiscordServer,
) -> None:
    await server.say(f"{MENTION} im a nurse, no coding, 100 bucks", author="1", channel=THREAD)
    await server.written(1)
    await server.say(f"{MENTION} how much is ai-102", author="2", channel=THREAD)
    await server.written(2)
    await server.say(f"{MENTION} which one suits me", author="2", channel=THREAD)
    assert "you have not written code" not in text_of((await server.written(3))[2])


async def test_a_thread_that_was_begun_below_an_answer_is_about_it(
    server: DiscordServer, stores: PlatformStores
) -> None:
    action = Describe(certifications=("databricks-ml-professional",))
    stores.exchanges.keep(
        Exchange(f"discord:{CHANNEL}:{THREAD}", "", "discord:200:9", datetime.now(UTC), action=action)
    )
    await server.say(f"{MENTION} what do i need to know first?", channel=THREAD)
    assert "SQL and Spark" in text_of((await server.written(1))[0])


async def test_a_button_in_a_thread_changes_what_it_is_about(server: DiscordServer) -> None:
    await server.say(f"{MENTION} how much is the databricks exam", author="1", channel=THREAD)
    (first,) = await server.written(1)
    await server.say(f"{MENTION} how much is the google ml exam", author="1", channel=THREAD)
    await server.written(2)
    await (await server.press(first, "Difficulty", author="2")).answer()
    await server.say(f"{MENTION} and what do i need to know first?", author="3", channel=THREAD)
    assert "SQL and Spark" in text_of((await server.written(4))[3])


async def test_what_people_type_pings_and_links_nobody(server: DiscordServer) -> None:
    await server.say(f"{MENTION} is @everyone [here](https://evil.example) discord.gg/abc a snowflake cert?")
    (answer,) = await server.written(1)
    told = text_of(answer)
    assert "@everyone" not in told
    assert not re.search(r"(?<!\\)\[[^\]]*\]\(http", told)


async def test_a_question_of_four_thousand_characters_is_answered(server: DiscordServer) -> None:
    await server.say(f"{MENTION} how much is ai-102? {'please ' * 560}")
    (answer,) = await server.written(1)
    assert "$165" in text_of(answer)


@pytest.mark.parametrize("odd", ["\ud800", "\x00", "\u202e", "🦄" * 900, "a\u0301" * 300, "\n" * 500, "`" * 300])
async def test_odd_signs_are_answered_and_their_edits_are_followed(
    server: DiscordServer, bot: CertwiseBot, odd: str
) -> None:
    asked = await server.say(f"{MENTION} how much is ai-102? {odd}")
    (answer,) = await server.written(1)
    await bot.guard.settled()
    await server.edit(asked, f"{MENTION} how much is the databricks exam?")
    assert text_of(await server.edited(answer["id"])).startswith("Databricks ML Professional")


async def test_two_hundred_questions_at_once_are_all_answered(server: DiscordServer) -> None:
    for number in range(200):
        await server.say(f"{MENTION} how much is ai-102?", author=str(number + 10))
    answers = await server.written(200)
    assert all("$165" in text_of(answer) for answer in answers)
    assert len({answer["message_reference"]["message_id"] for answer in answers}) == 200


async def test_no_privileged_intent_is_asked_for(bot: CertwiseBot) -> None:
    asked = bot.intents
    assert (asked.message_content, asked.members, asked.presences) == (False, False, False)
