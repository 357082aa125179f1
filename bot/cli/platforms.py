"""Gets the platforms ready that were chosen by their settings."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from bot.cli.main import UnusableError
from bot.settings import read_discord_settings, read_slack_settings, state_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.bootstrap import Opener

MODULES = frozenset({"aiohttp", "discord", "slack_bolt", "slack_sdk", "yarl"})
"""What the extras of the platforms bring."""


def prepare_discord() -> Opener:
    """What opens Discord; raises SettingsError, and UnusableError where its library is not installed."""
    settings = read_discord_settings()
    with installed("Discord", "discord.py"):
        from bot.bootstrap import prepare_discord as prepare  # noqa: PLC0415 - half a second, see bot.cli.opening

        return prepare(settings, state_folder())


def prepare_slack() -> Opener:
    """Likewise for Slack."""
    settings = read_slack_settings()
    with installed("Slack", "slack-bolt"):
        from bot.bootstrap import prepare_slack as prepare  # noqa: PLC0415 - as above

        return prepare(settings, state_folder())


@contextlib.contextmanager
def installed(platform: str, package: str) -> Iterator[None]:
    """Raise UnusableError where a platform's libraries are missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in MODULES:
            raise
        mend = f"pip install 'certwise[{platform.lower()}]'"
        raise UnusableError(f"{platform} needs the package {package}: {mend}") from None
