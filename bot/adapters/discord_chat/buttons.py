"""Buttons that carry their meaning in their id; the client's handler answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

import discord
from discord import ui

from bot.adapters.discord_chat.custom_ids import OTHER, read_custom_id

if TYPE_CHECKING:
    import re

    from bot.adapters.discord_chat.custom_ids import Press


class Pressed(Protocol):
    """What the client does when a button is pressed."""

    async def pressed(self, interaction: discord.Interaction[Any], press: Press | None) -> None:
        """Answer it; ``press`` is None for a button of another release."""
        ...


class AnswerButton(ui.DynamicItem[ui.Button[Any]], template=OTHER):
    """Any button of this bot, of whatever release."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], _match: re.Match[str], /
    ) -> AnswerButton:
        """Made anew when somebody presses one on an old message."""
        return cls(cast("ui.Button[Any]", item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand it to the client."""
        client = cast("Pressed", interaction.client)
        await client.pressed(interaction, read_custom_id(self.custom_id))
