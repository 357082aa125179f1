"""A core that takes its time: what is acknowledged meanwhile, and what a shutdown waits for."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import pytest

from tests.slack_server.modes import http_only, socket_only
from tests.slack_server.payloads import ADA, MENTION, event, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.application.assistant import Assistant
    from tests.slack_server import SlackServer
    from tests.slack_server.running import Running


pytestmark = pytest.mark.asyncio
QUESTION = f"{MENTION} how much is ai-102?"


@pytest.fixture
def released(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The core answers only once it is set."""
    event_set, answer = threading.Event(), assistant.reply

    def wait(asked: Any) -> Any:
        assert event_set.wait(20)
        return answer(asked)

    monkeypatch.setattr(assistant, "reply", wait)
    yield event_set
    event_set.set()


@pytest.mark.usefixtures("bot")
async def test_everything_is_acknowledged_before_the_core_is_asked(
    server: SlackServer, released: threading.Event
) -> None:
    await server.say(QUESTION)
    await server.direct("how hard is ai-102?")
    await server.command("/ask", "how much is ai-102?")
    assert {call.method for call in server.calls} <= {"auth.test", "apps.connections.open"}
    released.set()
    await server.posted(2)
    await server.whispered()


@http_only
async def test_a_shutdown_finishes_what_is_in_flight_and_takes_nothing_new(
    server: SlackServer, bot: Running, released: threading.Event
) -> None:
    await server.say(QUESTION)
    await begin_to_stop(bot)
    late = event(message(QUESTION, ADA, "C0HALL", direct=False))
    assert (await server.request(late))[0] == 503
    assert (await server.get("/readyz")).status == 503
    released.set()
    await bot.task
    assert len([call for call in server.calls if call.method == "chat.postMessage"]) == 1


@socket_only
async def test_likewise_in_socket_mode_where_slack_sends_it_to_another_connection(
    server: SlackServer, bot: Running, released: threading.Event
) -> None:
    await server.say(QUESTION)
    await begin_to_stop(bot)
    late = asyncio.create_task(server.say(QUESTION))
    released.set()
    await bot.task
    assert not late.done()
    late.cancel()
    assert len([call for call in server.calls if call.method == "chat.postMessage"]) == 1


async def begin_to_stop(bot: Running) -> None:
    """Tell it to stop, and wait until it takes nothing new."""
    bot.stopped.set()
    while bot.platform.ready:
        await asyncio.sleep(0)
