"""What came after a certification, and what it came after: "what replaced it", "what did its predecessor cost"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.readings import LIFECYCLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.application.turn import Turn
    from bot.application.voice import Voice

SUCCESSOR, PREDECESSOR = "successor", "predecessor"
"""The cues of somebody who speaks of what came after something, or before it."""


def asks_successor(turn: Turn, voice: Voice, certifications: tuple[str, ...]) -> bool:
    """Whether what came after some that are gone is asked for, and nothing else of it: "what replaced it"."""
    other = set(turn.recognition.attributes) - {LIFECYCLE}
    return SUCCESSOR in turn.cues and not other and bool(successors(voice, certifications))


def succeeded(turn: Turn, voice: Voice, certifications: tuple[str, ...]) -> tuple[str, ...]:
    """What is meant by "its successor", "its predecessor"; else, and where there is none, the ids given."""
    if SUCCESSOR in turn.cues:
        return successors(voice, certifications) or certifications
    if PREDECESSOR in turn.cues:
        return predecessors(voice, certifications) or certifications
    return certifications


def successors(voice: Voice, certifications: Iterable[str]) -> tuple[str, ...]:
    """Ids of what can be taken instead of those that are gone, or known to go, each once."""
    ending = [card.lifecycle for card in voice.cards(certifications) if voice.ending(card)]
    return tuple(dict.fromkeys(one.certification for life in ending if life for one in life.successors))


def predecessors(voice: Voice, certifications: Iterable[str]) -> tuple[str, ...]:
    """Ids of those that are gone, or known to go, that some can be taken instead of."""
    wanted = set(certifications)
    return tuple(id_ for id_ in voice.knowledge.certifications if wanted.intersection(successors(voice, [id_])))
