"""Settings of every command."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain.nearest import nearest
from bot.settings.reading import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "CERTWISE_"
OWN = frozenset({"CERTWISE_ENCODER", "CERTWISE_KNOWLEDGE"})
UNIVERSAL = "universal"
"""The settings whose names begin so."""
_PACKAGE = Path(__file__).parent.parent


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


def cache_folder(environment: Mapping[str, str] | None = None) -> Path | None:
    """Where the XDG base directory specification puts caches; None where the process has no home."""
    return _own_folder(environment, "XDG_CACHE_HOME", "~/.cache")


def state_folder(environment: Mapping[str, str] | None = None) -> Path | None:
    """Likewise for what is to be kept between runs."""
    return _own_folder(environment, "XDG_STATE_HOME", "~/.local/state")


def _own_folder(environment: Mapping[str, str] | None, name: str, otherwise: str) -> Path | None:
    known = os.environ if environment is None else environment
    try:
        root = Path(known.get(name, "").strip()).expanduser()
        if not root.is_absolute():  # the specification has it ignored
            root = Path(otherwise).expanduser()
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
