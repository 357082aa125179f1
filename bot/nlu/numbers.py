"""Numbers in words, as digits: "one hundred and fifty dollars" becomes "150 dollars"."""

from __future__ import annotations

import re

from text_to_num import alpha2digit  # type: ignore[import-untyped]  # it ships no types

_SCALES = {"hundred": 100, "thousand": 1000}
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
)
_RUN = re.compile(rf"\b(?:{_WORDS})(?:(?:\s+and)?[\s-]+(?:{_WORDS}))*\b")
_ONE = re.compile(r"\ban?\s+(?=hundred\b|thousand\b)")
_DIGITS = re.compile(rf"\b(\d{{1,3}})\s+({'|'.join(_SCALES)})\b")
LEAST = 11
"""Smaller numbers stay words: "the ibm one" counts nothing, and spans of time are read from words up to ten."""


def with_digits(text: str) -> str:
    """A text in lower case, with its numbers of at least LEAST in digits."""
    scaled = _DIGITS.sub(lambda match: str(int(match[1]) * _SCALES[match[2]]), text)
    return _RUN.sub(_in_digits, _ONE.sub("one ", scaled))


def _in_digits(match: re.Match[str]) -> str:
    digits = alpha2digit(match[0], "en")
    return digits if any(int(number) >= LEAST for number in re.findall(r"\d+", digits)) else match[0]
