"""Settings of Slack."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.settings.reading import SettingsError, read_base, read_token

if TYPE_CHECKING:
    from collections.abc import Mapping

BOT_MEND = "copy it from the app's page OAuth & Permissions (xoxb-...), or set SLACK_BOT_TOKEN_FILE to a file with it"
APP_MEND = "make one on the app's page Basic Information with the scope connections:write (xapp-...)"
PAGE_MEND = "copy it from the app's page Basic Information"
OFF = ("off", "no", "0", "false")


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How to reach Slack, and how Slack reaches the bot."""

    bot_token: str = field(default="", repr=False)
    """Secret, as all of these: never in a log, a reply or a repr. Empty where workspaces install the bot by OAuth."""
    app_token: str = field(default="", repr=False)
    """For Socket Mode, else empty."""
    signing_secret: str = field(default="", repr=False)
    """For HTTP mode, else empty."""
    client_id: str = ""
    """For installation by OAuth, else empty."""
    client_secret: str = field(default="", repr=False)
    """Likewise."""
    agent: bool = True
    """Whether the app has the agent panel."""
    api_base: str | None = None
    """Address of the Web API, for a proxy; None: Slack's own."""


@dataclass(frozen=True, slots=True)
class SlackAppSettings:
    """What of the settings shapes the app in Slack, before there are any tokens."""

    agent: bool
    """Whether it has the agent panel."""
    several: bool
    """Whether workspaces install it by OAuth."""
    http_only: bool
    """Whether the settings there are name HTTP mode alone."""


def read_slack_app_settings(environment: Mapping[str, str] | None = None) -> SlackAppSettings:
    """What is set so far; nothing is required."""
    known = os.environ if environment is None else environment
    return SlackAppSettings(
        agent=_agent(known),
        several=_is_set(known, "SLACK_CLIENT_ID"),
        http_only=_is_set(known, "SLACK_SIGNING_SECRET") and not _is_set(known, "SLACK_APP_TOKEN"),
    )


def has_slack(environment: Mapping[str, str] | None = None) -> bool:
    """Whether anything of Slack is set that only makes sense where it is to be used."""
    known = os.environ if environment is None else environment
    return _is_set(known, "SLACK_BOT_TOKEN") or _is_set(known, "SLACK_CLIENT_ID")


def read_slack_settings(environment: Mapping[str, str] | None = None) -> SlackSettings:
    """The settings of Slack; raises SettingsError where one is missing or cannot be used."""
    known = os.environ if environment is None else environment
    settings = SlackSettings(
        bot_token=read_token(known, "SLACK_BOT_TOKEN", BOT_MEND),
        app_token=read_token(known, "SLACK_APP_TOKEN", APP_MEND),
        signing_secret=read_token(known, "SLACK_SIGNING_SECRET", PAGE_MEND),
        client_id=read_token(known, "SLACK_CLIENT_ID", PAGE_MEND),
        client_secret=read_token(known, "SLACK_CLIENT_SECRET", PAGE_MEND),
        agent=_agent(known),
        api_base=read_base(known, "SLACK_API_BASE"),
    )
    _refuse_mixed_up(settings)
    _refuse_incomplete(settings)
    return settings


def _agent(environment: Mapping[str, str]) -> bool:
    return environment.get("SLACK_AGENT", "").strip().lower() not in OFF


def _is_set(environment: Mapping[str, str], name: str) -> bool:
    return any(environment.get(one, "").strip() for one in (name, f"{name}_FILE"))


def _refuse_mixed_up(settings: SlackSettings) -> None:
    if settings.bot_token.startswith("xapp-"):
        raise SettingsError(f"SLACK_BOT_TOKEN holds an app-level token; {BOT_MEND}")
    if settings.app_token.startswith("xoxb-"):
        raise SettingsError(f"SLACK_APP_TOKEN holds a bot token; {APP_MEND}")


def _refuse_incomplete(settings: SlackSettings) -> None:
    if bool(settings.client_id) != bool(settings.client_secret):
        missing = "SLACK_CLIENT_SECRET" if settings.client_id else "SLACK_CLIENT_ID"
        raise SettingsError(f"{missing} is not set; for several workspaces both are needed, {PAGE_MEND}")
    if settings.bot_token and settings.client_id:
        raise SettingsError(
            "SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set; keep the first for one workspace, or the second for many"
        )
    if not settings.bot_token and not settings.client_id:
        raise SettingsError(f"SLACK_BOT_TOKEN is not set; {BOT_MEND}")
    if not settings.app_token and not settings.signing_secret:
        raise SettingsError(
            f"neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set; for Socket Mode {APP_MEND}, "
            f"for HTTP mode {PAGE_MEND} the signing secret"
        )
