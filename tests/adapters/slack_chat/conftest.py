"""The real Bolt app, talking to a Slack of the tests' own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.settings import SlackSettings
from tests.slack_server import SlackServer
from tests.slack_server.running import Running, platform_of, running
from tests.slack_server.server import APP_TOKEN
from tests.slack_server.signing import SECRET
from tests.slack_server.workspaces import TOKEN
from tests.threads import refuse_event_loop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from bot.application.assistant import Assistant


@pytest_asyncio.fixture
async def server() -> AsyncIterator[SlackServer]:
    """A Slack whose limits nobody may exceed."""
    async with SlackServer() as made:
        yield made
    assert made.violations == []


@pytest.fixture
def thread() -> Iterator[ThreadPoolExecutor]:
    """The one in which the core is asked."""
    with ThreadPoolExecutor(1) as made:
        yield made


@pytest.fixture
def assistant(own_assistant: Callable[[], Assistant]) -> Assistant:
    """With a memory of its own."""
    return refuse_event_loop(own_assistant())


@pytest.fixture
def http_settings(server: SlackServer) -> SlackSettings:
    return SlackSettings(bot_token=TOKEN, signing_secret=SECRET, api_base=server.api_base)


@pytest.fixture
def socket_settings(server: SlackServer) -> SlackSettings:
    return SlackSettings(bot_token=TOKEN, app_token=APP_TOKEN, api_base=server.api_base)


@pytest_asyncio.fixture(params=["HTTP mode", "Socket Mode"])
async def bot(
    request: pytest.FixtureRequest,
    server: SlackServer,
    http_settings: SlackSettings,
    socket_settings: SlackSettings,
    assistant: Assistant,
    thread: ThreadPoolExecutor,
    unused_tcp_port: int,
) -> AsyncIterator[Running]:
    """The bot in both modes, with one token."""
    settings = http_settings if request.param == "HTTP mode" else socket_settings
    async with running(server, platform_of(assistant, settings, thread), unused_tcp_port) as made:
        yield made
