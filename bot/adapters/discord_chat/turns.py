"""Takes what happens to one question in turn: an edit or a deletion may arrive before its answer is out."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@dataclass(slots=True)
class Turn:
    """What is being done about one question."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    users: int = 0
    deleted: bool = False
    """Whether the question is gone, so that no answer need be sent."""


class Turns:
    """The questions about which something is being done, by the keys of their messages."""

    def __init__(self) -> None:
        self._turns: dict[str, Turn] = {}

    @asynccontextmanager
    async def take(self, question: str) -> AsyncIterator[Turn]:
        """Wait for what is being done about a question, then have one's turn."""
        turn = self._turns.setdefault(question, Turn())
        turn.users += 1
        try:
            async with turn.lock:
                yield turn
        finally:
            turn.users -= 1
            if not turn.users:
                del self._turns[question]

    def mark_deleted(self, question: str) -> None:
        """Spare whoever is at it the sending."""
        if turn := self._turns.get(question):
            turn.deleted = True
