"""Has what happens to one question wait for its turn: an edit or a deletion may arrive before its answer is out."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@dataclass(slots=True)
class QuestionLock:
    """What is being done about one question."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0
    deleted: bool = False
    """Whether the question is gone, so that no answer need be sent."""


class QuestionLocks:
    """The questions about which something is being done, by the keys of their messages."""

    def __init__(self) -> None:
        self._locks: dict[str, QuestionLock] = {}

    @asynccontextmanager
    async def hold(self, question: str) -> AsyncIterator[QuestionLock]:
        """Wait for what is being done about a question, and keep others waiting."""
        held = self._locks.setdefault(question, QuestionLock())
        held.users += 1
        try:
            async with held.lock:
                yield held
        finally:
            held.users -= 1
            if not held.users:
                del self._locks[question]

    def mark_deleted(self, question: str) -> None:
        """Spare whoever is at it the sending."""
        if held := self._locks.get(question):
            held.deleted = True
