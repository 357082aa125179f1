"""The slash commands and the message menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.discord_server.interactions import buttons_of, text_of, texts_of
from tests.discord_server.payloads import BOT, DIRECT, OTHERS

if TYPE_CHECKING:
    from tests.discord_server import DiscordServer

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]
MENTION = f"<@{BOT['id']}>"


async def test_ask_answers_in_private_below_the_question(server: DiscordServer) -> None:
    asked = await server.command("ask", question="how much is the *databricks* exam")
    assert await asked.is_private()
    above, answer, *_ = texts_of(await asked.answer())
    assert above == r"-# You asked: how much is the \*databricks\* exam"
    assert "about $200" in answer


async def test_in_a_direct_message_commands_are_answered_to_stay_and_there_is_nobody_to_share_with(
    server: DiscordServer,
) -> None:
    asked = await server.command("ask", question="how much is the databricks exam", where={"channel": DIRECT})
    assert not await asked.is_private()
    assert "Share in this channel" not in buttons_of(await asked.answer())
    assert (await asked.text()).startswith("Databricks ML Professional")


async def test_in_a_direct_message_of_other_people_they_are_private_and_can_be_shared(server: DiscordServer) -> None:
    asked = await server.command("ask", question="how much is the databricks exam", where={"channel": OTHERS})
    assert await asked.is_private()
    shared = await server.press(await asked.answer(), "Share in this channel")
    assert not await shared.is_private()


async def test_recommend_with_words_advises_and_asks_back_with_buttons(server: DiscordServer) -> None:
    asked = await server.command("recommend", about="im a software developer")
    assert "Take Google Professional Machine Learning Engineer" in await asked.text()
    refined = await server.press(await asked.answer(), "Microsoft Azure")
    assert "Microsoft" in (await refined.text()).split("\n")[1]
    assert await refined.is_private()


async def test_compare_takes_ids_and_what_people_call_them(server: DiscordServer) -> None:
    asked = await server.command("compare", first="databricks-ml-professional", second="nvidia")
    assert "**Cost**\n- Databricks ML Professional: about $200\n- NVIDIA DLI:" in await asked.text()
    three = await server.command("compare", first="aws", second="ai-102", third="databricks")
    assert "AWS ML Specialty, Azure AI Engineer and Databricks ML Professional" in await three.text()


async def test_a_comparison_has_one_block_an_attribute_beside_a_bar(server: DiscordServer) -> None:
    asked = await server.command("compare", first="databricks", second="nvidia")
    (container,) = [one for one in (await asked.answer())["components"] if one["type"] == 17]
    labels = [one["content"].split("\n")[0] for one in container["components"]]
    assert labels[:4] == ["**Comparison**", "**Cost**", "**Who it suits**", "**Prerequisites**"]
    assert isinstance(container["accent_color"], int)


async def test_compare_says_which_one_it_does_not_know_and_asks_for_another_one(server: DiscordServer) -> None:
    unknown = await server.command("compare", first="databricks", second="Acme Expert")
    assert await unknown.text() == "Acme Expert is not in the guide, so I can't say anything about it."
    same = await server.command("compare", first="databricks", second="databricks")
    assert "and which other?" in await same.text()


async def test_browse_lists_by_tier_price_and_vendor_whatever_was_said_before(server: DiscordServer) -> None:
    await server.say(f"{MENTION} im a nurse, no coding, 100 bucks, where do i start")
    await server.written(1)
    assert "IBM AI Engineering" in await (await server.command("browse", tier=2)).text()
    assert "Kaggle Learn" in await (await server.command("browse", price=0)).text()
    both = await (await server.command("browse", tier=1, vendor="google")).text()
    assert "Google ML Engineer" in both
    assert "AWS" not in both


async def test_browse_says_which_vendor_it_does_not_know(server: DiscordServer) -> None:
    asked = await server.command("browse", vendor="Acme Corp")
    assert await asked.text() == "Acme Corp is not in the guide, so I can't say anything about it."


@pytest.mark.parametrize(
    ("name", "words"),
    [("help", "`/compare` two or three"), ("privacy", "Your words are not kept"), ("forget-me", "I kept nothing")],
)
async def test_what_is_about_the_bot_is_told_in_private(server: DiscordServer, name: str, words: str) -> None:
    asked = await server.command(name)
    assert await asked.is_private()
    assert words in await asked.text()


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
    empty = await server.menu("Answer this", "")
    assert await empty.text() == "There are no words in it."


@pytest.mark.parametrize("name", ["nonsense", "kb nonsense"])
async def test_a_command_of_another_release_is_answered_politely(server: DiscordServer, name: str) -> None:
    asked = await server.command(name)
    assert await asked.is_private()
    assert (await asked.text()).startswith("I don't know this command")


async def test_an_option_of_another_release_is_answered_politely(server: DiscordServer) -> None:
    asked = await server.command("compare", first="databricks")
    assert (await asked.text()).startswith("I don't know this command, at least not in this form")
