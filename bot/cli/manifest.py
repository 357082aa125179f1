"""``certwise manifest``: print the manifest that sets the app up in Slack."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.adapters.slack_chat.manifest import Wanted, manifest_of
from bot.cli.main import UnusableError
from bot.settings import read_slack_app_settings

if TYPE_CHECKING:
    from argparse import Namespace

NO_ADDRESS = (
    "SLACK_SIGNING_SECRET is set and SLACK_APP_TOKEN is not, which is HTTP mode; "
    "say where Slack reaches the bot: certwise manifest --url https://..."
)


def run(options: Namespace) -> int:
    """Print it as JSON, for the settings as they are."""
    app = read_slack_app_settings()
    if app.http_only and not options.url:
        raise UnusableError(NO_ADDRESS)
    wanted = Wanted(url=options.url or "", agent=app.agent and not options.without_agent, several=app.several)
    print(json.dumps(manifest_of(wanted), indent=2))
    return 0
