"""Actions as the short texts that buttons carry: they work for anybody, after a restart and after a new release."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.application.action_texts.forms import action_part
from bot.domain.fallbacks import DeclinePress

if TYPE_CHECKING:
    from datetime import datetime

    from bot.application.ports import ActionStore
    from bot.domain.actions import Action
    from bot.domain.knowledge import Knowledge

__all__ = ["LONGEST", "LONGEST_READ", "VERSION", "ActionTexts", "Writer"]

VERSION = "v2:"
"""Begins each text; another way of writing needs another one."""
KEPT = "~"
"""Begins the key of what is kept, behind the version."""
LONGEST = 100
"""Characters; what a button can carry anywhere. Discord's limit."""
LONGEST_READ = 2_000
"""Characters of what any platform's button can carry; nothing longer is read. Slack's limit."""
KEY_LENGTH = 32


class ActionTexts:
    """Writes and reads actions about one knowledge base."""

    def __init__(self, knowledge: Knowledge, kept: ActionStore) -> None:
        self._action = action_part(knowledge)
        self._kept = kept

    def write(self, action: Action, conversation: str, now: datetime, longest: int = LONGEST) -> str:
        """At most ``longest`` characters; an action too long for that is kept for a while, for whom it is offered to.

        ``longest`` is from LONGEST to LONGEST_READ, by what a button of the platform can carry.
        """
        text = f"{VERSION}{self._action.write(action)}"
        if len(text) <= longest:
            return text
        key = hashlib.sha256(f"{conversation}\n{text}".encode()).hexdigest()[:KEY_LENGTH]
        self._kept.keep(key, text, conversation, now)
        return f"{VERSION}{KEPT}{key}"

    def writer(self, conversation: str, now: datetime) -> Writer:
        """Writes what is offered to somebody at some time."""
        return Writer(self, conversation, now)

    def length(self, action: Action) -> int:
        """How many characters an action takes, however many a button can carry."""
        return len(VERSION) + len(self._action.write(action))

    def read(self, text: str, now: datetime) -> Action:
        """The action of any text; where it can't be read, or is no longer kept, one that says so."""
        if text.startswith(f"{VERSION}{KEPT}"):
            kept = self._kept.find(text.removeprefix(f"{VERSION}{KEPT}"), now)
            return self._read(kept) if kept else DeclinePress(expired=True)
        return self._read(text) if len(text) <= LONGEST_READ else DeclinePress(expired=False)

    def _read(self, text: str) -> Action:
        if not text.startswith(VERSION):
            return DeclinePress(expired=False)
        try:
            return self._action.read(text.removeprefix(VERSION))
        except (ValueError, RecursionError):  # the second: brackets in brackets, as only a forger writes them
            return DeclinePress(expired=False)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the actions that are offered to one person with one reply; see ``ActionTexts.write``."""

    texts: ActionTexts
    conversation: str
    now: datetime
    longest: int = LONGEST

    def write(self, action: Action) -> str:
        """At most ``longest`` characters."""
        return self.texts.write(action, self.conversation, self.now, self.longest)

    def length(self, action: Action) -> int:
        """How many it takes by itself, without being kept."""
        return self.texts.length(action)
