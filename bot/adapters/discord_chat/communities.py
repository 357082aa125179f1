"""What moderators have chosen for their servers, and who may choose."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import discord

from bot.domain.community import AS_IT_COMES

if TYPE_CHECKING:
    from bot.adapters.discord_chat.places import Place
    from bot.application.ports import CommunityStore
    from bot.domain.community import CommunityChoices


class Communities:
    """Read and written beside the event loop."""

    def __init__(self, store: CommunityStore) -> None:
        """Several threads use the ``store``."""
        self._store = store

    async def find(self, place: Place) -> CommunityChoices:
        """What was chosen for the server of a place."""
        return await asyncio.to_thread(self._store.find, place.community) if place.community else AS_IT_COMES

    async def save(self, place: Place, choices: CommunityChoices) -> None:
        """Keep what was chosen; raises OSError where it cannot be kept."""
        await asyncio.to_thread(self._store.save, place.community, choices)


def may_manage(interaction: discord.Interaction[Any]) -> bool:
    """Whether a person may manage the server: Discord tells it with whatever they do there."""
    return interaction.guild_id is not None and interaction.permissions.manage_guild


def may_choose(interaction: discord.Interaction[Any], choices: CommunityChoices) -> bool:
    """Whether a person may change the choices: whoever manages the server, or has a moderator's role."""
    member = interaction.user
    roles = {str(role.id) for role in member.roles} if isinstance(member, discord.Member) else set()
    return may_manage(interaction) or not roles.isdisjoint(choices.moderators)
