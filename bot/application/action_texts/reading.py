"""Reading the simplest parts of texts; each raises ValueError for what is none of its kind."""

from __future__ import annotations

import math
from datetime import date

MOST_DIGITS = 3
YEARS = range(2000, 2100)
"""Of days that can be reckoned with."""


def split(text: str, sign: str) -> list[str]:
    """What stands between signs outside of brackets; raises ValueError where brackets do not match."""
    pieces, depth = [""], 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            raise ValueError(text)
        if letter == sign and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += letter
    if depth:
        raise ValueError(text)
    return pieces


def number(text: str) -> float:
    """The finite number that a text stands for."""
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def count(text: str) -> int:
    """A number of few digits, 0 for an empty text."""
    digits = text or "0"
    if len(digits) > MOST_DIGITS or not (digits.isascii() and digits.isdecimal()):
        raise ValueError(text)
    return int(digits)


def day(text: str) -> date:
    """The day that a text stands for, of those that can be reckoned with."""
    read = date.fromisoformat(text)
    if read.year not in YEARS:
        raise ValueError(text)
    return read
