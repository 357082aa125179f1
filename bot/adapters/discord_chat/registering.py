"""Registers the commands with Discord, where they are not as they were registered last."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any

import discord

from bot.adapters.discord_chat.failures import brief
from bot.adapters.discord_chat.translations import CommandTranslator

if TYPE_CHECKING:
    from discord import app_commands

    from bot.application.ports import RegistrationLog

    Tree = app_commands.CommandTree[Any]

log = logging.getLogger(__name__)


async def register_if_changed(tree: Tree, application: int, registrations: RegistrationLog) -> None:
    """Register all commands unless just these were registered last: Discord allows 200 new ones a day and server.

    Where that fails it is a line in the log, and everything else works.
    """
    wanted = await digest_of(tree)
    if await asyncio.to_thread(registrations.find, str(application)) == wanted:
        return
    try:
        await register(tree, application, registrations)
    except (discord.DiscordException, OSError) as error:
        log.error(  # noqa: TRY400 - the message says it all
            "the slash commands could not be registered (%s); mentions and messages work, and so do commands that were "
            "registered before; run certwise sync-commands later",
            brief(error),
        )


async def register(tree: Tree, application: int, registrations: RegistrationLog) -> list[str]:
    """Register all commands in any case; gives their names. Raises discord.HTTPException."""
    registered = [command.name for command in await tree.sync()]
    try:
        await asyncio.to_thread(registrations.save, str(application), await digest_of(tree))
    except OSError as error:
        log.warning("it can't be kept which commands are registered (%s): each start does it again", error.strerror)
    log.info("registered the commands %s", ", ".join(registered))
    return registered


async def digest_of(tree: Tree) -> str:
    """Tells the commands, with all that Discord is told of them, from others."""
    commands = [
        *tree.get_commands(type=discord.AppCommandType.chat_input),
        *tree.get_commands(type=discord.AppCommandType.message),
    ]
    payloads = [await command.get_translated_payload(tree, CommandTranslator()) for command in commands]
    told = sorted(json.dumps(payload, sort_keys=True) for payload in payloads)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
