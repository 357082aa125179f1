"""Whom advice is wanted for, and among what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.grading import COST, not_better
from bot.application.naming import COMPARE
from bot.domain.actions import Advise
from bot.domain.entry import Answer

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.domain.actions import AdviseCheaper

CHOOSING = frozenset({"plural", "choosing"})
"""The cues of somebody who wants one of what was shown."""


def advise(turn: Turn, entry: str = "") -> Advise:
    """Advice for the person, or for a team; ``entry`` will do where nothing better is written."""
    session, learners = turn.session, turn.learners
    written = (one.entry for one in turn.understanding.intents)
    recommending = next((one.id for one in written if isinstance(one, Answer) and one.recommends), entry)
    return Advise(
        profile=learners.profile,
        people=learners.people if len(learners.people) > 1 else (),
        among=among_compared(turn),
        asked=session.asked if session and not learners.somebody_else else (),
        entry=recommending,
    )


def advise_cheaper(voice: Voice, action: AdviseCheaper) -> Advise:
    """Advice without what costs as much as the one that was advised, or more."""
    (pick, *_), profile = voice.cards(action.certifications), action.profile
    dearer = not_better(voice.knowledge, pick, COST, "lowest", voice.day)
    return Advise(profile=replace(profile, refused=profile.refused | dearer), asked=action.asked)


def among_compared(turn: Turn) -> tuple[str, ...]:
    """Ids of those that were compared, for "which of them suits a beginner?"; else none."""
    session = turn.session
    if session is None or session.topic != COMPARE or turn.command or not turn.cues & CHOOSING:
        return ()
    return session.certifications
