"""Modals, with the real library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.slack_server.block_kit import faults_of_options
from tests.slack_server.payloads import (
    ADA,
    CHANNEL,
    command,
    on_view,
    submission,
    typing,
    unique,
)
from tests.slack_server.reading import buttons_of, text_of
from tests.slack_server.views import opened, submitted

if TYPE_CHECKING:
    from tests.slack_server import SlackServer

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]
Json = dict[str, Any]


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
    (thanks,) = await server.did(1, "views.push")  # on top, so that the answer stays
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
    (told,) = await server.did(1, "views.push")
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
    told = (await server.did(2, "views.push"))[1]
    assert text_of(told.sent["view"]).startswith("I could not share it there")


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
