"""Messages that pick one of the suggestions offered: by its number, its own text, or by its button; else of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.actions import Describe
from bot.domain.fallbacks import Decline
from bot.nlu.places import NUMBERS

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.domain.actions import Action
    from bot.domain.message import Message, Session
    from bot.domain.reply import Suggestion

_PICK = re.compile(
    rf"(?:option |number |no\.? ?|#)?(?P<digit>[1-9])[.)]?|(?:the )?(?P<ordinal>{'|'.join(NUMBERS)})(?: one)?"
)
_DIGITS = tuple("123456789")
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
    number = int(match["digit"]) if match["digit"] else NUMBERS[match["ordinal"]]
    return session.suggestions[number - 1] if number <= len(session.suggestions) else None


def numbered(turn: Turn) -> Action | None:
    """For a bare digit that no suggestion has: the certification at that place of those last named.

    Nothing is guessed where there is none; None for any other message.
    """
    session, tokens = turn.session, turn.recognition.tokens
    if session is None or len(tokens) != 1 or tokens[0] not in _DIGITS:
        return None
    row, place = session.listed or session.row, _DIGITS.index(tokens[0])
    return Describe(certifications=(row[place],)) if place < len(row) else Decline(suggestions=session.suggestions)


def _plain(text: str) -> str:
    return text.strip().lower()[:_LONGEST]
