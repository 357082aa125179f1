"""The command tree: hands on what people type and choose, and answers what it does not know."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.adapters.discord_chat.rendering import render_text
from bot.adapters.discord_chat.sending import offer, respond_aside
from bot.adapters.discord_chat.wording import UNKNOWN_COMMAND

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.adapters.discord_chat.guard import Guard

    Interaction = discord.Interaction[Any]
    Complete = Callable[[Interaction, str], Awaitable[None]]

log = logging.getLogger(__name__)
ANYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
FOR_ANYBODY = app_commands.AppInstallationType(guild=True, user=True)


class Tree(app_commands.CommandTree[Any]):
    """Completes by itself: where that fails, or is late, the library would log all of its own ways."""

    def __init__(self, client: discord.Client, guard: Guard) -> None:
        super().__init__(client, allowed_contexts=ANYWHERE, allowed_installs=FOR_ANYBODY)
        self._guard = guard
        self._completers: dict[tuple[str, str], Complete] = {}

    def completes(self, command: app_commands.Command[Any, ..., Any], option: str, complete: Complete) -> None:
        """Have an option of a command offer something while somebody types."""
        command.autocomplete(option)(_told_by_the_tree)
        self._completers[command.name, option] = complete

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """See CommandTree: whether the library is to go on with it."""
        if interaction.type is not discord.InteractionType.autocomplete:
            return True
        await self._guard.completion(interaction, self._complete)
        return False

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """What the library could not hand on: a command or an option of another release; handlers fail elsewhere."""
        log.warning("a command is not known as it was used (%s); certwise sync-commands registers them", error)
        await self._guard.interaction(interaction, lambda it: respond_aside(it, render_text(UNKNOWN_COMMAND)))

    async def _complete(self, interaction: Interaction) -> None:
        data: Any = interaction.data or {}
        typed: dict[str, Any] = next((option for option in data.get("options") or () if option.get("focused")), {})
        complete = self._completers.get((str(data.get("name")), str(typed.get("name"))))
        if complete is None:
            await offer(interaction, [])
        else:
            await complete(interaction, str(typed.get("value") or ""))


async def _told_by_the_tree(_: Interaction, __: str) -> list[app_commands.Choice[str]]:
    """Stands for the tree: the library asks for one before it tells Discord that an option completes."""
    return []
