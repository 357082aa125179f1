"""``certwise sync-commands``: register the slash commands with Discord."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.discord import sync
from bot.settings import read_discord_settings

if TYPE_CHECKING:
    from argparse import Namespace


def run(_: Namespace) -> int:
    """Register, and say what."""
    names = sync(read_discord_settings())
    print(f"{len(names)} commands registered: {', '.join(sorted(names))}. Discord shows them within a minute.")
    return 0
