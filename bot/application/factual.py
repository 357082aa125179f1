"""What a question for facts of certifications is answered with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.advising import CHOOSING
from bot.application.handlers.readings import LIFECYCLE
from bot.application.naming import COMPARE
from bot.application.referring import PLURAL
from bot.application.searching import find_holders
from bot.application.selecting import AT_LARGE, browse
from bot.application.subject import EVERYTHING, LEAST_COMPARED, MOST_CARRIED, asked_about, find_subject
from bot.application.succession import asks_successor, succeeded
from bot.application.telling import side_by_side, tell_facts
from bot.domain.actions import TellRetired, TellSuccessors
from bot.domain.acts import Act
from bot.domain.entry import Answer
from bot.domain.fallbacks import AskWhich

if TYPE_CHECKING:
    from bot.application.deciding import Option
    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.domain.actions import Action

OF_EXTREME = frozenset({Act.FACT, Act.COMPARE, Act.LIST})
"""What is asked of the one that has the most or the least of something."""
SURELY = 0.5
"""From this confidence on a fact of no certain certification is told of all there are."""
ON_OFFER = "still on offer"
"""The cue of somebody who asks for what can still be taken, rather than for what is gone."""


def ask_facts(turn: Turn, voice: Voice, option: Option) -> Action:
    """Facts of what is named or leant on; else those that have what is asked for, or a question which one is meant."""
    names = names_asked(turn, option)
    cards = find_subject(turn, Act.FACT).certifications
    if COMPARE in turn.recognition.requests and not turn.named:  # "side by side, duration too"
        before = find_subject(turn, Act.COMPARE).certifications
        if len(before) >= LEAST_COMPARED:
            return side_by_side(turn, before, names)
    if asks_successor(turn, voice, cards):
        return TellSuccessors(certifications=cards, attributes=(LIFECYCLE,))
    meant = succeeded(turn, voice, cards)
    if meant != cards:  # "how much is its successor" asks nothing of the end of the one before it
        cards, names = meant, tuple(name for name in names if name != LIFECYCLE) or names
    if cards:
        return _of_each(turn, voice, cards, names)
    if names[0] == LIFECYCLE and ON_OFFER not in turn.cues:
        return ended(turn, voice, names)
    if names[0] == LIFECYCLE or turn.has_criteria or EVERYTHING in turn.cues:
        return browse(turn, voice, attributes=names)
    row = turn.session.row if turn.session else ()
    if 0 < len(row) <= MOST_CARRIED and turn.cues & CHOOSING:  # "which one has projects" after several: among those
        return side_by_side(turn, row, names)
    holders = find_holders(turn, voice, names)
    of_all = bool(turn.cues & {*AT_LARGE, PLURAL}) and option.confidence >= SURELY  # "so which ones are worth it"
    if holders is None and of_all:
        return browse(turn, voice, attributes=names)
    return holders or AskWhich(attributes=names)


def _of_each(turn: Turn, voice: Voice, cards: tuple[str, ...], names: tuple[str, ...]) -> Action:
    """What is asked of some: one after the other, side by side, or beside each line of a list that was shown."""
    session = turn.session
    if turn.recognition.superlatives and len(cards) > 1:
        return side_by_side(turn, cards, names)
    if PLURAL in turn.cues and not turn.named and session is not None and len(session.together) > MOST_CARRIED:
        return browse(turn, voice, attributes=names)
    return tell_facts(turn, cards, names)


def names_asked(turn: Turn, option: Option) -> tuple[str, ...]:
    """Ids of the attributes that are asked about, by the words alone where the reading is not of a fact."""
    if option.act is not Act.FACT:
        return turn.recognition.attributes
    entry = option.entry
    return asked_about(turn, entry.attribute if isinstance(entry, Answer) else entry.id)


def of_extreme(turn: Turn, option: Option) -> Action | None:
    """What is asked of the one that the most or least of something tells apart: "the cheaper one, how long is it"."""
    wishes = {one.attribute for one in turn.recognition.superlatives}
    names = dict.fromkeys([*names_asked(turn, option), *turn.recognition.attributes])
    others = tuple(name for name in names if name not in wishes)
    at_large = turn.same_tier or turn.cues & AT_LARGE
    if not turn.extreme or turn.named or not others or at_large or option.act not in OF_EXTREME:
        return None
    return tell_facts(turn, turn.extreme, others)


def ended(turn: Turn, voice: Voice, attributes: tuple[str, ...]) -> Action:
    """What was retired; but the one that holds what is named, for "which one has the new gemini naming"."""
    return find_holders(turn, voice, attributes) or TellRetired(attributes=attributes)
