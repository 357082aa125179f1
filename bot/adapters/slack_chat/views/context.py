"""What a modal remembers of where it was opened; Slack keeps it with the modal."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.adapters.slack_chat.incoming import Incoming


@dataclass(frozen=True, slots=True)
class ViewContext:
    """Where a modal was opened."""

    channel: str = ""
    """Id; empty in the App Home, where nothing can be shared."""
    response_url: str = ""
    """Of the command that opened it, by which an answer can be shared where the bot is no member."""

    @property
    def written(self) -> str:
        """As a modal carries it."""
        return json.dumps([self.channel, self.response_url])


def context_of(view: dict[str, Any]) -> ViewContext:
    """What a modal carries; nothing is known where another release wrote it otherwise."""
    try:
        parts = json.loads(view.get("private_metadata") or "[]")
    except ValueError:
        return ViewContext()
    if not isinstance(parts, list) or len(parts) != len(ViewContext.__slots__):
        return ViewContext()
    return ViewContext(*(str(part) for part in parts))


def context_here(incoming: Incoming) -> ViewContext:
    """Where a command or a button opens a modal."""
    return ViewContext(incoming.place.channel, incoming.response_url)
