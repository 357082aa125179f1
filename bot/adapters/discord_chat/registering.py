"""Registers the commands with Discord, where they are not as they were registered last."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any

import discord

if TYPE_CHECKING:
    from discord import app_commands

    from bot.application.ports import RegistrationLog

    Tree = app_commands.CommandTree[Any]

log = logging.getLogger(__name__)


async def register_if_changed(tree: Tree, application: int, registrations: RegistrationLog) -> None:
    """Register all commands unless just these were registered last: Discord allows 200 new ones a day and server.

    Where that fails it is a line in the log, and everything else works.
    """
    wanted = digest_of(tree)
    if await asyncio.to_thread(registrations.find, str(application)) == wanted:
        return
    try:
        await register(tree, application, registrations)
    except (discord.DiscordException, OSError) as error:
        log.error(  # noqa: TRY400 - the message says it all
            "the slash commands could not be registered (%s); mentions and messages work, and so do commands that were "
            "registered before; run certwise sync-commands later",
            _brief(error),
        )


async def register(tree: Tree, application: int, registrations: RegistrationLog) -> list[str]:
    """Register all commands in any case; gives their names. Raises discord.HTTPException."""
    registered = [command.name for command in await tree.sync()]
    try:
        await asyncio.to_thread(registrations.save, str(application), digest_of(tree))
    except OSError as error:
        log.warning("it can't be kept which commands are registered (%s): each start does it again", error.strerror)
    log.info("registered the commands %s", ", ".join(registered))
    return registered


def digest_of(tree: Tree) -> str:
    """Tells the commands, with all that Discord is told of them, from others."""
    commands = [
        *tree.get_commands(type=discord.AppCommandType.chat_input),
        *tree.get_commands(type=discord.AppCommandType.message),
    ]
    told = sorted(json.dumps(command.to_dict(tree), sort_keys=True) for command in commands)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _brief(error: Exception) -> str:
    if isinstance(error, discord.HTTPException):
        return f"{error.status}, code {error.code}"
    return str(error) or type(error).__name__
