"""Modals, the App Home and the agent panel, with the real library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.slack_server.block_kit import faults_of_options, faults_of_view
from tests.slack_server.payloads import (
    ADA,
    CHANNEL,
    DIRECT,
    command,
    event,
    on_view,
    submission,
    timestamp,
    typing,
    unique,
)
from tests.slack_server.reading import buttons_of, text_of
from tests.slack_server.server import FREE_PLAN, TOKEN, Workspace

if TYPE_CHECKING:
    from tests.slack_server import SlackServer

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]
Json = dict[str, Any]


async def opened(server: SlackServer, number: int = 1) -> Json:
    """The view that was opened last, as Slack hands it out again."""
    call = (await server.did(number, "views.open"))[-1]
    return {**call.sent["view"], "id": unique("V")}


async def submitted(server: SlackServer, view: Json, values: Json) -> Json:
    """What the form turns into; the acknowledgement holds it."""
    answer = await server.deliver(submission(view, values, ADA))
    assert answer["response_action"] == "update"
    assert faults_of_view(answer["view"]) == []
    shown: Json = answer["view"]
    return shown


async def test_ask_alone_opens_a_form_that_answers_what_is_typed(server: SlackServer) -> None:
    await server.command("/ask")
    form = await opened(server)
    assert form["title"]["text"] == "Ask Certwise"
    shown = await submitted(server, form, {"certwise:type": {"certwise:type": {"value": "how hard is ai-102?"}}})
    assert text_of(shown).startswith("Azure AI Engineer: ")


async def test_the_form_completes_certifications_and_questions_with_typos(server: SlackServer) -> None:
    await server.command("/ask")
    form = await opened(server)
    offered = await server.deliver(typing(form, "certwise:pick", "databrcks", ADA))
    (group,) = offered["option_groups"]
    assert group["label"]["text"] == "Certifications"
    assert [option["text"]["text"] for option in group["options"]] == [
        "Databricks Certified Machine Learning Professional"
    ]
    offered = await server.deliver(typing(form, "certwise:pick", "porfolio", ADA))
    (group,) = offered["option_groups"]
    assert group["options"][0]["text"]["text"] == "Portfolio or certificate?"
    assert faults_of_options(group["options"]) == []
    shown = await submitted(
        server, form, {"certwise:pick": {"certwise:pick": {"selected_option": group["options"][0]}}}
    )
    assert "portfolio" in text_of(shown).lower()


async def test_nothing_to_complete_is_an_empty_list(server: SlackServer) -> None:
    await server.command("/ask")
    assert await server.deliver(typing(await opened(server), "certwise:pick", "zzzzz", ADA)) == {"option_groups": []}


async def test_an_empty_form_says_what_to_do(server: SlackServer) -> None:
    await server.command("/ask")
    answer = await server.deliver(submission(await opened(server), {}, ADA))
    assert answer == {"response_action": "errors", "errors": {"certwise:type": "Pick something, or write a question."}}


async def test_recommend_alone_opens_the_advisers_form(server: SlackServer) -> None:
    await server.command("/recommend")
    form = await opened(server)
    assert text_of(form).startswith("What have you worked with so far?")
    chosen = {
        name: {"certwise:choose": {"selected_option": {"value": number}}}
        for name, number in (("background", "1"), ("budget", "1"), ("no-longer-asked", "0"), ("goal", "77"))
    }
    shown = await submitted(server, form, chosen)
    assert "Take Google AI Essentials" in text_of(shown)
    assert "Why this one?" in buttons_of(shown)


async def test_compare_alone_opens_a_form_with_certifications_alone(server: SlackServer) -> None:
    await server.command("/compare")
    form = await opened(server)
    first, second = [
        (await server.deliver(typing(form, "certwise:pair", name, ADA)))["options"][0]
        for name in ("databricks", "nvdia")
    ]
    values = {"certwise:pair": {"certwise:pair": {"selected_options": [first, second]}}}
    shown = await submitted(server, form, values)
    assert "- Cost: Databricks ML Professional: about $200; NVIDIA DLI: " in text_of(shown)
    values = {"certwise:pair": {"certwise:pair": {"selected_options": [first]}}}
    answer = await server.deliver(submission(form, values, ADA))
    assert answer["errors"] == {"certwise:pair": "Pick at least two."}


async def test_a_button_of_a_modal_replaces_what_it_shows(server: SlackServer) -> None:
    await server.command("/recommend")
    chosen = {"background": {"certwise:choose": {"selected_option": {"value": "1"}}}}
    shown = await submitted(server, await opened(server), chosen)
    view = {**shown, "id": unique("V")}
    await server.press(buttons_of(shown)["Why this one?"], where=on_view(view))
    (updated,) = await server.did(1, "views.update")
    assert updated.sent["view_id"] == view["id"]
    assert "has the most by what you said" in text_of(updated.sent["view"])
    await server.press(buttons_of(shown)["👍 Helpful"], where=on_view(view))
    thanks = (await server.did(2, "views.update"))[1]
    assert text_of(thanks.sent["view"]).startswith("Thank you")


async def test_an_answer_in_a_modal_is_shared_where_the_command_was_given(server: SlackServer) -> None:
    await server.command("/ask")
    typed = {"certwise:type": {"certwise:type": {"value": "how hard is ai-102?"}}}
    shown = await submitted(server, await opened(server), typed)
    share = buttons_of(shown)["Share in this channel"]
    await server.press(share, where=on_view({**shown, "id": unique("V")}))
    (shared,) = await server.did(1, "respond")
    assert shared.sent["response_type"] == "in_channel"
    assert text_of(shared.sent).startswith(f"@{ADA} asked:\nhow hard is ai-102?")
    (told,) = await server.did(1, "views.update")
    assert text_of(told.sent["view"]) == "Shared in the channel."


async def test_after_half_an_hour_it_is_posted_by_the_bot_itself(server: SlackServer) -> None:
    await server.command("/ask")
    typed = {"certwise:type": {"certwise:type": {"value": "how hard is ai-102?"}}}
    shown = await submitted(server, await opened(server), typed)
    for hook in server.hooks:
        server.hooks[hook] = 5
    await server.press(buttons_of(shown)["Share in this channel"], where=on_view({**shown, "id": unique("V")}))
    (posted,) = await server.posted()
    assert posted.sent["channel"] == CHANNEL
    server.fail_next("chat.postMessage", error="not_in_channel")
    await server.press(buttons_of(shown)["Share in this channel"], where=on_view({**shown, "id": unique("V")}))
    told = (await server.did(2, "views.update"))[1]
    assert text_of(told.sent["view"]).startswith("I could not share it there")


async def test_the_home_tells_how_to_ask_and_lists_and_opens_forms(server: SlackServer) -> None:
    await server.deliver(event({"type": "app_home_opened", "user": ADA, "channel": DIRECT, "tab": "home"}))
    (published,) = await server.did(1, "views.publish")
    home = {**published.sent["view"], "id": unique("V")}
    assert published.sent["user_id"] == ADA
    assert "how much is the google ml exam?" in text_of(home)
    buttons = buttons_of(home)
    await server.press(buttons["Free"], where=on_view(home))
    assert "Kaggle Learn" in text_of(await opened(server, 1))
    for number, (label, title) in enumerate(
        (("Ask a question", "Ask Certwise"), ("Which one suits me?", "Which one suits you?"), ("Compare", "Compare"))
    ):
        await server.press(buttons[label], where=on_view(home))
        assert (await opened(server, 2 + number))["title"]["text"] == title


async def test_what_was_asked_from_the_home_offers_no_sharing(server: SlackServer) -> None:
    await server.deliver(event({"type": "app_home_opened", "user": ADA, "channel": DIRECT, "tab": "home"}))
    (published,) = await server.did(1, "views.publish")
    home = {**published.sent["view"], "id": unique("V")}
    await server.press(buttons_of(home)["Tier 2"], where=on_view(home))
    assert "Share in this channel" not in buttons_of(await opened(server))


async def test_the_home_forgets_a_person(server: SlackServer) -> None:
    await server.deliver(event({"type": "app_home_opened", "user": ADA, "channel": DIRECT, "tab": "home"}))
    (published,) = await server.did(1, "views.publish")
    home = {**published.sent["view"], "id": unique("V")}
    forget = buttons_of(home)["Forget me"]
    assert forget["confirm"]
    await server.press(forget, where=on_view(home))
    assert text_of(await opened(server)) == "I kept nothing of you."


async def test_the_agent_panel_gets_prompts_and_its_threads_their_titles(server: SlackServer) -> None:
    await server.deliver(event({"type": "app_home_opened", "user": ADA, "channel": DIRECT, "tab": "messages"}))
    (prompts,) = await server.did(1, "assistant.threads.setSuggestedPrompts")
    assert prompts.sent["channel_id"] == DIRECT
    asked = await server.direct("how much is the google ml exam?")
    (titled,) = await server.did(1, "assistant.threads.setTitle")
    assert titled.sent["title"] == "how much is the google ml exam?"
    assert titled.sent["thread_ts"] == asked["event"]["ts"]
    (answer,) = await server.posted()
    assert answer.sent["thread_ts"] == asked["event"]["ts"]
    await server.direct("and how hard is it?", thread_ts=asked["event"]["ts"])
    assert text_of((await server.posted(2))[1].sent).startswith("Google ML Engineer: It is hard")


async def test_a_modal_that_can_no_longer_be_opened_is_left_alone(
    server: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    given = command("/ask", "", ADA, CHANNEL, server.response_url())
    server.spent_triggers.add(given["trigger_id"])
    await server.deliver(given)
    await server.direct("is kaggle learn free?")
    await server.posted()
    assert "exchanged_trigger_id" in caplog.text
    assert not [call for call in server.calls if call.method in ("respond", "chat.postEphemeral")]


@pytest.mark.parametrize("metadata", ["", "{", "[1,2]", '{"a": 1}'])
async def test_a_modal_of_another_release_still_works(server: SlackServer, metadata: str) -> None:
    await server.command("/ask")
    form = {**await opened(server), "private_metadata": metadata}
    typed = {"certwise:type": {"certwise:type": {"value": "how hard is ai-102?"}}}
    assert "Azure AI Engineer" in text_of(await submitted(server, form, typed))


class TestWithoutTheAgentPanel:
    @pytest.fixture
    def server(self, server: SlackServer) -> SlackServer:
        server.workspaces[TOKEN] = Workspace("T0ONE", FREE_PLAN)
        return server

    async def test_direct_messages_are_answered_beside_one_another(self, server: SlackServer) -> None:
        await server.deliver(event({"type": "app_home_opened", "user": ADA, "channel": DIRECT, "tab": "messages"}))
        await server.direct("how much is the google ml exam?")
        (answer,) = await server.posted()
        assert "thread_ts" not in answer.sent
        await server.direct("and how hard is it?")
        assert text_of((await server.posted(2))[1].sent).startswith("Google ML Engineer: It is hard")
        assert not [call for call in server.calls if call.method.startswith("assistant.")]

    async def test_a_thread_in_a_direct_message_keeps_to_itself(self, server: SlackServer) -> None:
        began = timestamp()
        await server.direct("how much is the google ml exam?", thread_ts=began)
        (answer,) = await server.posted()
        assert answer.sent["thread_ts"] == began
