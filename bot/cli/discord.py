"""``certwise discord``: answer on Discord."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.platforms import prepare_discord
from bot.cli.serving import serve
from bot.settings import read_server_settings

if TYPE_CHECKING:
    from argparse import Namespace


def run(_: Namespace) -> int:
    """Answer until told to stop."""
    server = read_server_settings()
    serve([prepare_discord()], server, restart=False)
    return 0
