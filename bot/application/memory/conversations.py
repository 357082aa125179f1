"""What is kept of conversations, in this process's memory."""

from __future__ import annotations

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING

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
        return None if self._is_over(conversation, now) else self._sessions[conversation]

    def put(self, conversation: str, session: Session) -> None:
        """Remember a session."""
        self._sessions[conversation] = session
        self._sessions.move_to_end(conversation)
        while len(self._sessions) > self._capacity or self._is_over(next(iter(self._sessions)), session.updated):
            self._sessions.popitem(last=False)

    def forget(self, person: str) -> int:
        """Forget every session of a person; returns how many there were."""
        theirs = [conversation for conversation in self._sessions if conversation.endswith(f":{person}")]
        for conversation in theirs:
            del self._sessions[conversation]
        return len(theirs)

    def _is_over(self, conversation: str, now: datetime) -> bool:
        session = self._sessions.get(conversation)
        return session is None or now - session.updated > self._expiry


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
    """See ``bot.application.ports.ActionStore``; beyond the capacity the one offered longest ago is forgotten.

    Several threads may use it: buttons are laid out where a platform's library wants it, not where replies are made.
    """

    def __init__(self, expiry: timedelta = ACTION_EXPIRY, capacity: int = CAPACITY) -> None:
        self._expiry = expiry
        self._capacity = capacity
        self._kept: OrderedDict[str, tuple[str, str, datetime]] = OrderedDict()
        self._lock = Lock()

    def keep(self, key: str, text: str, conversation: str, now: datetime) -> None:
        """Keep it."""
        with self._lock:
            self._kept[key] = (text, conversation, now)
            self._kept.move_to_end(key)
            while len(self._kept) > self._capacity or now - next(iter(self._kept.values()))[2] > self._expiry:
                self._kept.popitem(last=False)

    def find(self, key: str, now: datetime) -> str | None:
        """Give it, unless it has expired."""
        text, _, kept = self._kept.get(key, ("", "", now))
        return text if text and now - kept <= self._expiry else None

    def all(self, now: datetime) -> list[tuple[str, str, str, datetime]]:
        """Key, text, conversation and time of each that has not expired, the oldest first."""
        with self._lock:
            return [(key, *kept) for key, kept in self._kept.items() if now - kept[2] <= self._expiry]

    def forget(self, person: str) -> int:
        """Forget what was offered to a person."""
        with self._lock:
            theirs = [key for key, (_, conversation, _) in self._kept.items() if conversation.endswith(f":{person}")]
            for key in theirs:
                del self._kept[key]
        return len(theirs)
