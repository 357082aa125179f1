"""An interaction as the tests see it, and what is on a message."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from tests.discord_server.limits import BUTTON, EPHEMERAL, SELECT, TEXT, all_of

PATIENCE = 10.0
SEND, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
"""Types of a callback."""


@dataclass
class Interaction:
    """What somebody did, and how the bot answered it."""

    id: str
    token: str
    channel: str
    author: str
    below: dict[str, Any] | None = None
    """The message whose button it was."""
    callbacks: list[dict[str, Any]] = field(default_factory=list)
    message: dict[str, Any] | None = None
    """Its answer, once that is there."""
    further: list[dict[str, Any]] = field(default_factory=list)
    """What was sent behind the answer."""
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    expired: bool = False

    async def callback(self) -> dict[str, Any]:
        """The acknowledgement, once it has come: its type and data."""
        await asyncio.wait_for(self.acknowledged.wait(), PATIENCE)
        return self.callbacks[0]

    async def answer(self) -> dict[str, Any]:
        """The message that answers it, once it is there."""
        await asyncio.wait_for(self.answered.wait(), PATIENCE)
        assert self.message is not None
        return self.message

    async def text(self) -> str:
        """All texts of the answer, in order."""
        return text_of(await self.answer())

    async def is_private(self) -> bool:
        """Whether only the person sees it."""
        return bool((await self.answer())["flags"] & EPHEMERAL)

    async def form(self) -> dict[str, Any]:
        """The modal that answers it."""
        made = await self.callback()
        assert made["type"] == MODAL
        data: dict[str, Any] = made["data"]
        return data

    async def choices(self) -> list[dict[str, Any]]:
        """What it offers to somebody who types."""
        made = await self.callback()
        assert made["type"] == CHOICES
        offered: list[dict[str, Any]] = made["data"]["choices"]
        return offered


def texts_of(message: dict[str, Any]) -> list[str]:
    """All texts of a message, in order."""
    return [one["content"] for one in all_of(message.get("components") or []) if one["type"] == TEXT]


def text_of(message: dict[str, Any]) -> str:
    """The same as one."""
    return "\n".join(texts_of(message))


def buttons_of(message: dict[str, Any]) -> dict[str, str]:
    """Label -> custom id of a message's buttons."""
    found = [one for one in all_of(message.get("components") or []) if one["type"] == BUTTON]
    return {one["label"]: one["custom_id"] for one in found}


def menus_of(message: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Placeholder -> label -> value of a message's menus."""
    found = [one for one in all_of(message.get("components") or []) if one["type"] == SELECT]
    return {one["placeholder"]: {option["label"]: option["value"] for option in one["options"]} for one in found}
