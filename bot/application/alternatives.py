"""What may be taken in the place of what was asked about: its successor, its like, or what has less of something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.grading import not_better
from bot.application.handlers.readings import AUDIENCE, FREE, LIFECYCLE
from bot.application.succession import asks_successor
from bot.application.telling import YES_OR_NO
from bot.domain.actions import Browse, TellSuccessors
from bot.domain.filters import Criterion, Filter
from bot.nlu.names import THAN_PICK

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.domain.actions import Action
    from bot.domain.certification import Certification
    from bot.domain.message import Session

MOST_WORDS = 10
"""Up to this many tokens a message asks for nothing but something else."""
IN_ITS_PLACE = "in its place"
"""The cue of somebody who wants something like what was spoken of: "any alternatives?"."""
SOME_OTHER, TOO_MUCH = "some other", "too much of it"
"""The cues of looking for another than was spoken of, and of having turned it down: "too expensive"."""


def in_its_place(turn: Turn, voice: Voice, session: Session) -> Action | None:
    """What is wanted instead of the one certification spoken of last; None for any other message, or after advice."""
    if session.advising or len(session.certifications) != 1:
        return None
    if _asks_instead(turn, voice, session):
        return TellSuccessors(certifications=session.certifications, attributes=(LIFECYCLE,))
    if turn.named or len(turn.recognition.tokens) > MOST_WORDS:
        return None
    card = turn.knowledge.certifications[session.certifications[0]]
    return _like_it(turn, card) or _better_than_it(turn, session, card)


def _asks_instead(turn: Turn, voice: Voice, session: Session) -> bool:
    """Whether nothing but what to take instead of something that is gone is asked: "what should i book instead?"."""
    if turn.has_criteria or turn.understanding.profile.situation:
        return False
    return asks_successor(turn, voice, session.certifications)


def _like_it(turn: Turn, card: Certification) -> Action | None:
    """The rest of its tier, or the other free ones, where somebody of whom nothing is known wants others like it."""
    told = turn.has_criteria or turn.recognition.attributes or turn.learners.profile.shows
    if IN_ITS_PLACE not in turn.cues or told or not card.reviewed:
        return None
    free = card.fact(FREE, turn.day)
    alike = (Criterion(FREE, "choice", free.value),) if card.tier is None and free else ()
    tiers = (str(card.tier),) if card.tier else ()
    return Browse(wanted=Filter(tiers=tiers, choices=alike, certifications_out=(card.id,)), attributes=(AUDIENCE,))


def _better_than_it(turn: Turn, session: Session, card: Certification) -> Action | None:
    """All that have less or more of something, in order: "is there something cheaper?", "too expensive"."""
    other = SOME_OTHER in turn.cues or (TOO_MUCH in turn.cues and not turn.opens(YES_OR_NO))
    wish = next((one for one in turn.recognition.superlatives if not one.negated), None)
    if THAN_PICK not in turn.cues or not other or wish is None or set(turn.recognition.attributes) - {wish.attribute}:
        return None
    if turn.extreme and session.since_row <= 1:  # "the pricier one's" is one of two
        return None
    out = not_better(turn.knowledge, card, wish.attribute, wish.sense, turn.day)
    return Browse(wanted=Filter(certifications_out=tuple(sorted(out))), order=wish)
