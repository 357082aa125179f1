"""The app's manifest: pasted into Slack, it sets the whole app up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.adapters.slack_chat.paths import EVENTS_PATH, REDIRECT_PATH
from bot.adapters.slack_chat.scopes import AGENT_SCOPE, EVENTS, SCOPES
from bot.adapters.slack_chat.wording import ABOUT, ABOUT_SHORTLY, ANSWER_THIS, COMMANDS, NAME, PROMPTS

COLOUR = "#1f3a5f"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What sort of app it is to be."""

    url: str = ""
    """Where Slack's requests reach the bot, without a path; empty for Socket Mode."""
    agent: bool = True
    """Whether it has the agent panel, which only paid plans show."""
    several: bool = False
    """Whether workspaces install it by OAuth."""


def manifest_of(wanted: Wanted) -> dict[str, Any]:
    """The manifest, as Slack's schema has it."""
    events = {"request_url": f"{wanted.url}{EVENTS_PATH}"} if wanted.url else {}
    options = {"message_menu_options_url": f"{wanted.url}{EVENTS_PATH}"} if wanted.url else {}
    redirects = {"redirect_urls": [f"{wanted.url}{REDIRECT_PATH}"]} if wanted.several and wanted.url else {}
    return {
        "display_information": {
            "name": NAME,
            "description": ABOUT_SHORTLY,
            "long_description": ABOUT,
            "background_color": COLOUR,
        },
        "features": _features(wanted),
        "oauth_config": {**redirects, "scopes": {"bot": sorted((*SCOPES, *([AGENT_SCOPE] if wanted.agent else [])))}},
        "settings": {
            "event_subscriptions": {**events, "bot_events": sorted(EVENTS)},
            "interactivity": {"is_enabled": True, **events, **options},
            "org_deploy_enabled": wanted.several,
            "socket_mode_enabled": not wanted.url,
            "token_rotation_enabled": False,
        },
    }


def _features(wanted: Wanted) -> dict[str, Any]:
    where = {"url": f"{wanted.url}{EVENTS_PATH}"} if wanted.url else {}
    features: dict[str, Any] = {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "bot_user": {"display_name": NAME, "always_online": True},
        "shortcuts": [{"type": "message", **ANSWER_THIS}],
        "slash_commands": [{**command, **where, "should_escape": True} for command in COMMANDS],
    }
    if wanted.agent:
        prompts = [{"title": title, "message": message} for title, message in PROMPTS]
        features["agent_view"] = {"agent_description": ABOUT_SHORTLY, "suggested_prompts": prompts}
    return features
