"""Which answer belongs to which question of a direct message, so that it can be corrected or removed with it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field

REMEMBERED = 2_000
"""Questions; beyond, the oldest is forgotten."""
Key = tuple[str, str, str]
"""Workspace, channel and timestamp of a question."""


@dataclass(slots=True)
class Answer:
    """The answer to one question."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while it is written, corrected or removed: an edit may arrive before the answer is out."""
    timestamp: str = ""
    """Of the message that holds it; empty while there is none."""


class AnswerLog:
    """Answers by their questions, in the memory of this process."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Key, Answer] = OrderedDict()

    def begin(self, key: Key) -> Answer:
        """The answer to a question that was just asked."""
        answer = self._answers[key] = Answer()
        if len(self._answers) > REMEMBERED:
            self._answers.popitem(last=False)
        return answer

    def find(self, key: Key) -> Answer | None:
        """The answer to a question; None where it is not known any more, or never was."""
        return self._answers.get(key)
