"""Socket Mode: connections that close, fall silent or go deaf."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.adapters.slack_chat.failures import SlackError
from tests.slack_server.payloads import MENTION
from tests.slack_server.reading import text_of

if TYPE_CHECKING:
    from tests.slack_server import SlackServer
    from tests.slack_server.running import Running


pytestmark = [pytest.mark.asyncio, pytest.mark.parametrize("bot", ["Socket Mode"], indirect=True)]
QUESTION = f"{MENTION} how much is ai-102?"


@pytest.mark.usefixtures("bot")
async def test_a_closed_socket_is_opened_again(server: SlackServer) -> None:
    await server.socket.drop()
    await server.until(lambda: server.socket.open, bool)
    await server.say(QUESTION)
    assert "$165" in text_of((await server.posted())[0].sent)


@pytest.mark.usefixtures("bot")
async def test_slack_may_ask_for_another_connection(server: SlackServer) -> None:
    await server.socket.open[0].send_json({"type": "disconnect", "reason": "refresh_requested"})
    await server.until(lambda: server.socket.connected, lambda number: number == 2)
    await server.until(lambda: server.socket.open, lambda found: len(found) == 1)
    await server.say(QUESTION)
    assert "$165" in text_of((await server.posted())[0].sent)


@pytest.mark.usefixtures("bot")
async def test_a_silent_socket_is_noticed_and_rebuilt(server: SlackServer) -> None:
    server.socket.silent = True
    await server.until(lambda: server.socket.connected, lambda number: number > 1)
    server.socket.silent = False
    await server.until(lambda: server.socket.open, bool)
    await server.say(QUESTION)
    assert "$165" in text_of((await server.posted())[0].sent)


async def test_a_socket_that_the_library_takes_for_healthy_is_rebuilt_all_the_same(
    server: SlackServer, bot: Running, caplog: pytest.LogCaptureFixture
) -> None:
    deafen(bot)
    await server.until(lambda: server.socket.connected, lambda number: number == 2)
    assert "connecting anew" in caplog.text
    await server.until(lambda: server.socket.open, lambda found: len(found) == 1)
    await server.say(QUESTION)
    assert "$165" in text_of((await server.posted())[0].sent)


def deafen(bot: Running) -> None:
    """Stop the tasks that would hear Slack; the connection stays open."""
    assert bot.platform.link
    assert bot.platform.link.handler
    client = bot.platform.link.handler.client
    for task in (client.current_session_monitor, client.message_receiver):
        assert task
        task.cancel()


async def test_a_socket_that_cannot_be_rebuilt_ends_the_bot_with_an_error(server: SlackServer, bot: Running) -> None:
    for _ in range(3):
        server.fail_next("apps.connections.open", error="internal_error")
    deafen(bot)
    with pytest.raises(SlackError, match="internal_error"):
        await bot.task
