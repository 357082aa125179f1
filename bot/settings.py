"""Settings from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings of an environment, the process's own by default; raises SettingsError."""
    known = os.environ if environment is None else environment
    named = known.get("CERTWISE_KNOWLEDGE", "").strip()
    return Settings(_folder(named) if named else default_knowledge(), cache_folder(known))


def cache_folder(environment: Mapping[str, str] | None = None) -> Path | None:
    """Where the XDG base directory specification puts caches; None where the process has no home."""
    known = os.environ if environment is None else environment
    named = known.get("XDG_CACHE_HOME", "").strip()
    try:
        root = Path(named) if named.startswith("/") else Path("~/.cache").expanduser()
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
