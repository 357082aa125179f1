"""Gets the platforms ready that were chosen by their settings."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from bot.cli.main import UnusableError
from bot.settings import read_discord_settings, read_slack_settings, state_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.bootstrap import Opener

EXTRAS = {
    "discord": ("discord", "discord.py"),
    "slack_bolt": ("slack", "slack-bolt"),
    "slack_sdk": ("slack", "slack-bolt"),
}
"""Extra and package by the module that is missing."""


def prepare_discord() -> Opener:
    """What opens Discord; raises SettingsError, and UnusableError where its library is not installed."""
    settings = read_discord_settings()
    with installed():
        from bot.bootstrap import prepare_discord as prepare  # noqa: PLC0415 - half a second, see bot.cli.opening

        return prepare(settings)


def prepare_slack() -> Opener:
    """Likewise for Slack."""
    settings = read_slack_settings()
    with installed():
        from bot.bootstrap import prepare_slack as prepare  # noqa: PLC0415 - as above

        return prepare(settings, state_folder())


@contextlib.contextmanager
def installed() -> Iterator[None]:
    """Raise UnusableError where a platform's library is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        module = (error.name or "").split(".")[0]
        if module not in EXTRAS:
            raise
        extra, package = EXTRAS[module]
        raise UnusableError(
            f"{extra.capitalize()} needs the package {package}: pip install 'certwise[{extra}]'"
        ) from None
