"""What is put side by side, and what is chosen from by the most or the least of something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.selecting import browse
from bot.application.subject import LEAST_COMPARED, find_subject
from bot.application.telling import side_by_side
from bot.domain.acts import Act
from bot.domain.fallbacks import AskWhatToCompare
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.application.subject import Subject
    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.domain.actions import Action


def compare_or_list(turn: Turn, voice: Voice) -> Action:
    """What is named side by side; the one with the most or the least of something where that is asked for."""
    subject = find_subject(turn, Act.COMPARE)
    if turn.recognition.superlatives and not between_named(turn, subject):
        listed = browse(turn, voice, subject.certifications, subject.attributes)
        if listed.wanted.among or turn.session is None or len(subject.certifications) < LEAST_COMPARED:
            return listed
    return compare(turn)


def compare(turn: Turn) -> Action:
    """What is named side by side, with what was spoken of before where that is needed."""
    subject = find_subject(turn, Act.COMPARE)
    if len(subject.certifications) < LEAST_COMPARED:
        return AskWhatToCompare(certifications=subject.certifications, attributes=subject.attributes)
    return side_by_side(turn, subject.certifications, subject.attributes)


def between_named(turn: Turn, subject: Subject) -> bool:
    """Whether the message names one certification by its name, and another one at least."""
    named = (one for one in turn.recognition.of(EntityKind.CERTIFICATION) if not one.negated and not one.vendor)
    return any(named) and len(subject.certifications) >= LEAST_COMPARED
