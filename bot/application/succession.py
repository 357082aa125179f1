"""What came after a certification, and what it came after: "what replaced it", "what did its predecessor cost"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.application.turn import Turn
    from bot.domain.knowledge import Knowledge

SUCCESSOR, PREDECESSOR = "successor", "predecessor"
"""The cues of somebody who speaks of what came after something, or before it."""


def succeeded(turn: Turn, certifications: tuple[str, ...]) -> tuple[str, ...]:
    """What is meant by "its successor", "its predecessor"; else, and where there is none, the ids given."""
    if SUCCESSOR in turn.cues:
        return successors(turn.knowledge, certifications) or certifications
    if PREDECESSOR in turn.cues:
        return predecessors(turn.knowledge, certifications) or certifications
    return certifications


def successors(knowledge: Knowledge, certifications: Iterable[str]) -> tuple[str, ...]:
    """Ids of what can be taken instead of some, each once."""
    ended = [knowledge.certifications[id_].lifecycle for id_ in certifications]
    return tuple(dict.fromkeys(one.certification for life in ended if life for one in life.successors))


def predecessors(knowledge: Knowledge, certifications: Iterable[str]) -> tuple[str, ...]:
    """Ids of what some can be taken instead of, each once."""
    wanted = set(certifications)
    return tuple(id_ for id_ in knowledge.certifications if wanted.intersection(successors(knowledge, [id_])))
