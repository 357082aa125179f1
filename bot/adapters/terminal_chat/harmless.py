"""Texts that do to a terminal nothing but show."""

from __future__ import annotations

import re

# C0 and C1 control characters start escape sequences; a lone surrogate cannot be written as UTF-8.
_ACTIVE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
# What turns the direction of writing around, and marks of byte order: nobody sees them, so nobody misses them.
_INVISIBLE = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BREAKS = re.compile(r"\r\n|\r|\u2028|\u2029|\x85")


def harmless(text: str) -> str:
    """The text with control characters made visible; line breaks stay, tabs become blanks."""
    unified = _BREAKS.sub("\n", text).replace("\t", " ")
    return _ACTIVE.sub("\N{REPLACEMENT CHARACTER}", _INVISIBLE.sub("", unified))


def one_line(text: str) -> str:
    """The same, on a single line."""
    return " ".join(harmless(text).split())
