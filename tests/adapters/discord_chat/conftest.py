"""A real discord.py client, talking to a Discord of the tests' own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.application.assistant import Assistant
from bot.application.memory import MemoryFeedback, memory_platform_stores, memory_stores
from tests.discord_server import DiscordServer
from tests.discord_server.running import addresses_of, connected
from tests.threads import refuse_event_loop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.adapters.discord_chat.client import CertwiseBot
    from bot.application.ports import PlatformStores
    from bot.domain.draft import Draft
    from bot.nlu.understander import Understander


@pytest_asyncio.fixture
async def server() -> AsyncIterator[DiscordServer]:
    """A Discord whose limits nobody may exceed."""
    async with DiscordServer() as made:
        with addresses_of(made):
            yield made
    assert made.violations == []


@pytest.fixture
def feedback() -> MemoryFeedback:
    """What people thought of answers."""
    return MemoryFeedback()


@pytest.fixture
def assistant(own_draft: Draft, own_understander: Understander, feedback: MemoryFeedback) -> Assistant:
    """The core, which fails where it is asked on the event loop."""
    kept = replace(memory_stores(), feedback=feedback)
    return refuse_event_loop(Assistant(own_draft.knowledge, own_understander, kept))


@pytest.fixture
def stores() -> PlatformStores:
    """What is kept of Discord."""
    return memory_platform_stores()


@pytest_asyncio.fixture
async def bot(server: DiscordServer, assistant: Assistant, stores: PlatformStores) -> AsyncIterator[CertwiseBot]:
    """The bot, connected."""
    async with connected(server, assistant, stores) as made:
        yield made
