"""The ranking of a message in the light of what was spoken of before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.entry import Answer

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.nlu.understanding import Intent

ABOUT_OTHERS = 0.3
"""Share of its confidence that a written answer about others than those spoken of keeps where nothing is named."""


def in_context(turn: Turn) -> tuple[Intent, ...]:
    """The ranking, in the light of what was spoken of: a written answer about something else is seldom meant."""
    session, intents = turn.session, turn.understanding.intents
    if session is None or turn.recognition.entities or not session.certifications:
        return intents
    known = turn.knowledge.certifications
    vendors = {known[id_].vendor for id_ in (*session.certifications, *session.row)}

    def weighed(intent: Intent) -> Intent:
        about = intent.entry.about if isinstance(intent.entry, Answer) else ()
        elsewhere = about and not vendors & {known[id_].vendor for id_ in about}
        return replace(intent, confidence=intent.confidence * ABOUT_OTHERS) if elsewhere else intent

    return tuple(sorted(map(weighed, intents), key=lambda intent: -intent.confidence))
