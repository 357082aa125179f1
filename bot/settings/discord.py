"""Settings of Discord."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.settings.reading import SettingsError, read_address, read_base, read_number, read_token

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class DiscordSettings:
    """How to reach Discord."""

    token: str = field(repr=False)
    """Secret: never in a log, a reply or a repr."""
    api_base: str | None = None
    """Address of the REST API, for a proxy; None: Discord's own."""
    gateway_url: str | None = None
    """Address of the gateway, likewise."""
    shard_count: int | None = None
    """Shards of all processes together; None: as many as Discord advises, all in this process."""
    shard_ids: tuple[int, ...] | None = None
    """The shards of this process, where there are several."""


def has_discord(environment: Mapping[str, str] | None = None) -> bool:
    """Whether a token is set."""
    known = os.environ if environment is None else environment
    return any(known.get(name, "").strip() for name in ("DISCORD_TOKEN", "DISCORD_TOKEN_FILE"))


def read_discord_settings(environment: Mapping[str, str] | None = None) -> DiscordSettings:
    """The settings of Discord; raises SettingsError where the token is missing or one cannot be used."""
    known = os.environ if environment is None else environment
    mend = "set it to the bot's token from the developer portal, or DISCORD_TOKEN_FILE to a file that holds it"
    token = read_token(known, "DISCORD_TOKEN", mend)
    if not token:
        raise SettingsError(f"DISCORD_TOKEN is not set; {mend}")
    count = read_number(known, "DISCORD_SHARD_COUNT", "number of shards")
    ids = known.get("DISCORD_SHARD_IDS", "").strip()
    if ids and count is None:
        raise SettingsError("DISCORD_SHARD_IDS is set without DISCORD_SHARD_COUNT; set the number of all shards too")
    return DiscordSettings(
        token=token,
        api_base=read_base(known, "DISCORD_API_BASE"),
        gateway_url=read_address(known, "DISCORD_GATEWAY_URL", ("ws://", "wss://")),
        shard_count=count,
        shard_ids=_shards(ids, count) if ids and count else None,
    )


def _shards(text: str, count: int) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdecimal() and int(part) < count for part in parts):
        raise SettingsError(
            f"DISCORD_SHARD_IDS: {text} names no shards; write numbers from 0 to {count - 1}, as in 0,1"
        )
    return tuple(int(part) for part in parts)
