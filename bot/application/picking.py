"""Messages that pick one of the suggestions offered: by its number, its own text, or by its button."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.message import Message, Session
    from bot.domain.reply import Suggestion

_ORDINALS = ("first", "second", "third")
_PICK = re.compile(
    rf"(?:option |number |no\.? ?|#)?(?P<digit>[1-3])[.)]?|(?:the )?(?P<ordinal>{'|'.join(_ORDINALS)})(?: one)?"
)
_LONGEST = 80
"""Characters looked at: what stands for something else is short."""


def picked(message: Message, session: Session | None) -> Suggestion | None:
    """The suggestion of the reply before that a message picks; None where it picks none, as a command does."""
    if session is None or message.command:
        return None
    if message.action is not None:
        return next((offered for offered in session.suggestions if offered.action == message.action), None)
    said = _plain(message.utterance)
    match = _PICK.fullmatch(said)
    if match is None:
        return next((offered for offered in session.suggestions if _plain(offered.label) == said), None)
    number = int(match["digit"]) if match["digit"] else _ORDINALS.index(match["ordinal"]) + 1
    return session.suggestions[number - 1] if number <= len(session.suggestions) else None


def _plain(text: str) -> str:
    return text.strip().lower()[:_LONGEST]
