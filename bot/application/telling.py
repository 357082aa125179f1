"""Facts of certifications, one after the other or side by side, as they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.referring import THREE, TWO
from bot.domain.actions import Compare, TellFacts
from bot.domain.figures import Unit
from bot.domain.reckoning import Reckoning
from bot.nlu.gazetteer import fold
from bot.nlu.slots import EntityKind
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.domain.figures import Figure

CALENDAR = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS})
"""Units in which something is paid for; years are told of oneself."""
BEGUN = "already begun"
"""The cue of what was begun or done: a day beside it lies in the past."""
LEFT = "left over"
"""The cue of somebody who asks what is left of the money."""
PAID_OVER = "paid over"
"""The cue of a span that is paid for: "over 5 months"."""
WITHIN = "opens a span"
"""The cue of words that make a span the time there is: "in 2 months"."""
NEEDING, COMMON = "needing", "common in prerequisites"
"""The cues of somebody who asks what is needed, and of words that do not say what that is."""
YES_OR_NO = "opens yes or no"
"""The cue of words that open a question which is answered by yes or no."""
SUM = "sum"
"""The cue of somebody who wants it all added up."""
IN_ALL = frozenset({SUM, TWO, THREE})
"""The cues of several that are asked of at once, so that a sum is of use."""


def tell_facts(turn: Turn, cards: tuple[str, ...], attributes: tuple[str, ...]) -> TellFacts:
    """What cards hold on attributes; both by their ids."""
    return TellFacts(
        certifications=cards,
        attributes=attributes,
        in_all=bool(turn.cues & IN_ALL),
        needs=_needs(turn),
        reckoning=reckoning_of(turn),
    )


def side_by_side(turn: Turn, cards: tuple[str, ...], attributes: tuple[str, ...]) -> Compare:
    """Two cards or more beside one another; both by their ids."""
    told = reckoning_of(turn)
    return Compare(certifications=cards, attributes=attributes, in_all=SUM in turn.cues, reckoning=told)


def reckoning_of(turn: Turn) -> Reckoning:
    """With what prices and times are wanted worked out."""
    recognition = turn.recognition
    days = () if BEGUN in turn.cues else recognition.dates
    start = next((moment.after(turn.day) for moment in days if moment.starts), None)
    return Reckoning(
        people=recognition.people or 1,
        span=span_of(turn) if PAID_OVER in turn.cues or _within_time(turn) else None,
        start=start,
        by=next((moment.after(start or turn.day) for moment in days if not moment.starts), None),
        hours_a_week=turn.understanding.profile.hours_a_week,
        purse=purse_of(turn),
    )


def _within_time(turn: Turn) -> bool:
    """Whether a span is told as the time there is: "in 2 months", "within a week"."""
    opening = turn.knowledge.vocabulary.phrases(WITHIN)
    return any(one.text.split()[:1] and one.text.split()[0] in opening for one in turn.recognition.of(EntityKind.TIME))


def purse_of(turn: Turn) -> Figure | None:
    """What it would be paid out of, where it is asked what is left: the amount that is told, or was told before."""
    if LEFT not in turn.cues:
        return None
    amounts = (one.figure for one in turn.recognition.of(EntityKind.MONEY) if one.figure)
    return next(amounts, turn.learners.profile.budget)


def span_of(turn: Turn) -> Figure | None:
    """The first span of calendar time that is told; None where none is."""
    figures = (one.figure for one in turn.recognition.of(EntityKind.TIME))
    return next((figure for figure in figures if figure and figure.unit in CALENDAR), None)


def _needs(turn: Turn) -> frozenset[str] | None:
    """What may be needed, by the words of "do i need aws experience?"; None where that is not asked."""
    if NEEDING not in turn.cues or not turn.opens(YES_OR_NO):
        return None
    vendors = " ".join(vendor.text for vendor in turn.recognition.of(EntityKind.VENDOR))
    vocabulary = turn.knowledge.vocabulary
    said = {fold(token) for token in (*turn.recognition.tokens, *tokenise(vendors))}
    return frozenset(said.difference(vocabulary.phrases(NEEDING), vocabulary.phrases(COMMON)))
