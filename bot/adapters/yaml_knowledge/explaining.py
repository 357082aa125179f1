"""Why a text is no YAML, read off the text itself: the library's words for it change from release to release."""

from __future__ import annotations

import re

from bot.adapters.yaml_knowledge.composing import MAX_DEPTH, TOO_DEEP

INVALID = "this is not valid YAML"
_QUOTE_IT = "put a text that starts with a special character in double quotes"
_COLON = "put a text that holds ': ' in double quotes, and check the indent"
_MENDS = (
    (re.compile(r"\s*\t"), "use spaces, not tabs, to indent"),
    (re.compile(r"\s*(?:- +)*(?:[^\s:#'\"]+: +)?[@`%|>!&*]"), _QUOTE_IT),
    (re.compile(r"\s*(?:- +)*[^\s:#'\"]+: [^'\"\[{#]*:(?:\s|$)"), _COLON),
)
"""What a line looks like, and the mend for it."""
_OTHERWISE = "check the indent, colons and quotes of this line and the one before"
_UNCLOSED = "close the quote or bracket that was opened"


def explain(text: str, line: int, reason: str) -> tuple[int, str, str]:
    """The line to look at, what is wrong and how to mend it, where the parser gave up at a line (counted from 1).

    ``reason`` is the library's, and may be empty.
    """
    lines = text.split("\n")
    deep = _too_deep(lines[:line])
    if deep is not None:
        return deep, *TOO_DEEP
    what = f"{INVALID} ({reason})" if reason else INVALID
    if line > len(lines) or not "".join(lines[line - 1 :]).strip():
        return line, what, _UNCLOSED
    return line, what, next((mend for shape, mend in _MENDS if shape.match(lines[line - 1])), _OTHERWISE)


def _too_deep(lines: list[str]) -> int | None:
    """The line on which more brackets are open than may be; None where they never are."""
    opened = 0
    for number, line in enumerate(lines, 1):
        for sign in line:
            opened += (sign in "[{") - (sign in "]}")
            if opened > MAX_DEPTH:
                return number
    return None
