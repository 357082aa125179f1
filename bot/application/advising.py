"""Whom advice is wanted for, and among what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.grading import COST, not_better
from bot.application.handlers.readings import LIMITS
from bot.application.learners import LIMIT
from bot.application.naming import COMPARE
from bot.application.telling import YES_OR_NO
from bot.domain.actions import Advise
from bot.domain.entry import Answer
from bot.nlu.slots import EntityKind
from bot.nlu.text import is_slot

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.domain.actions import AdviseCheaper

MEASURES = frozenset({EntityKind.MONEY, EntityKind.TIME, EntityKind.PACE})
"""What there may be a limit of."""
FEW_WORDS = 6
"""Up to this many words beside an amount tell nothing else."""
LIKELY = 0.02
"""From this confidence on written advice will do in a later message, which tells little of the person."""
THOSE = "of those"
"""The cue of somebody who chooses from what was shown: "which of those"."""
CHOOSING = frozenset({"plural", "choosing"})
"""The cues of somebody who wants one of what was shown."""


def advise(turn: Turn, entry: str = "") -> Advise:
    """Advice for the person, or for a team; ``entry`` will do where nothing better is written."""
    session, learners = turn.session, turn.learners
    person = learners.profile
    limited = person.rules_out or person.subscription is False or person.budget is not None
    bar = LIKELY if session is not None and not limited else 0.0
    intents = () if session is not None and _tells_amount_alone(turn) else turn.understanding.intents
    written = (one.entry for one in intents if one.confidence >= bar)
    recommending = next((one.id for one in written if isinstance(one, Answer) and one.recommends), entry)
    return Advise(
        profile=learners.profile,
        people=learners.people if len(learners.people) > 1 else (),
        among=among_compared(turn),
        asked=session.asked if session and not learners.somebody_else else (),
        entry=recommending,
        advised=session.pick if session and session.advising and not learners.somebody_else else "",
    )


def advise_cheaper(voice: Voice, action: AdviseCheaper) -> Advise:
    """Advice without what costs as much as the one that was advised, or more."""
    (pick, *_), profile = voice.cards(action.certifications), action.profile
    dearer = not_better(voice.knowledge, pick, COST, "lowest", voice.day)
    return Advise(profile=replace(profile, refused=profile.refused | dearer), asked=action.asked)


def among_compared(turn: Turn) -> tuple[str, ...]:
    """Ids of those that were compared, for "which of them suits a beginner?"; or were shown, for "which of those"."""
    session = turn.session
    if session is None or turn.command or not turn.cues & CHOOSING:
        return ()
    if session.topic == COMPARE:
        return session.certifications
    listed = THOSE in turn.cues and session.certifications == session.row
    return session.row if listed else ()


def tells_limit(turn: Turn) -> bool:
    """Whether, after advice or the bot's question, nothing is told but how much there is: "around 100 bucks"."""
    return turn.session is not None and turn.session.advising and _tells_amount_alone(turn)


def _tells_amount_alone(turn: Turn) -> bool:
    """Whether there is nothing in it but an amount of money or time, and words beside such, "limit" among them."""
    recognition = turn.recognition
    if recognition.requests or set(recognition.attributes) - {LIMITS}:
        return False
    kinds = {one.kind for one in recognition.entities}
    words = [token for token in recognition.tokens if not is_slot(token)]
    told = LIMIT in turn.cues and len(words) <= FEW_WORDS and not turn.opens(YES_OR_NO)
    return bool(kinds) and kinds <= MEASURES and (told or not words)
