"""What members do on Slack, with the real library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.slack_server.payloads import (
    ADA,
    BOB,
    BOT_ID,
    BOT_USER,
    CHANNEL,
    MENTION,
    event,
    message,
    on_message,
    shortcut,
    timestamp,
)
from tests.slack_server.reading import buttons_of, text_of

if TYPE_CHECKING:
    from tests.slack_server import SlackServer

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]


async def test_a_mention_is_answered_in_its_thread(server: SlackServer) -> None:
    asked = await server.say(f"{MENTION} how much is the google ml exam?")
    (answer,) = await server.posted()
    assert text_of(answer.sent).startswith("Google ML Engineer: The exam costs about $200")
    assert answer.sent["text"].startswith("Google ML Engineer: The exam costs about $200")
    assert (answer.sent["channel"], answer.sent["thread_ts"]) == (CHANNEL, asked["event"]["ts"])


async def test_a_mention_in_a_thread_stays_in_that_thread(server: SlackServer) -> None:
    began = timestamp()
    await server.say(f"{MENTION} how hard is ai-102", thread_ts=began)
    (answer,) = await server.posted()
    assert answer.sent["thread_ts"] == began


async def test_a_follow_up_in_the_thread_knows_what_was_spoken_of_and_another_person_does_not(
    server: SlackServer,
) -> None:
    asked = await server.say(f"{MENTION} how much is the databricks exam")
    await server.posted()
    thread = asked["event"]["ts"]
    await server.say(f"{MENTION} and what do i need to know first?", thread_ts=thread)
    assert "SQL and Spark" in text_of((await server.posted(2))[1].sent)
    await server.say(f"{MENTION} and what do i need to know first?", user=BOB, thread_ts=thread)
    assert "SQL and Spark" not in text_of((await server.posted(3))[2].sent)


async def test_a_mention_alone_is_told_in_private_how_to_ask(server: SlackServer) -> None:
    asked = await server.say(MENTION)
    (told,) = await server.whispered()
    assert text_of(told.sent).startswith("Ask me about AI certifications")
    assert (told.sent["user"], told.sent["thread_ts"]) == (ADA, asked["event"]["ts"])


async def test_what_is_not_addressed_to_the_bot_is_never_answered(server: SlackServer) -> None:
    said = message("how much is the google ml exam?", ADA, CHANNEL, direct=False)
    await server.deliver(event({**said, "type": "message", "channel_type": "channel"}))
    await server.say(f"{MENTION} hello bot", bot_id="B0OTHER")
    await server.direct("hello bot", bot_id="B0OTHER")
    await server.direct("hello bot", bot_id="B0OTHER", subtype="bot_message")
    await server.direct("an echo of the bot's own", user=BOT_USER, bot_id=BOT_ID)
    await server.direct("somebody joined", subtype="channel_join")
    await server.direct("how hard is ai-102")
    (answer,) = await server.posted()
    assert "Azure AI Engineer" in text_of(answer.sent)
    assert server.calls[-1] is answer


async def test_ask_answers_in_private_and_is_shared_with_question_and_asker(server: SlackServer) -> None:
    await server.command("/ask", "how much is the databricks exam")
    (answer,) = await server.whispered()
    assert "about $200" in text_of(answer.sent)
    await server.press(buttons_of(answer.sent)["Share in this channel"], where=server.ephemeral())
    shared = (await server.did(2, "respond"))[1]
    assert shared.sent["response_type"] == "in_channel"
    assert text_of(shared.sent).startswith(
        f"@{ADA} asked:\nhow much is the databricks exam\nDatabricks ML Professional"
    )


@pytest.mark.parametrize("sign", ["x", "👍", "&lt;"])
async def test_a_long_question_is_shared_as_far_as_a_button_holds_it(server: SlackServer, sign: str) -> None:
    await server.command("/ask", f"how hard is ai-102? {sign * 1_500}")
    (answer,) = await server.whispered()
    share = buttons_of(answer.sent)["Share in this channel"]
    assert not share["value"].startswith("v2:~")  # which would be kept for a day only
    await server.press(share, where=server.ephemeral())
    shared = (await server.did(2, "respond"))[1]
    assert text_of(shared.sent).startswith(f"@{ADA} asked:\nhow hard is ai-102?")


async def test_what_was_shared_is_answered_further_in_its_thread(server: SlackServer) -> None:
    await server.command("/ask", "how much is the databricks exam")
    (answer,) = await server.whispered()
    await server.press(buttons_of(answer.sent)["Share in this channel"], where=server.ephemeral())
    shared = (await server.did(2, "respond"))[1]
    said = timestamp()
    where = on_message(CHANNEL, said, server.response_url())
    await server.press(buttons_of(shared.sent)["Difficulty"], user=BOB, where=where)
    (further,) = await server.posted()
    assert further.sent["thread_ts"] == said
    assert text_of(further.sent).startswith("Databricks ML Professional")


async def test_a_button_of_a_private_answer_is_answered_in_private(server: SlackServer) -> None:
    await server.command("/recommend", "im a software developer")
    (answer,) = await server.whispered()
    assert "Take Google Professional Machine Learning Engineer" in text_of(answer.sent)
    await server.press(buttons_of(answer.sent)["Microsoft Azure"], where=server.ephemeral())
    refined = (await server.whispered(2))[1]
    assert "Microsoft" in text_of(refined.sent)


async def test_compare_shows_a_table(server: SlackServer) -> None:
    await server.command("/compare", "databricks vs nvidia")
    (answer,) = await server.whispered()
    assert "Fact | Databricks ML Professional | NVIDIA DLI" in text_of(answer.sent)
    assert "Cost | about $200 | " in text_of(answer.sent)


async def test_a_slack_that_knows_no_tables_gets_the_comparison_as_text(server: SlackServer) -> None:
    server.old_client = True
    await server.command("/compare", "databricks vs nvidia")
    (answer,) = await server.whispered()
    assert "- Cost: Databricks ML Professional: about $200; NVIDIA DLI: " in text_of(answer.sent)
    await server.say(f"{MENTION} databricks vs nvidia")
    (public,) = await server.posted()
    assert "- Cost: Databricks ML Professional: about $200; NVIDIA DLI: " in text_of(public.sent)


async def test_certs_lists_all_and_what_is_wanted(server: SlackServer) -> None:
    await server.command("/certs")
    (all_of_them,) = await server.whispered()
    assert "14 in the guide fit (page 1 of 2):" in text_of(all_of_them.sent)
    await server.press(buttons_of(all_of_them.sent)["Next page"], where=server.ephemeral())
    assert "(page 2 of 2)" in text_of((await server.whispered(2))[1].sent)
    await server.command("/certs", "free")
    assert "Kaggle Learn" in text_of((await server.whispered(3))[2].sent)


@pytest.mark.parametrize("name", ["/ask", "/recommend", "/compare", "/certs"])
async def test_each_command_has_help(server: SlackServer, name: str) -> None:
    await server.command(name, "Help")
    (told,) = await server.whispered()
    assert "/recommend what to take" in text_of(told.sent)


async def test_privacy_is_told_and_a_person_forgotten(server: SlackServer) -> None:
    await server.command("/ask", "privacy")
    assert "I read only what is addressed to me" in text_of((await server.whispered())[0].sent)
    await server.direct("how much is the databricks exam")
    await server.posted()
    await server.command("/ask", "forget-me")
    assert text_of((await server.whispered(2))[1].sent) == "Done: I have forgotten it."
    await server.direct("how long does it take")
    assert "Databricks" not in text_of((await server.posted(2))[1].sent)


async def test_a_message_is_answered_from_its_menu_to_whoever_asks(server: SlackServer) -> None:
    await server.deliver(shortcut("does anyone know what AI-102 costs?", ADA, CHANNEL, server.response_url()))
    (answer,) = await server.whispered()
    assert "$165" in text_of(answer.sent)
    await server.deliver(shortcut("", ADA, CHANNEL, server.response_url()))
    assert text_of((await server.whispered(2))[1].sent) == "There are no words in it."


async def test_feedback_is_thanked_for_in_private(server: SlackServer) -> None:
    await server.say(f"{MENTION} how much is ai-102?")
    (answer,) = await server.posted()
    await server.press(buttons_of(answer.sent)["👍 Helpful"])
    (thanks,) = await server.whispered()
    assert text_of(thanks.sent) == "Thank you, it is kept that this answer works (Cost, Azure AI Engineer)."


@pytest.mark.parametrize("value", ["v0:whatever", "v2:", "v2:f???", "v3:dAbCd", "v2:" + "m;;(" * 490])
async def test_a_button_that_cannot_be_read_is_answered_politely(server: SlackServer, value: str) -> None:
    await server.press({"action_id": "certwise:press:old", "value": value})
    (told,) = await server.whispered()
    assert text_of(told.sent).startswith("I can't tell any more what this button asks for")


async def test_a_button_works_though_this_process_never_sent_it(server: SlackServer) -> None:
    await server.press({"action_id": "certwise:press:suggestions:0", "value": "v2:f811K;yqea"})
    assert "3-6 months" in text_of((await server.posted())[0].sent)
    await server.press({"action_id": "certwise:press:reactions:0", "value": "v2:m;;(e;;Qpmg)"})
    assert "talks with" in text_of((await server.whispered())[0].sent)


async def test_why_is_told_of_the_same_advice_whoever_presses_it_and_whatever_came_between(server: SlackServer) -> None:
    await server.say(f"{MENTION} im a nurse, no coding, 100 bucks, where do i start")
    (answer,) = await server.posted()
    await server.say(f"{MENTION} im a data engineer on databricks, which cert")
    await server.posted(2)
    for number, user in enumerate((ADA, BOB)):
        await server.press(buttons_of(answer.sent)["Why this one?"], user=user)
        told = (await server.posted(3 + number))[-1]
        assert "Google AI Essentials has the most by what you said" in text_of(told.sent)


async def test_what_is_told_aside_in_a_thread_stays_in_that_thread(server: SlackServer) -> None:
    asked = await server.say(f"{MENTION} how much is ai-102?")
    (answer,) = await server.posted()
    thread = asked["event"]["ts"]
    where = on_message(CHANNEL, answer.ts, server.response_url(), thread=thread)
    await server.press(buttons_of(answer.sent)["👍 Helpful"], where=where)
    await server.deliver(shortcut("is kaggle learn free?", ADA, CHANNEL, server.response_url(), thread_ts=thread))
    thanks, answered = await server.whispered(2)
    assert (thanks.sent["thread_ts"], answered.sent["thread_ts"]) == (thread, thread)


async def test_an_unknown_button_is_acknowledged_and_nothing_else(server: SlackServer) -> None:
    await server.press({"action_id": "somebody-elses", "value": "x"})
    await server.direct("is kaggle learn free?")
    await server.posted()
    assert [call.method for call in server.calls if call.method != "auth.test"][-1] == "chat.postMessage"


async def test_what_people_type_pings_and_links_nobody(server: SlackServer) -> None:
    await server.say(f"{MENTION} is &lt;!channel&gt; &amp; <https://evil.example|here> a snowflake cert?")
    (answer,) = await server.posted()
    assert "<!channel" not in answer.sent["text"]
    assert "<http" not in answer.sent["text"]


async def test_two_hundred_mentions_at_once_are_all_answered_once(server: SlackServer) -> None:
    for number in range(200):
        await server.say(f"{MENTION} how much is ai-102?", user=f"U0{number}")
    answers = await server.posted(200)
    assert all("$165" in text_of(answer.sent) for answer in answers)
    assert len({answer.sent["thread_ts"] for answer in answers}) == 200
