"""Buttons that carry in their id what they ask for; the client's handler answers them."""

from __future__ import annotations

import re
from typing import Any, Protocol, cast

import discord
from discord import ui

ANY_RELEASE = re.compile(r"v\d+:.*", re.DOTALL)
"""Ids of this bot's buttons: what is not of this release is answered politely."""


class Pressed(Protocol):
    """What the client does when a button is pressed."""

    async def pressed(self, interaction: discord.Interaction[Any], text: str) -> None:
        """Answer it; ``text`` is what it carries."""
        ...


class AnswerButton(ui.DynamicItem[ui.Button[Any]], template=ANY_RELEASE):
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
        await client.pressed(interaction, self.custom_id)
