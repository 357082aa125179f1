"""Reads settings of some kinds from an environment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping


class SettingsError(ValueError):
    """A setting that cannot be used; the message names it and its mend."""


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


def read_address(environment: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str | None:
    """An address that begins with one of some schemes, as it is written; None where it is not set."""
    address = environment.get(name, "").strip()
    if address and not (address.startswith(schemes) and _names_host(address)):
        raise SettingsError(f"{name}: {address} is no address; write {' or '.join(schemes)} and the host behind it")
    return address or None


def read_base(environment: Mapping[str, str], name: str) -> str | None:
    """The address of an API, without "/" at its end: paths are put behind it. None where it is not set."""
    address = read_address(environment, name, ("http://", "https://"))
    return address.rstrip("/") if address else None


def _names_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # no port, or half of an IPv6 address
        return False


def read_token(environment: Mapping[str, str], name: str, mend: str) -> str:
    """A secret that is one word of ASCII signs; empty where it is not set. Raises SettingsError with the mend."""
    token = read_secret(environment, name)
    if token and not (token.isascii() and token.isprintable() and " " not in token):
        raise SettingsError(f"{name} is no token, it holds spaces or signs that no token has; {mend}")
    return token


def read_number(environment: Mapping[str, str], name: str, what: str) -> int | None:
    """A whole number from 1 on, None where it is not set; ``what`` it counts is told where it is none."""
    text = environment.get(name, "").strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise SettingsError(f"{name}: {text} is no {what}; write one from 1 on")
    return int(text)
