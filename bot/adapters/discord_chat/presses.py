"""What each button does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import discord

from bot.application.reacting import ASIDES
from bot.domain.actions import Share

if TYPE_CHECKING:
    from bot.adapters.discord_chat.client import CertwiseBot


async def answer_press(bot: CertwiseBot, interaction: discord.Interaction[Any], text: str) -> None:
    """Answer a button: in public where it shares something, or stands below a public answer and asks something new."""
    action = await bot.in_core(partial(bot.core.texts.read, text, discord.utils.utcnow()))
    private = isinstance(action, ASIDES) or (_is_private(interaction) and not isinstance(action, Share))
    view = await bot.answer(action, interaction.channel_id or 0, interaction.user.id, private=private)
    await interaction.response.send_message(view=view, ephemeral=private)


def _is_private(interaction: discord.Interaction[Any]) -> bool:
    return interaction.message is not None and interaction.message.flags.ephemeral
