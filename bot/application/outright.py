"""What a message wants whatever its readings are like: by a bare name, by "200 more", by "that tier"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.advising import tells_limit
from bot.application.handlers.readings import TIER
from bot.application.naming import RECOMMEND
from bot.application.selecting import SORTING
from bot.application.telling import YES_OR_NO
from bot.domain.acts import Act, act_of
from bot.domain.entry import Answer
from bot.nlu.profiling import wants_exam
from bot.nlu.text import is_slot

if TYPE_CHECKING:
    from bot.application.turn import Turn

LISTED = frozenset({Act.FACT, Act.LIST, Act.OVERVIEW, Act.COMPARE, Act.EXPLAIN})
"""What is asked of a tier that a list of it answers."""
EXAM_WORDS = 5
"""Up to this many tokens a message that speaks of exams wishes nothing else: "certs without an exam"."""


def wanted_outright(turn: Turn) -> Act | None:
    """The act that is wanted beyond doubt; None where the readings have to be weighed."""
    recognition, session = turn.recognition, turn.session
    if all(is_slot(token) for token in recognition.tokens) and turn.named:
        return Act.OVERVIEW if session is None or not session.attributes else None
    if turn.named:
        return None
    if _wishes_place(turn) or _wishes_order(turn) or _lists_tier(turn):
        return Act.LIST
    if _wishes_exam_alone(turn):  # after advice it is one more limit
        return Act.RECOMMEND if session is not None and session.advising else Act.LIST
    budget = turn.learners.budget_moved and not turn.opens(YES_OR_NO)
    return Act.RECOMMEND if budget or tells_limit(turn) else None


def _wishes_place(turn: Turn) -> bool:
    """Whether "the second cheapest" and nothing else is asked for."""
    return not turn.recognition.attributes and any(wish.place > 1 for wish in turn.recognition.superlatives)


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
    return wished and len(turn.recognition.tokens) <= EXAM_WORDS
