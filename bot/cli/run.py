"""``certwise run``: answer on every platform that has a token, in one process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.main import UnusableError
from bot.cli.platforms import prepare_discord, prepare_slack
from bot.cli.serving import serve
from bot.settings import has_discord, has_slack, read_server_settings

if TYPE_CHECKING:
    from argparse import Namespace

NOTHING = "no platform has a token; set DISCORD_TOKEN, SLACK_BOT_TOKEN or both (certwise chat needs none)"


def run(_: Namespace) -> int:
    """Answer until told to stop."""
    server = read_server_settings()
    openers = [
        prepare() for wanted, prepare in ((has_discord(), prepare_discord), (has_slack(), prepare_slack)) if wanted
    ]
    if not openers:
        raise UnusableError(NOTHING)
    serve(openers, server, restart=True)
    return 0
