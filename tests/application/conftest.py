"""Fixtures of the tests that talk to the repository's own knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.application.voice import Voice
from tests.application.conversing import LATER, Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant


@pytest.fixture
def assistant(own_assistant: Callable[[], Assistant]) -> Assistant:
    return own_assistant()


@pytest.fixture
def voice(assistant: Assistant) -> Voice:
    return Voice(assistant.knowledge, assistant.adviser, LATER)


@pytest.fixture
def ada(assistant: Assistant) -> Person:
    return Person(assistant)


@pytest.fixture
def bob(assistant: Assistant) -> Person:
    return Person(assistant)
