"""What a message wants whatever its readings are like: by a bare name, by "200 more", by "that tier"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.advising import tells_limit
from bot.application.explaining import BRIEFLY, PUZZLED
from bot.application.handlers.readings import LEVEL, TIER
from bot.application.learners import HELD
from bot.application.naming import RECOMMEND
from bot.application.selecting import SORTING
from bot.application.telling import IN_ALL, YES_OR_NO
from bot.domain.actions import Advise, OpenEntry
from bot.domain.acts import Act, act_of
from bot.domain.entry import Answer
from bot.nlu.profiling import wants_exam
from bot.nlu.slots import EntityKind
from bot.nlu.text import is_slot

if TYPE_CHECKING:
    from bot.application.turn import Turn

LISTED = frozenset({Act.FACT, Act.LIST, Act.OVERVIEW, Act.COMPARE, Act.EXPLAIN})
"""What is asked of a tier that a list of it answers."""
HOLDING_WORDS = 6
"""Up to this many tokens a message may tell that and nothing else."""
SIMPLER_WORDS = 5
"""Up to this many tokens a message may want the answer before made simpler and nothing else."""
EXAM_WORDS = 5
"""Up to this many tokens a message that speaks of exams wishes nothing else: "certs without an exam"."""


def wanted_outright(turn: Turn) -> Act | None:
    """The act that is wanted beyond doubt; None where the readings have to be weighed."""
    recognition, session = turn.recognition, turn.session
    if _tells_platform(turn):
        return Act.RECOMMEND
    if all(is_slot(token) for token in recognition.tokens) and turn.named and not recognition.of(EntityKind.TIME):
        return Act.OVERVIEW if session is None or not session.attributes else None
    if turn.named:
        return None
    if _wants_it_simpler(turn):
        return Act.REPEAT
    if _wishes_place(turn) or _wishes_order(turn) or _lists_tier(turn) or _wishes_extreme_of_vendor(turn):
        return Act.LIST
    if _wishes_exam_alone(turn):  # after advice it is one more limit
        return Act.RECOMMEND if session is not None and session.advising else Act.LIST
    if _holds_pick(turn):
        return Act.RECOMMEND
    budget = turn.learners.budget_moved and not turn.opens(YES_OR_NO)
    return Act.RECOMMEND if budget or tells_limit(turn) else None


def _tells_platform(turn: Turn) -> bool:
    """Whether a vendor's bare name tells more of somebody who was advised just now: "aws", "azure probably"."""
    recognition, session = turn.recognition, turn.session
    vendors = recognition.of(EntityKind.VENDOR)
    alone = turn.names_alone and len(vendors) == len(recognition.entities) == 1 and not vendors[0].negated
    return alone and session is not None and session.advising and isinstance(session.action, (Advise, OpenEntry))


def _holds_pick(turn: Turn) -> bool:
    """Whether nothing is told but that what was advised is held already: "i have that one"."""
    session, recognition = turn.session, turn.recognition
    known = session.profile.holds if session is not None else frozenset()
    asks = recognition.attributes or recognition.criteria or len(recognition.tokens) > HOLDING_WORDS
    return bool(turn.learners.profile.holds - known) and HELD in turn.cues and not asks and session is not None


def _wants_it_simpler(turn: Turn) -> bool:
    """Whether the answer before was too much: "in one line please", "i don't get it"; "shorter" may want a course."""
    recognition, session = turn.recognition, turn.session
    told = session is not None and bool(session.topic) and turn.cues & {BRIEFLY, PUZZLED} and not turn.cues & IN_ALL
    asked = set(recognition.attributes) - {LEVEL}
    more = asked or recognition.criteria or recognition.entities or recognition.requests
    return bool(told) and not more and len(recognition.tokens) <= SIMPLER_WORDS


def _wishes_place(turn: Turn) -> bool:
    """Whether "the second cheapest" and nothing else is asked for."""
    return not turn.recognition.attributes and any(wish.place > 1 for wish in turn.recognition.superlatives)


def _wishes_extreme_of_vendor(turn: Turn) -> bool:
    """Whether the most or the least of something among all that a vendor offers: "the cheapest google cert"."""
    recognition = turn.recognition
    return bool(recognition.superlatives) and any(one.several for one in recognition.of(EntityKind.VENDOR))


def _wishes_order(turn: Turn) -> bool:
    """Whether a list is to be put in an order: "sort by price"."""
    return SORTING in turn.cues and bool(turn.recognition.attributes or turn.recognition.superlatives)


def _lists_tier(turn: Turn) -> bool:
    """Whether "that tier" is meant, and what is asked of it can be told in a list of it."""
    best = turn.understanding.best.entry if turn.same_tier and turn.understanding.best else None
    return best is not None and (act_of(best) in LISTED or (isinstance(best, Answer) and best.attribute == TIER))


def _wishes_exam_alone(turn: Turn) -> bool:
    """Whether nothing is wished but that it be an exam, or none: "certs without an exam"."""
    wished = wants_exam(turn.cues) is not None and RECOMMEND not in turn.recognition.requests
    alone = len(turn.understanding.profile.situation) <= 1  # that wish may itself speak for something
    return wished and alone and len(turn.recognition.tokens) <= EXAM_WORDS
