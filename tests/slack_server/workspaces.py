"""Where the bot is installed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.slack_server.payloads import ADA, APP, BOT_USER

TOKEN, OTHER_TOKEN = "xoxb-one", "xoxb-two"
SCOPES = ("app_mentions:read", "assistant:write", "chat:write", "commands", "im:history")
FREE_PLAN = tuple(scope for scope in SCOPES if scope != "assistant:write")


@dataclass(frozen=True)
class Workspace:
    """Where the bot is installed."""

    team: str
    scopes: tuple[str, ...] = SCOPES
    enterprise: str | None = None


def granted(token: str, workspace: Workspace) -> dict[str, Any]:
    """What Slack answers at the end of an installation."""
    return {
        "ok": True,
        "app_id": APP,
        "access_token": token,
        "token_type": "bot",
        "scope": ",".join(workspace.scopes),
        "bot_user_id": BOT_USER,
        "team": {"id": workspace.team, "name": "Some team"},
        "enterprise": None,
        "authed_user": {"id": ADA},
        "is_enterprise_install": False,
    }
