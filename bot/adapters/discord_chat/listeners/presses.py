"""Buttons and menus: each carries what it asks for, so it works for anybody, after a restart and a new release."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.adapters.discord_chat.answering import is_private
from bot.adapters.discord_chat.core_thread import Query
from bot.adapters.discord_chat.forms import follow_up_form
from bot.adapters.discord_chat.places import place_of_interaction
from bot.adapters.discord_chat.rendering import question_shown
from bot.adapters.discord_chat.sending import open_form
from bot.application.reacting import ASIDES
from bot.domain.actions import Browse, FollowUp, Share

if TYPE_CHECKING:
    from bot.adapters.discord_chat.answering import Answering
    from bot.adapters.discord_chat.core_thread import CoreThread

    Interaction = discord.Interaction[Any]


class Presses:
    """What buttons and menus do."""

    def __init__(self, core: CoreThread, answering: Answering) -> None:
        self._core = core
        self._answering = answering

    async def pressed(self, interaction: Interaction) -> None:
        """One of them: answered where it stands, in public only below what is public, or where it shares something.

        Another part of a list takes the place of the one before, but never of what others are reading.
        """
        text = _carried(interaction)
        action = await self._core.read(text)
        if isinstance(action, FollowUp):
            await open_form(interaction, follow_up_form(text))
        elif isinstance(action, Share):
            await self._answering.share(interaction, action, _question_above(interaction))
        elif isinstance(action, Browse) and action.page:
            alone = is_private(interaction) or place_of_interaction(interaction).direct
            await (self._answering.in_place if alone else self._answering.aside)(interaction, action)
        elif isinstance(action, ASIDES):
            await self._answering.aside(interaction, action)
        else:
            await self._answering.below(interaction, Query(action))


def _carried(interaction: Interaction) -> str:
    """The text of the button, or of the option that was picked."""
    data: Any = interaction.data or {}
    picked = data.get("values") or ()
    return str(picked[0] if picked else data.get("custom_id") or "")


def _question_above(interaction: Interaction) -> str:
    """The question that a private answer repeats."""
    components = interaction.message.components if interaction.message else []
    texts = (one.content for one in components if isinstance(one, discord.TextDisplay))
    return next(filter(None, map(question_shown, texts)), "")
