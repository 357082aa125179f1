"""Settings from the environment."""

from bot.settings.discord import DiscordSettings, has_discord, read_discord_settings
from bot.settings.general import (
    UNIVERSAL,
    Settings,
    cache_folder,
    default_knowledge,
    read_settings,
    state_folder,
    unknown_settings,
)
from bot.settings.reading import SettingsError, read_secret
from bot.settings.serving import ServerSettings, read_server_settings
from bot.settings.slack import (
    SlackAppSettings,
    SlackSettings,
    has_slack,
    read_slack_app_settings,
    read_slack_settings,
)

__all__ = [
    "UNIVERSAL",
    "DiscordSettings",
    "ServerSettings",
    "Settings",
    "SettingsError",
    "SlackAppSettings",
    "SlackSettings",
    "cache_folder",
    "default_knowledge",
    "has_discord",
    "has_slack",
    "read_discord_settings",
    "read_secret",
    "read_server_settings",
    "read_settings",
    "read_slack_app_settings",
    "read_slack_settings",
    "state_folder",
    "unknown_settings",
]
