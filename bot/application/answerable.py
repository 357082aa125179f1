"""How an entry would be answered to a message, and whether it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.readings import TIER
from bot.application.selecting import AT_LARGE
from bot.application.subject import IT
from bot.domain.acts import Act, act_of
from bot.domain.entry import Answer, EntryKind
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.domain.entry import Entry
    from bot.nlu.understanding import Intent

SURELY = 0.6
"""From this confidence on a question about the answer before is one even where there was no answer."""
FEW_WORDS = 6
"""Up to this many tokens a message that names the most or the least of something asks for nothing else."""


def act_here(turn: Turn, entry: Entry) -> Act:
    """How an entry would be answered here, for what was named and told."""
    act = act_of(entry)
    outside = turn.recognition.of(EntityKind.OUTSIDE)
    if outside and not turn.named and act in (Act.FACT, Act.OVERVIEW, Act.LIST, Act.COMPARE):
        return Act.OUTSIDE
    if isinstance(entry, Answer):
        if entry.attribute == TIER and len(turn.tiers) == 1:
            return Act.ENTRY if set(turn.tiers).intersection(entry.title) else Act.LIST
        of_it = not entry.recommends and _of_it(turn, entry.attribute or "")
        if entry.attribute and (turn.named or _leans(turn) or of_it):
            return Act.FACT
        own = any(not one.vendor for one in turn.recognition.of(EntityKind.CERTIFICATION))
        told = _tells_of_oneself(turn) and not own
        if (entry.recommends or entry.situational) and told:
            return Act.RECOMMEND
    return act


def _one_of_tiers(turn: Turn, entry: Entry) -> bool:
    """Whether it is about a single tier where several are named."""
    about = isinstance(entry, Answer) and entry.attribute == TIER
    return about and len(turn.tiers) > 1 and bool(set(turn.tiers).intersection(entry.title))


def _tells_of_oneself(turn: Turn) -> bool:
    """Whether a message says something of the person; after advice the name of a platform does: "we use aws"."""
    profile, session = turn.understanding.profile, turn.session
    return bool(profile.situation or (session is not None and session.advising and profile.shows))


def answer_of(act: Act, entry: Entry) -> str:
    """What tells the answers of one act apart."""
    match act:
        case Act.FACT:
            return entry.attribute if isinstance(entry, Answer) else entry.id
        case Act.ASIDE:
            return entry.id if entry.kind is EntryKind.SMALLTALK else entry.kind.value
        case Act.ENTRY | Act.UNKNOWN:
            return entry.id
        case _:
            return ""


def possible(turn: Turn, act: Act, intent: Intent) -> bool:
    """Whether it can be answered; a question about the answer before can, if there was one or it is surely one."""
    session, recognition = turn.session, turn.recognition
    if _one_of_tiers(turn, intent.entry):
        return False
    if act in (Act.EXPLAIN, Act.REPEAT):
        return (session is not None and bool(session.topic)) or intent.confidence >= SURELY
    if act is Act.RECOMMEND and recognition.superlatives and len(recognition.tokens) <= FEW_WORDS:
        return session is not None and session.advising  # "the cheapest?" asks for a list
    if act is Act.COMPARE:
        named = (*recognition.of(EntityKind.CERTIFICATION), *recognition.of(EntityKind.VENDOR))
        if recognition.of(EntityKind.TIER) and not named:  # "tier 1 vs tier 2": no certifications
            return False
        before = len(session.recent) if session else 0
        return len(named) + before > 1 or bool(recognition.superlatives) or act.value in recognition.requests
    return True


def _leans(turn: Turn) -> bool:
    """Whether a message in another language, whose short words tell little, is about what was spoken of before."""
    understanding = turn.understanding
    return bool(understanding.read_as) and not understanding.recognition.entities and turn.spoken_of


def _of_it(turn: Turn, attribute: str) -> bool:
    """Whether it is asked of the one certification spoken of last, whose card tells it: "does it get me a job"."""
    session = turn.session
    if session is None or len(session.certifications) != 1 or turn.cues & AT_LARGE:
        return False
    dated = bool(turn.recognition.dates) or turn.understanding.profile.hours_a_week is not None
    known = turn.knowledge.certifications[session.certifications[0]].fact(attribute, turn.day)
    return known is not None and (IT in turn.cues or dated)
