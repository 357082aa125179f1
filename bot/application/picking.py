"""Messages that pick one of the suggestions offered: by its number, or by its own text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.message import Session

_ORDINALS = ("first", "second", "third")
_PICK = re.compile(
    rf"(?:option |number |no\.? ?|#)?(?P<digit>[1-3])[.)]?|(?:the )?(?P<ordinal>{'|'.join(_ORDINALS)})(?: one)?"
)
_LONGEST = 80
"""Characters looked at: what stands for something else is short."""


def picked(utterance: str, session: Session | None) -> str:
    """The suggestion of the reply before that a number, an ordinal or its own text picks; empty where none."""
    if session is None:
        return ""
    said = _plain(utterance)
    match = _PICK.fullmatch(said)
    if match is None:
        return next((offered for offered in session.suggestions if _plain(offered) == said), "")
    number = int(match["digit"]) if match["digit"] else _ORDINALS.index(match["ordinal"]) + 1
    return session.suggestions[number - 1] if number <= len(session.suggestions) else ""


def _plain(text: str) -> str:
    return text.strip().lower()[:_LONGEST]
