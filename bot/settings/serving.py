"""Where the process listens."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.settings.reading import SettingsError, read_number

if TYPE_CHECKING:
    from collections.abc import Mapping

EVERYWHERE = "0.0.0.0"  # noqa: S104 - a container must be reached from outside of it; HOST narrows it
DEFAULT_PORT = 3000
"""Bolt's own."""
HIGHEST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Where to listen."""

    host: str
    port: int
    wanted: bool
    """Whether one of them was set: without it nothing is served that nobody needs."""


def read_server_settings(environment: Mapping[str, str] | None = None) -> ServerSettings:
    """HOST and PORT; raises SettingsError where one cannot be used."""
    known = os.environ if environment is None else environment
    host, port = known.get("HOST", "").strip(), read_number(known, "PORT", "port")
    if port is not None and port > HIGHEST_PORT:
        raise SettingsError(f"PORT: {port} is no port; write one from 1 to {HIGHEST_PORT}")
    return ServerSettings(host or EVERYWHERE, port or DEFAULT_PORT, wanted=bool(host or port))
