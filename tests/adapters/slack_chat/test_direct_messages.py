"""Direct messages and the agent panel, with the real library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.slack_server.payloads import ADA, DIRECT, event, message, timestamp
from tests.slack_server.reading import text_of
from tests.slack_server.workspaces import FREE_PLAN, TOKEN, Workspace

if TYPE_CHECKING:
    from tests.slack_server import SlackServer


pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]


async def test_a_direct_message_is_answered(server: SlackServer) -> None:
    await server.direct("is kaggle learn free?")
    (answer,) = await server.posted()
    assert "Kaggle Learn: Yes" in text_of(answer.sent)
    assert answer.sent["channel"] == DIRECT


async def test_an_edited_direct_message_corrects_its_answer(server: SlackServer) -> None:
    asked = await server.direct("how much is the google ml exam?")
    (answer,) = await server.posted()
    await edit(server, asked["event"], "how much is the databricks exam?")
    (corrected,) = await server.did(1, "chat.update")
    assert corrected.sent["ts"] == answer.ts
    assert text_of(corrected.sent).startswith("Databricks ML Professional")


async def edit(server: SlackServer, before: dict[str, str], text: str) -> None:
    """What Slack sends when a direct message is edited."""
    after = {**before, "text": text, "edited": {"user": ADA, "ts": timestamp()}}
    changed = {"subtype": "message_changed", "message": after, "previous_message": before}
    await server.deliver(event(message("", ADA, DIRECT, direct=True, **changed)))


async def test_a_link_that_unfolds_is_no_edit(server: SlackServer) -> None:
    asked = await server.direct("how hard is ai-102? https://example.com")
    await server.posted()
    await edit(server, asked["event"], asked["event"]["text"])
    await server.direct("is kaggle learn free?")
    await server.posted(2)
    assert not [call for call in server.calls if call.method == "chat.update"]


async def test_a_deleted_direct_message_takes_its_answer_along(server: SlackServer) -> None:
    asked = await server.direct("how much is the google ml exam?")
    (answer,) = await server.posted()
    gone = {"subtype": "message_deleted", "deleted_ts": asked["event"]["ts"], "previous_message": asked["event"]}
    await server.deliver(event(message("", ADA, DIRECT, direct=True, **gone)))
    (deleted,) = await server.did(1, "chat.delete")
    assert (deleted.sent["channel"], deleted.sent["ts"]) == (DIRECT, answer.ts)


async def test_an_edit_that_overtakes_the_answer_waits_for_it(server: SlackServer) -> None:
    released = server.hold("chat.postMessage")
    asked = await server.direct("how much is the google ml exam?")
    await server.until(lambda: server.requests, lambda seen: "chat.postMessage" in seen)
    await edit(server, asked["event"], "how much is the databricks exam?")
    released.set()
    (corrected,) = await server.did(1, "chat.update")
    assert text_of(corrected.sent).startswith("Databricks ML Professional")


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
