"""``certwise discord``: answer on Discord."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.cli.main import UnusableError
from bot.cli.opening import open_assistant
from bot.settings import read_discord_settings

if TYPE_CHECKING:
    from argparse import Namespace
    from types import ModuleType

    from bot.settings import DiscordSettings


def run(_: Namespace) -> int:
    """Answer until told to stop."""
    settings = read_discord_settings()
    running = adapter()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    assistant = open_assistant(datetime.now(UTC).date())
    try:
        asyncio.run(running.run_bot(assistant, settings))
    except running.DiscordError as error:
        raise UnusableError(str(error)) from None
    return 0


def sync(settings: DiscordSettings) -> list[str]:
    """Register the commands; gives their names."""
    running = adapter()
    assistant = open_assistant(datetime.now(UTC).date())
    try:
        names: list[str] = asyncio.run(running.sync_commands(assistant, settings))
    except running.DiscordError as error:
        raise UnusableError(str(error)) from None
    return names


def adapter() -> ModuleType:
    """The adapter, whose library is an extra."""
    try:
        from bot.adapters.discord_chat import running  # noqa: PLC0415 - its library is optional
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] != "discord":
            raise
        raise UnusableError("Discord needs the package discord.py: pip install 'certwise[discord]'") from None
    return running
