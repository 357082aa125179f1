"""What members do on Discord, with the real library."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest

from tests.discord_server.interactions import PATIENCE, buttons_of, text_of
from tests.discord_server.payloads import BOT, CHANNEL

if TYPE_CHECKING:
    import logging

    from bot.adapters.discord_chat.client import CertwiseBot
    from tests.discord_server import DiscordServer

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]
MENTION = f"<@{BOT['id']}>"
EPHEMERAL = 1 << 6


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


async def test_an_edited_question_corrects_the_answer(server: DiscordServer) -> None:
    asked = await server.say(f"{MENTION} how much is the google ml exam?")
    await server.written(1)
    await server.edit(asked, f"{MENTION} how much is the databricks exam?")
    (answer,) = await server.until(lambda: list(server.messages.values()), lambda found: bool(found[0].get("edits")))
    assert text_of(answer).startswith("Databricks ML Professional")


async def test_a_deleted_question_takes_its_answer_along(server: DiscordServer) -> None:
    asked = await server.say(f"{MENTION} how much is the google ml exam?")
    (answer,) = await server.written(1)
    await server.delete(asked)
    assert await server.until(lambda: server.deleted, bool) == [answer["id"]]


async def test_ask_answers_in_private_and_can_be_shared(server: DiscordServer) -> None:
    asked = await server.command("ask", question="how much is the databricks exam")
    assert await asked.is_private()
    assert "about $200" in await asked.text()
    share = buttons_of((await asked.answer())["data"])["Share in this channel"]
    shared = await server.press(share, flags=EPHEMERAL)
    assert "about $200" in await shared.text()
    assert not await shared.is_private()


async def test_ask_completes_the_titles_of_answers(server: DiscordServer) -> None:
    typing = await server.type_in("ask", "question", "portfolio")
    choices = (await typing.answer())["data"]["choices"]
    assert choices
    assert all("portfolio" in choice["name"].lower() for choice in choices)


async def test_recommend_with_words_advises_and_asks_back_with_buttons(server: DiscordServer) -> None:
    asked = await server.command("recommend", about="im a software developer")
    assert "Take Google Professional Machine Learning Engineer" in await asked.text()
    azure = buttons_of((await asked.answer())["data"])["Microsoft Azure"]
    refined = await server.press(azure, flags=EPHEMERAL)
    assert "Microsoft" in (await refined.text()).split("\n")[1]
    assert await refined.is_private()


async def test_recommend_alone_opens_a_form_whose_answers_advise(server: DiscordServer) -> None:
    asked = await server.command("recommend")
    form = await asked.answer()
    assert form["type"] == 9
    labels = [row["label"] for row in form["data"]["components"]]
    assert labels[0] == "What have you worked with so far?"
    sent = await server.submit(form["data"]["custom_id"], {"background": "1", "budget": "1"})
    assert "Take Google AI Essentials" in await sent.text()


async def test_compare_sets_side_by_side_what_was_completed(server: DiscordServer) -> None:
    typing = await server.type_in("compare", "first", "databricks")
    (choice,) = (await typing.answer())["data"]["choices"]
    asked = await server.command("compare", first=choice["value"], second="nvidia-dli")
    assert "**Cost**\n- Databricks ML Professional: about $200\n- NVIDIA DLI:" in await asked.text()


async def test_browse_lists_by_tier_and_price(server: DiscordServer) -> None:
    asked = await server.command("browse", tier=2)
    assert "IBM AI Engineering" in await asked.text()
    cheap = await server.command("browse", price=0)
    assert "Kaggle Learn" in await cheap.text()


async def test_browse_turns_pages(server: DiscordServer) -> None:
    first = await server.command("browse")
    assert "14 in the guide fit (page 1 of 2):" in await first.text()
    turned = await server.press(buttons_of((await first.answer())["data"])["Next page"], flags=EPHEMERAL)
    assert "(page 2 of 2)" in await turned.text()
    assert "Kaggle Learn" in await turned.text()
    back = await server.press(buttons_of((await turned.answer())["data"])["Previous page"], flags=EPHEMERAL)
    assert await back.text() == await first.text()


async def test_browse_says_which_vendor_it_does_not_know(server: DiscordServer) -> None:
    typing = await server.type_in("browse", "vendor", "micro")
    assert (await typing.answer())["data"]["choices"] == [{"name": "Microsoft", "value": "microsoft"}]
    asked = await server.command("browse", vendor="Acme Corp")
    assert await asked.text() == "Acme Corp is not in the guide, so I can't say anything about it."


@pytest.mark.parametrize("name", ["help", "privacy", "forget-me"])
async def test_what_is_about_the_bot_is_told_in_private(server: DiscordServer, name: str) -> None:
    asked = await server.command(name)
    assert await asked.is_private()
    assert await asked.text()


async def test_forget_me_forgets_what_was_spoken_of(server: DiscordServer) -> None:
    await server.say(f"{MENTION} how much is the databricks exam")
    await server.written(1)
    forgotten = await server.command("forget-me")
    assert "I have forgotten it" in await forgotten.text()
    await server.say(f"{MENTION} how long does it take")
    assert "Databricks" not in text_of((await server.written(2))[1])


async def test_a_message_can_be_answered_from_its_menu(server: DiscordServer) -> None:
    asked = await server.menu("Answer this", "does anyone know what AI-102 costs?")
    assert "$165" in await asked.text()
    assert await asked.is_private()


async def test_feedback_is_thanked_for_in_private(server: DiscordServer) -> None:
    await server.say(f"{MENTION} how much is ai-102?")
    (answer,) = await server.written(1)
    pressed = await server.press(buttons_of(answer)["👍 Helpful"])
    assert await pressed.text() == "Thank you, it is kept that this answer works."
    assert await pressed.is_private()


@pytest.mark.parametrize("id_", ["v0:whatever", "v1:ask:Cost of it", "v2:", "v2:f???", "v3:dAbCd"])
async def test_a_button_that_cannot_be_read_is_answered_politely(server: DiscordServer, id_: str) -> None:
    pressed = await server.press(id_)
    assert (await pressed.text()).startswith("I can't tell any more what this button asks for")
    assert await pressed.is_private()


async def test_a_button_works_though_this_process_never_sent_it(server: DiscordServer) -> None:
    pressed = await server.press("v2:f811K;yqea")
    assert "3-6 months" in await pressed.text()
    longer = await server.press("v2:m;;(e;;Qpmg)")
    assert "talks with" in await longer.text()
    assert await longer.is_private()


async def test_why_is_told_of_the_same_advice_whoever_presses_it_and_whatever_came_between(
    server: DiscordServer,
) -> None:
    await server.say(f"{MENTION} im a nurse, no coding, 100 bucks, where do i start", author="1")
    (answer,) = await server.written(1)
    await server.say(f"{MENTION} im a data engineer on databricks, which cert", author="1")
    await server.written(2)
    why, cheaper = (buttons_of(answer)[label] for label in ("Why this one?", "Something cheaper"))
    for author in ("1", "2"):
        told = await server.press(why, author=author)
        assert "Google AI Essentials has the most by what you said" in await told.text()
        other = await server.press(cheaper, author=author)
        assert "Databricks" not in await other.text()


async def test_what_people_type_pings_and_links_nobody(server: DiscordServer) -> None:
    await server.say(f"{MENTION} is @everyone [here](https://evil.example) discord.gg/abc a snowflake cert?")
    (answer,) = await server.written(1)
    told = text_of(answer)
    assert "@everyone" not in told
    assert not re.search(r"(?<!\\)\[[^\]]*\]\(http", told)


async def test_two_hundred_questions_at_once_are_all_answered(server: DiscordServer) -> None:
    for number in range(200):
        await server.say(f"{MENTION} how much is ai-102?", author=str(number + 10))
    answers = await server.written(200)
    assert all("$165" in text_of(answer) for answer in answers)


async def test_a_reconnect_asked_for_by_discord_loses_nothing(server: DiscordServer) -> None:
    await server.gateway.request_reconnect()
    await server.say(f"{MENTION} how much is ai-102?")
    (answer,) = await server.written(1)
    assert "$165" in text_of(answer)
    assert (server.gateway.identified, server.gateway.resumed) == (1, 1)


async def test_a_dropped_connection_is_resumed(server: DiscordServer) -> None:
    await server.gateway.drop()
    await server.say(f"{MENTION} how much is ai-102?")
    (answer,) = await server.written(1)
    assert "$165" in text_of(answer)
    assert server.gateway.resumed == 1


async def test_a_rate_limit_is_waited_for_and_the_answer_is_not_doubled(server: DiscordServer) -> None:
    server.fail_next(f"/channels/{CHANNEL}/messages", 429, 0.05)
    await server.say(f"{MENTION} how much is ai-102?")
    assert len(await server.written(1)) == 1


async def test_a_broken_request_does_not_stop_the_next_answer(
    server: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail_next(f"/channels/{CHANNEL}/messages", 400)
    await server.say(f"{MENTION} how much is ai-102?")
    await server.say(f"{MENTION} how hard is ai-102?")
    (answer,) = await server.written(1)
    assert "accessible" in text_of(answer)
    await logged(caplog, "Discord refused an answer")


async def test_an_expired_interaction_is_one_line_in_the_log(
    server: DiscordServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.expire_next = True
    await server.command("help")
    late = await logged(caplog, "had expired")
    assert late.exc_info is None


async def logged(caplog: pytest.LogCaptureFixture, words: str) -> logging.LogRecord:
    """The record whose message holds some words, once it is there."""
    async with asyncio.timeout(PATIENCE):
        while True:
            for record in caplog.records:
                if words in record.getMessage():
                    return record
            await asyncio.sleep(0)


async def test_a_shutdown_waits_for_the_answer_in_flight(server: DiscordServer, bot: CertwiseBot) -> None:
    server.fail_next(f"/channels/{CHANNEL}/messages", 429, 0.2)
    await server.say(f"{MENTION} how much is ai-102?")
    await server.until(lambda: server.requests, lambda seen: any("/messages" in one for one in seen))
    await bot.close()
    assert len(server.messages) == 1


async def test_no_privileged_intent_is_asked_for(bot: CertwiseBot) -> None:
    asked = bot.intents
    assert (asked.message_content, asked.members, asked.presences) == (False, False, False)
