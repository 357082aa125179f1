"""``certwise sync-commands``: register the slash commands with Discord."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.application.platforms import PlatformError
from bot.cli.main import UnusableError
from bot.cli.opening import open_assistant
from bot.cli.platforms import installed
from bot.settings import read_discord_settings, state_folder

if TYPE_CHECKING:
    from argparse import Namespace


def run(_: Namespace) -> int:
    """Register, and say what."""
    settings = read_discord_settings()
    with installed("Discord", "discord.py"):
        from bot.adapters.discord_chat.running import sync_commands  # noqa: PLC0415 - its library is optional
    from bot.bootstrap import open_discord_stores  # noqa: PLC0415 - half a second, see bot.cli.opening

    assistant = open_assistant(datetime.now(UTC).date())
    stores = open_discord_stores(assistant, settings, state_folder())
    try:
        names = asyncio.run(sync_commands(assistant, settings, stores))
    except PlatformError as error:
        raise UnusableError(str(error)) from None
    print(f"{len(names)} commands registered: {', '.join(sorted(names))}. Discord shows them within a minute.")
    return 0
