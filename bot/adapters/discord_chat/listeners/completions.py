"""What is offered while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord.app_commands import Choice

from bot.adapters.discord_chat.sending import offer

if TYPE_CHECKING:
    import discord

    from bot.adapters.discord_chat.core_thread import CoreThread

    Interaction = discord.Interaction[Any]

LONGEST_CHOICE = 100


class Completions:
    """What each option offers; whatever else is typed arrives all the same."""

    def __init__(self, core: CoreThread) -> None:
        self._core = core

    async def anything(self, interaction: Interaction, typed: str) -> None:
        """Questions and certifications: what is picked opens just that."""
        await _offer(interaction, await self._core.complete(typed))

    async def certifications(self, interaction: Interaction, typed: str) -> None:
        """Certifications, by their ids."""
        found = await self._core.complete_certification(typed)
        await _offer(interaction, [(card.name, card.id) for card in found])

    async def vendors(self, interaction: Interaction, typed: str) -> None:
        """Vendors that have something reviewed, by their ids."""
        found = await self._core.complete_vendor(typed)
        await _offer(interaction, [(vendor.name, vendor.id) for vendor in found])


async def _offer(interaction: Interaction, found: list[tuple[str, str]]) -> None:
    await offer(interaction, [Choice(name=name[:LONGEST_CHOICE], value=text) for name, text in found])
