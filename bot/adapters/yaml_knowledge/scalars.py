"""What YAML makes of text without quotes."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 64
"""What is longer is text, whatever it looks like; nothing longer is kept in memory either."""

_MAKERS: dict[str, Callable[[str], Any]] = {
    "bool": lambda text: text.lower() in ("yes", "true", "on"),
    "int": int,
    "float": float,
    "timestamp": date.fromisoformat,
    "null": lambda _: None,
}


def value_of(text: str) -> Any:
    """The value of an unquoted scalar; a text that only looks like a date or number stays a string."""
    return _value_of(text) if len(text) <= LONGEST else text


@lru_cache(maxsize=4096)
def _value_of(text: str) -> Any:
    tag = _resolver().resolve(yaml.ScalarNode, text, (True, False)).rpartition(":")[2]
    try:
        return _MAKERS.get(tag, str)(text)
    except ValueError:
        return text


@lru_cache(maxsize=1)
def _resolver() -> Any:
    return yaml.SafeLoader("")
