"""Buttons and menus: right for whoever presses them, whenever."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.adapters.state_folder import ActionFile
from bot.application.assistant import Assistant
from bot.application.memory import memory_stores
from bot.domain.feedback import Verdict
from tests.discord_server.interactions import buttons_of, text_of, texts_of
from tests.discord_server.payloads import BOT, CHANNEL
from tests.discord_server.running import connected
from tests.threads import refuse_event_loop

if TYPE_CHECKING:
    from pathlib import Path

    from bot.application.memory import MemoryFeedback
    from bot.domain.draft import Draft
    from bot.nlu.understander import Understander
    from tests.discord_server import DiscordServer

pytestmark = [pytest.mark.asyncio]
with_bot = pytest.mark.usefixtures("bot")
MENTION = f"<@{BOT['id']}>"
NURSE = "im a nurse, no coding, 100 bucks, where do i start"


async def asked(server: DiscordServer, question: str, author: str = "1") -> dict[str, Any]:
    """The answer to a mention."""
    before = len(server.messages)
    await server.say(f"{MENTION} {question}", author=author)
    return (await server.written(before + 1))[-1]


@with_bot
async def test_buttons_of_advice_are_about_it_whoever_presses_them_and_whatever_came_between(
    server: DiscordServer,
) -> None:
    advice = await asked(server, NURSE)
    await asked(server, "im a data engineer on databricks, which cert")
    for author in ("1", "2"):
        why = await server.press(advice, "Why this one?", author=author)
        assert "Google AI Essentials has the most by what you said" in await why.text()
        assert not await why.is_private()
        cheaper = await server.press(advice, "Something cheaper", author=author)
        assert "Databricks" not in await cheaper.text()


@with_bot
async def test_more_and_feedback_are_for_the_person_alone(server: DiscordServer, feedback: MemoryFeedback) -> None:
    answer = await asked(server, "is a degree required?")
    more = await server.press(answer, "More", author="2")
    assert await more.is_private()
    judged = await server.press(answer, "👎 Not right", author="2")
    assert await judged.is_private()
    (kept,) = feedback.all()
    assert (kept.verdict, kept.topic) == (Verdict.UNHELPFUL, "degree-needed")
    assert kept.conversation == f"discord:{CHANNEL}:2"


@with_bot
async def test_feedback_names_the_certification_and_what_was_asked_of_it(
    server: DiscordServer, feedback: MemoryFeedback
) -> None:
    answer = await asked(server, "how much is ai-102?")
    judged = await server.press(answer, "👍 Helpful")
    assert await judged.text() == "Thank you, it is kept that this answer works (Cost, Azure AI Engineer)."
    (kept,) = feedback.all()
    assert (kept.verdict, kept.topic) == (Verdict.HELPFUL, "cost")
    assert kept.certifications[0] == "azure-ai-engineer-associate"


@with_bot
@pytest.mark.parametrize("question", ["how much is *ai-102*?", f"how much is ai-102, {'please ' * 20}thanks?"])
async def test_share_shows_the_question_who_asked_it_and_the_answer_that_was_shown(
    server: DiscordServer, question: str
) -> None:
    private = await server.command("ask", question=question)
    await server.command("ask", question="how much is the databricks exam")
    shared = await server.press(await private.answer(), "Share in this channel")
    assert not await shared.is_private()
    above, *rest = texts_of(await shared.answer())
    assert above == f"<@1> asked: {question.replace('*', chr(92) + '*').strip()}"
    assert rest == texts_of(await private.answer())[1:]
    assert "Share in this channel" not in buttons_of(await shared.answer())


@with_bot
async def test_what_was_picked_of_a_form_is_shared_without_a_question(server: DiscordServer) -> None:
    form = await (await server.command("recommend")).form()
    sent = await server.submit(form, {"budget": "Nothing"})
    shared = await server.press(await sent.answer(), "Share in this channel", author="1")
    assert texts_of(await shared.answer())[0] == "<@1> shares this answer:"


@with_bot
async def test_a_follow_up_is_asked_in_a_form_and_is_about_the_answer_it_was_opened_below(
    server: DiscordServer,
) -> None:
    private = await server.command("ask", question="how much is the databricks exam")
    await server.command("ask", question="how much is ai-102")
    below = await private.answer()
    form = await (await server.press(below, "Ask a follow-up")).form()
    answered = await server.submit(form, {"follow-up": "and what do i need to know first?"}, below=below)
    assert "SQL and Spark" in await answered.text()
    assert await answered.is_private()
    assert texts_of(await answered.answer())[0] == "-# You asked: and what do i need to know first?"


@with_bot
async def test_a_follow_up_below_a_public_answer_says_who_asked_what(server: DiscordServer) -> None:
    below = await asked(server, "how much is the databricks exam")
    form = await (await server.press(below, "Ask a follow-up", author="2")).form()
    answered = await server.submit(form, {"follow-up": "how hard is it?"}, below=below, author="2")
    assert not await answered.is_private()
    assert texts_of(await answered.answer())[0] == "<@2> asked: how hard is it?"
    blank = await server.submit(form, {"follow-up": "   "}, below=below)
    assert await blank.text() == "There are no words in it."


@with_bot
async def test_a_reply_to_an_answer_that_a_button_gave_is_about_that_answer(server: DiscordServer) -> None:
    answer = await asked(server, "how much is the databricks exam")
    pressed = await server.press(answer, "Difficulty", author="2")
    shown = await pressed.answer()
    await asked(server, "how much is ai-102", author="2")
    await server.say("and what do i need to know first?", author="2", replies_to=shown["id"])
    assert "SQL and Spark" in text_of((await server.written(4))[-1])


@with_bot
@pytest.mark.parametrize("id_", ["v0:whatever", "v1:ask:Cost", "v2:", "v2:f???", "v3:dAbCd", "x", "🦄" * 50])
async def test_a_button_that_cannot_be_read_is_answered_politely(server: DiscordServer, id_: str) -> None:
    pressed = await server.press_id(id_)
    assert (await pressed.text()).startswith("I can't tell any more what this button asks for")
    assert await pressed.is_private()


@with_bot
async def test_a_button_whose_meaning_was_kept_for_a_day_only_says_so(server: DiscordServer) -> None:
    pressed = await server.press_id("v2:~gone")
    assert (await pressed.text()).startswith("This button has expired")


@with_bot
async def test_a_button_works_though_this_process_never_sent_it(server: DiscordServer) -> None:
    pressed = await server.press_id("v2:f811K;yqea")
    assert "3-6 months" in await pressed.text()
    longer = await server.press_id("v2:m;;(e;;Qpmg)")
    assert "talks with" in await longer.text()
    assert await longer.is_private()


async def test_buttons_that_are_too_long_for_discord_work_after_a_restart(
    server: DiscordServer, own_draft: Draft, own_understander: Understander, tmp_path: Path
) -> None:
    def restarted() -> Any:
        kept = replace(memory_stores(), actions=ActionFile(tmp_path / "buttons.jsonl", datetime.now(UTC)))
        return connected(server, refuse_event_loop(Assistant(own_draft.knowledge, own_understander, kept)))

    long = (
        "im a nurse, i know python and sql, no coding at work, 120 bucks, 5 hours a week, 3 months, i have google ai "
        "essentials and ai-102, not aws, not ibm, not nvidia, not stanford, not mit, not harvard, no subscription, "
        "no exam, career change, i lead a team, i build web apps, i teach, i analyse data"
    )
    async with restarted():
        advice = await asked(server, long)
        assert buttons_of(advice)["Why this one?"].startswith("v2:~")
    async with restarted():
        why = await server.press(advice, "Why this one?", author="2")
        assert "by what you said" in await why.text()


@with_bot
async def test_more_of_a_comparison_is_one_block_an_attribute_too(server: DiscordServer) -> None:
    compared = await asked(server, "compare aws, azure and databricks")
    more = await server.press(compared, "More")
    assert await more.is_private()
    (container,) = [one for one in (await more.answer())["components"] if one["type"] == 17]
    first, *rows = [one["content"] for one in container["components"]]
    assert first == "**Comparison**\nWhat else tells them apart:"
    assert rows[0].startswith("**Who it suits**\n- AWS ML Specialty: ")
    shown = {text.split("\n")[0] for text in texts_of(compared)}
    assert shown.isdisjoint(text.split("\n")[0] for text in rows if text.startswith("**"))
