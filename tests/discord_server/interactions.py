"""An interaction as the tests see it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from tests.discord_server.limits import EPHEMERAL, TEXT

PATIENCE = 5.0


@dataclass
class Interaction:
    """What somebody did, and how the bot answered it."""

    id: str
    token: str
    callbacks: list[dict[str, Any]] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    expired: bool = False

    async def answer(self) -> dict[str, Any]:
        """The callback, once it has come: its type and data."""
        await asyncio.wait_for(self.answered.wait(), PATIENCE)
        return self.callbacks[0]

    async def text(self) -> str:
        """All texts of the answer, in order."""
        return text_of((await self.answer())["data"])

    async def is_private(self) -> bool:
        """Whether only the person sees it."""
        return bool((await self.answer())["data"].get("flags", 0) & EPHEMERAL)


def text_of(message: dict[str, Any]) -> str:
    """All texts of a message, in order."""
    return "\n".join(one["content"] for one in message.get("components") or [] if one["type"] == TEXT)


def buttons_of(message: dict[str, Any]) -> dict[str, str]:
    """Label -> custom id of a message's buttons."""
    rows = [one for one in message.get("components") or [] if one["type"] == 1]
    return {one["label"]: one["custom_id"] for row in rows for one in row["components"]}
