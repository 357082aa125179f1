"""Settings from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.domain.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "CERTWISE_"
OWN = frozenset({"CERTWISE_ENCODER", "CERTWISE_KNOWLEDGE"})
UNIVERSAL = "universal"
"""The settings whose names begin so."""
_PACKAGE = Path(__file__).parent


class SettingsError(ValueError):
    """A setting that cannot be used; the message names it and its mend."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator can choose."""

    knowledge: Path
    """The knowledge folder."""
    cache: Path | None = None
    """The folder for what can be built again; None: nothing is kept."""
    encoder: str = UNIVERSAL
    """The sentence encoder: ``universal``, ``off``, or a model for fastembed by its name there or its folder."""


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings of an environment, the process's own by default; raises SettingsError."""
    known = os.environ if environment is None else environment
    named = known.get("CERTWISE_KNOWLEDGE", "").strip()
    encoder = known.get("CERTWISE_ENCODER", "").strip() or UNIVERSAL
    return Settings(_folder(named) if named else default_knowledge(), cache_folder(known), encoder)


def unknown_settings(environment: Mapping[str, str] | None = None) -> list[str]:
    """A sentence for each variable that looks like a setting of Certwise and is none."""
    known = os.environ if environment is None else environment
    strangers = sorted(name for name in known if name.startswith(PREFIX) and name not in OWN)
    return [f"{name} is no setting; {_meant(name)}" for name in strangers]


def _meant(name: str) -> str:
    """The mend for a variable's name, found by what it has behind the prefix: that alone makes all names alike."""
    near = nearest(name.removeprefix(PREFIX), [one.removeprefix(PREFIX) for one in OWN])
    return f"did you mean {PREFIX}{near}?" if near else f"unset it; there is only {', '.join(sorted(OWN))}"


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


def read_discord_settings(environment: Mapping[str, str] | None = None) -> DiscordSettings:
    """The settings of Discord; raises SettingsError where the token is missing or one cannot be used."""
    known = os.environ if environment is None else environment
    token = read_secret(known, "DISCORD_TOKEN")
    mend = "set it to the bot's token from the developer portal, or DISCORD_TOKEN_FILE to a file that holds it"
    if not token:
        raise SettingsError(f"DISCORD_TOKEN is not set; {mend}")
    if not (token.isascii() and token.isprintable() and " " not in token):
        raise SettingsError(f"DISCORD_TOKEN is no token, it holds spaces or signs that no token has; {mend}")
    count = _count(known, "DISCORD_SHARD_COUNT")
    ids = known.get("DISCORD_SHARD_IDS", "").strip()
    if ids and count is None:
        raise SettingsError("DISCORD_SHARD_IDS is set without DISCORD_SHARD_COUNT; set the number of all shards too")
    return DiscordSettings(
        token=token,
        api_base=_address(known, "DISCORD_API_BASE", ("http://", "https://")),
        gateway_url=_address(known, "DISCORD_GATEWAY_URL", ("ws://", "wss://")),
        shard_count=count,
        shard_ids=_shards(ids, count) if ids and count else None,
    )


def read_secret(environment: Mapping[str, str], name: str) -> str:
    """A secret, or what the file holds that ``NAME_FILE`` names; empty where neither is set. Raises SettingsError."""
    file = environment.get(f"{name}_FILE", "").strip()
    if not file:
        return environment.get(name, "").strip()
    try:
        return Path(file).expanduser().read_text(encoding="utf-8").strip()
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise SettingsError(
            f"{name}_FILE: {file} cannot be read ({reason}); name a file that holds the secret"
        ) from None


def _address(environment: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str | None:
    address = environment.get(name, "").strip().rstrip("/")
    if address and not (address.startswith(schemes) and _names_host(address)):
        raise SettingsError(f"{name}: {address} is no address; write {' or '.join(schemes)} and the host behind it")
    return address or None


def _names_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # no port, or half of an IPv6 address
        return False


def _count(environment: Mapping[str, str], name: str) -> int | None:
    text = environment.get(name, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise SettingsError(f"{name}: {text} is no number of shards; write one from 1 on")
    return int(text)


def _shards(text: str, count: int) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdecimal() and int(part) < count for part in parts):
        raise SettingsError(
            f"DISCORD_SHARD_IDS: {text} names no shards; write numbers from 0 to {count - 1}, as in 0,1"
        )
    return tuple(int(part) for part in parts)


def cache_folder(environment: Mapping[str, str] | None = None) -> Path | None:
    """Where the XDG base directory specification puts caches; None where the process has no home."""
    known = os.environ if environment is None else environment
    named = known.get("XDG_CACHE_HOME", "").strip()
    try:
        root = Path(named).expanduser()
        if not root.is_absolute():  # the specification has it ignored
            root = Path("~/.cache").expanduser()
    except RuntimeError:  # nobody's home
        return None
    return root / "certwise"


def _folder(named: str) -> Path:
    try:
        folder = Path(named).expanduser()
        found = folder.is_dir()
    except (OSError, RuntimeError, ValueError):  # not to be looked at, no such person's home, a NUL in it
        found = False
    if not found:
        raise SettingsError(f"CERTWISE_KNOWLEDGE: there is no folder {named}; name one, or unset it")
    return folder


def default_knowledge() -> Path:
    """The knowledge of a checkout, else the copy that an installed package carries."""
    checkout = _PACKAGE.parent / "knowledge"
    return checkout if checkout.is_dir() else _PACKAGE / "_knowledge"
