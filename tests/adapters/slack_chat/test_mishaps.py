"""What goes wrong between Slack and the bot, and what becomes of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from tests.slack_server.modes import http_only
from tests.slack_server.payloads import ADA, MENTION, command, event, message, press, submission
from tests.slack_server.reading import buttons_of, text_of
from tests.slack_server.signing import SECRET

if TYPE_CHECKING:
    from bot.application.assistant import Assistant
    from tests.slack_server import SlackServer

pytestmark = pytest.mark.asyncio
BROKEN = "Something went wrong on my side, so I have no answer. Please try again in a moment."
QUESTION = f"{MENTION} how much is ai-102?"


@pytest.mark.usefixtures("bot")
async def test_an_event_that_slack_sends_again_is_answered_once(server: SlackServer) -> None:
    asked = await server.say(QUESTION)
    for _ in range(3):
        await server.deliver(asked)
    again = {**asked, "event_id": "Ev0EDITED"}  # editing a mention sends its message as another event
    await server.deliver(again)
    await server.direct("is kaggle learn free?")
    first, second = await server.posted(2)
    assert ("$165" in text_of(first.sent), "Kaggle" in text_of(second.sent)) == (True, True)


@pytest.mark.usefixtures("bot")
async def test_what_is_pressed_or_commanded_is_answered_once_too(server: SlackServer) -> None:
    given = command("/ask", "how much is ai-102?", ADA, "C0HALL", server.response_url())
    for _ in range(3):
        await server.deliver(given)
    pressed = press({"action_id": "certwise:press:x", "value": "v2:f811K;yqea"}, ADA, server.ephemeral())
    for _ in range(3):
        await server.deliver(pressed)
    await server.direct("is kaggle learn free?")
    await server.posted()
    assert len([call for call in server.calls if call.method == "respond"]) == 2


@pytest.mark.usefixtures("bot")
async def test_the_first_try_may_have_been_lost_so_a_retry_is_answered(server: SlackServer) -> None:
    retried = event(message(QUESTION, ADA, "C0HALL", direct=False)) | {"retry_num": 2, "retry_reason": "timeout"}
    await server.deliver(retried)
    assert "$165" in text_of((await server.posted())[0].sent)


@http_only
@pytest.mark.usefixtures("bot")
async def test_forged_and_stale_requests_are_refused(server: SlackServer) -> None:
    asked = event(message(QUESTION, ADA, "C0HALL", direct=False))
    assert (await server.request(asked, secret="another"))[0] == 401
    assert (await server.request(asked, age=301))[0] == 401
    assert (await server.request(asked, age=299))[0] == 200
    await server.posted()
    assert [call.method for call in server.calls] == ["auth.test", "chat.postMessage"]


@http_only
@pytest.mark.usefixtures("bot")
async def test_slack_is_told_that_the_address_is_right(server: SlackServer) -> None:
    assert await server.request({"type": "url_verification", "challenge": "abc"}) == (200, '{"challenge": "abc"}')


@http_only
@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"payload=%7B",
        b"\xff\xfe",
        b"payload=[]",
        b'{"type": 5, "event": []}',
        b'{"type": "event_callback", "event": {"user": 5}}',
        b'{"team": 5}',
        b'{"authorizations": 5}',
        b"[" * 100_000,
        b"x" * 2_000_000,
    ],
    ids=lambda body: body[:40].decode("latin-1"),
)
@pytest.mark.parametrize("secret", [SECRET, "another"])
async def test_what_is_no_request_of_slacks_is_refused_without_a_traceback(
    server: SlackServer, body: bytes, secret: str, caplog: pytest.LogCaptureFixture
) -> None:
    for kind in ("application/json", "application/x-www-form-urlencoded"):
        status, _ = await server.post_signed(body, kind, secret=secret)
        assert 400 <= status < 500
    assert "Traceback" not in caplog.text


@pytest.mark.usefixtures("bot")
async def test_a_rate_limit_is_waited_for_and_the_answer_is_not_doubled(server: SlackServer) -> None:
    server.fail_next("chat.postMessage", 429, retry_after=1)
    began = asyncio.get_running_loop().time()
    await server.say(QUESTION)
    await server.posted()
    assert asyncio.get_running_loop().time() - began >= 1
    assert server.requests.count("chat.postMessage") == 2


@pytest.mark.usefixtures("bot")
async def test_a_slack_that_breaks_gets_no_second_try_and_the_person_an_apology(
    server: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail_next("chat.postMessage", 500)
    await server.say(QUESTION)
    (sorry,) = await server.whispered()
    assert text_of(sorry.sent) == BROKEN
    assert sorry.sent["user"] == ADA
    assert server.requests.count("chat.postMessage") == 1
    assert "Slack refused an answer (internal_error)" in caplog.text
    await server.direct("is kaggle learn free?")
    assert "Kaggle" in text_of((await server.posted())[0].sent)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("reason", ["channel_not_found", "is_archived", "token_revoked"])
async def test_what_is_gone_is_one_line_in_the_log(
    server: SlackServer, caplog: pytest.LogCaptureFixture, reason: str
) -> None:
    server.fail_next("chat.postMessage", error=reason)
    await server.say(QUESTION)
    await server.direct("is kaggle learn free?")
    await server.posted()
    (line,) = [record for record in caplog.records if reason in record.getMessage()]
    assert line.exc_info is None
    assert not [call for call in server.calls if call.method == "chat.postEphemeral"]


@pytest.mark.usefixtures("bot")
async def test_a_thread_without_its_title_is_answered_all_the_same(
    server: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.fail_next("assistant.threads.setTitle", error="not_allowed")
    await server.direct("is kaggle learn free?")
    await server.posted()
    await server.until(lambda: server.requests, lambda seen: "assistant.threads.setTitle" in seen)
    await server.direct("how hard is ai-102?")
    await server.posted(2)
    assert "a thread got no title (not_allowed)" in caplog.text
    assert not [call for call in server.calls if call.method == "chat.postEphemeral"]


@pytest.mark.usefixtures("bot")
async def test_an_answer_that_was_never_written_is_neither_corrected_nor_removed(server: SlackServer) -> None:
    server.fail_next("chat.postMessage", 500)
    asked = await server.direct("how much is ai-102?")
    await server.whispered()
    changed = {"message": {**asked["event"], "text": "how hard is ai-102?"}, "previous_message": asked["event"]}
    await server.deliver(event(message("", ADA, "D0ADA", direct=True, subtype="message_changed", **changed)))
    gone = {"deleted_ts": asked["event"]["ts"], "previous_message": asked["event"]}
    await server.deliver(event(message("", ADA, "D0ADA", direct=True, subtype="message_deleted", **gone)))
    unknown = {"deleted_ts": "1600000000.000001"}
    await server.deliver(event(message("", ADA, "D0ADA", direct=True, subtype="message_deleted", **unknown)))
    await server.direct("is kaggle learn free?")
    await server.posted()
    assert not [call for call in server.calls if call.method in ("chat.update", "chat.delete")]


@pytest.mark.usefixtures("bot")
async def test_a_private_answer_that_cannot_be_shared_says_so(server: SlackServer) -> None:
    await server.command("/ask", "how much is ai-102?")
    (answer,) = await server.whispered()
    server.fail_next("respond", 404)
    server.fail_next("chat.postMessage", error="not_in_channel")
    await server.press(buttons_of(answer.sent)["Share in this channel"], where=server.ephemeral())
    told = (await server.whispered(2))[1]
    assert text_of(told.sent).startswith("I could not share it there")


@pytest.mark.usefixtures("bot")
async def test_a_response_url_that_is_used_up_is_made_up_for(server: SlackServer) -> None:
    server.fail_next("respond", 404)
    await server.command("/ask", "how much is ai-102?")
    (answer,) = await server.did(1, "chat.postEphemeral")
    assert "$165" in text_of(answer.sent)


class TestWithACoreThatBreaks:
    @pytest.fixture
    def assistant(self, assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> Assistant:
        def break_down(_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr(assistant, "reply", break_down)
        return assistant

    @pytest.mark.usefixtures("bot")
    async def test_the_person_is_told_in_private_and_the_operator_in_the_log(
        self, server: SlackServer, caplog: pytest.LogCaptureFixture
    ) -> None:
        await server.say(QUESTION)
        await server.command("/ask", "how much is ai-102?")
        told = await server.whispered(2)
        assert [text_of(one.sent) for one in told] == [BROKEN, BROKEN]
        assert [record.getMessage() for record in caplog.records] == ["an answer failed", "an answer failed"]

    @pytest.mark.usefixtures("bot")
    async def test_a_form_says_so_in_its_place(self, server: SlackServer) -> None:
        await server.command("/ask")
        form = (await server.did(1, "views.open"))[0].sent["view"]
        typed = {"certwise:type": {"certwise:type": {"value": "how hard is ai-102?"}}}
        answer = await server.deliver(submission({**form, "id": "V1"}, typed, ADA))
        assert text_of(answer["view"]) == BROKEN


@pytest.mark.usefixtures("bot")
async def test_no_secret_gets_into_the_log(server: SlackServer, caplog: pytest.LogCaptureFixture) -> None:
    server.fail_next("chat.postMessage", 500)
    server.fail_next("chat.postEphemeral", error="some_error")
    await server.say(f"{QUESTION} my secret is hunter2")
    await server.until(lambda: server.requests, lambda seen: "chat.postEphemeral" in seen)
    await server.direct("is kaggle learn free?")
    await server.posted()
    assert "xoxb-" not in caplog.text
    assert "xapp-" not in caplog.text
    assert "hunter2" not in caplog.text
