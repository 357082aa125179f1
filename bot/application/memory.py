"""All that is kept, in this process's memory: enough for one process, and the fake for tests."""

from __future__ import annotations

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.application.ports import Stores

if TYPE_CHECKING:
    from bot.domain.feedback import Feedback
    from bot.domain.message import Session

EXPIRY = timedelta(minutes=15)
"""A pause after which people have changed the subject."""
CAPACITY = 10_000
"""Conversations kept; beyond, the one untouched for longest is forgotten."""
ACTION_EXPIRY = timedelta(days=1)
"""How long buttons work whose meaning is too long for them."""


class MemorySessions:
    """See ``bot.application.ports.SessionStore``."""

    def __init__(self, expiry: timedelta = EXPIRY, capacity: int = CAPACITY) -> None:
        self._expiry = expiry
        self._capacity = capacity
        self._sessions: OrderedDict[str, Session] = OrderedDict()

    def get(self, conversation: str, now: datetime) -> Session | None:
        """Give the session, unless it has expired."""
        session = self._sessions.get(conversation)
        if session is None or now - session.updated > self._expiry:
            return None
        return session

    def put(self, conversation: str, session: Session) -> None:
        """Remember a session."""
        self._sessions[conversation] = session
        self._sessions.move_to_end(conversation)
        if len(self._sessions) > self._capacity:
            self._sessions.popitem(last=False)

    def forget(self, person: str) -> int:
        """Forget every session of a person; returns how many there were."""
        theirs = [conversation for conversation in self._sessions if conversation.endswith(f":{person}")]
        for conversation in theirs:
            del self._sessions[conversation]
        return len(theirs)


class MemoryFeedback:
    """See ``bot.application.ports.FeedbackStore``; the oldest is forgotten beyond the capacity."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._kept: deque[Feedback] = deque(maxlen=capacity)

    def add(self, feedback: Feedback) -> None:
        """Remember it."""
        self._kept.append(feedback)

    def forget(self, person: str) -> int:
        """Forget all that a person gave; returns how much it was."""
        before = len(self._kept)
        kept = [one for one in self._kept if not one.conversation.endswith(f":{person}")]
        self._kept.clear()
        self._kept.extend(kept)
        return before - len(kept)

    def all(self) -> tuple[Feedback, ...]:
        """What is remembered, the oldest first."""
        return tuple(self._kept)


class MemoryActions:
    """See ``bot.application.ports.ActionStore``; beyond the capacity the one offered longest ago is forgotten."""

    def __init__(self, expiry: timedelta = ACTION_EXPIRY, capacity: int = CAPACITY) -> None:
        self._expiry = expiry
        self._capacity = capacity
        self._kept: OrderedDict[str, tuple[str, str, datetime]] = OrderedDict()

    def keep(self, key: str, text: str, conversation: str, now: datetime) -> None:
        """Keep it."""
        self._kept[key] = (text, conversation, now)
        self._kept.move_to_end(key)
        if len(self._kept) > self._capacity:
            self._kept.popitem(last=False)

    def find(self, key: str, now: datetime) -> str | None:
        """Give it, unless it has expired."""
        text, _, kept = self._kept.get(key, ("", "", now))
        return text if text and now - kept <= self._expiry else None

    def forget(self, person: str) -> int:
        """Forget what was offered to a person."""
        theirs = [key for key, (_, conversation, _) in self._kept.items() if conversation.endswith(f":{person}")]
        for key in theirs:
            del self._kept[key]
        return len(theirs)


def memory_stores() -> Stores:
    """Stores that are lost when the process ends."""
    return Stores(MemorySessions(), MemoryFeedback(), MemoryActions())
