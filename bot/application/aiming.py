"""What is answered: the act that was decided on, with its target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.advising import CHOOSING, advise, among_compared
from bot.application.comparing import between_named, compare, compare_or_list
from bot.application.explaining import explain, repeat
from bot.application.handlers.readings import LIFECYCLE, TIER
from bot.application.naming import COMPARE
from bot.application.offering import near_entries
from bot.application.referring import PLURAL
from bot.application.regrouping import TAKING_OUT
from bot.application.searching import find_holders
from bot.application.selecting import AT_LARGE, browse
from bot.application.subject import (
    EVERYTHING,
    LEAST_COMPARED,
    MOST_CARRIED,
    OF_CARDS,
    asked_about,
    find_subject,
    held_against,
)
from bot.application.succession import asks_successor, succeeded
from bot.application.telling import side_by_side, tell_facts
from bot.domain.actions import (
    Action,
    Advise,
    Describe,
    ExplainAdvice,
    OpenEntry,
    TellChanges,
    TellOutside,
    TellRetired,
    TellSuccessors,
    TellUnknown,
)
from bot.domain.acts import Act
from bot.domain.entry import Answer
from bot.domain.fallbacks import AskBack, AskWhich, Decline
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.deciding import Option
    from bot.application.turn import Turn
    from bot.application.voice import Voice

REASONS = "opens reasons"
"""The cue of words that open a question for reasons."""
OF_EXTREME = frozenset({Act.FACT, Act.COMPARE, Act.LIST})
"""What is asked of the one that has the most or the least of something."""
ON_OFFER = "still on offer"
"""The cue of somebody who asks for what can still be taken, rather than for what is gone."""


def aim(turn: Turn, voice: Voice, option: Option) -> Action:
    """The action for a reading of a message."""
    pair = held_against(turn, voice, option.act) if option.act in OF_CARDS or option.act is Act.LIST else ()
    if pair:
        superlatives = tuple(dict.fromkeys(one.attribute for one in turn.recognition.superlatives))
        return side_by_side(turn, pair, superlatives or _names(turn, option))
    return _of_extreme(turn, option) or _AIMS[option.act](turn, voice, option)


def _fact(turn: Turn, voice: Voice, option: Option) -> Action:
    names = _names(turn, option)
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
        return _ended(turn, voice, names)
    if names[0] == LIFECYCLE or turn.has_criteria or EVERYTHING in turn.cues:
        return browse(turn, voice, attributes=names)
    row = turn.session.row if turn.session else ()
    if 0 < len(row) <= MOST_CARRIED and turn.cues & CHOOSING:  # "which one has projects" after several: among those
        return side_by_side(turn, row, names)
    return find_holders(turn, voice, names) or AskWhich(attributes=names)


def _of_each(turn: Turn, voice: Voice, cards: tuple[str, ...], names: tuple[str, ...]) -> Action:
    """What is asked of some: one after the other, side by side, or beside each line of a list that was shown."""
    session = turn.session
    if turn.recognition.superlatives and len(cards) > 1:
        return side_by_side(turn, cards, names)
    if PLURAL in turn.cues and not turn.named and session is not None and len(session.together) > MOST_CARRIED:
        return browse(turn, voice, attributes=names)
    return tell_facts(turn, cards, names)


def _names(turn: Turn, option: Option) -> tuple[str, ...]:
    """Ids of the attributes that are asked about, by the words alone where the reading is not of a fact."""
    if option.act is not Act.FACT:
        return turn.recognition.attributes
    entry = option.entry
    return asked_about(turn, entry.attribute if isinstance(entry, Answer) else entry.id)


def _of_extreme(turn: Turn, option: Option) -> Action | None:
    """What is asked of the one that the most or least of something tells apart: "the cheaper one, how long is it"."""
    wishes = {one.attribute for one in turn.recognition.superlatives}
    names = dict.fromkeys([*_names(turn, option), *turn.recognition.attributes])
    others = tuple(name for name in names if name not in wishes)
    at_large = turn.same_tier or turn.cues & AT_LARGE
    if not turn.extreme or turn.named or not others or at_large or option.act not in OF_EXTREME:
        return None
    return tell_facts(turn, turn.extreme, others)


def _entry(turn: Turn, _: Voice, option: Option) -> Action:
    if not isinstance(option.entry, Answer):
        return Decline(suggestions=tuple(near_entries(turn)))
    subject = find_subject(turn, option.act)
    return OpenEntry(
        certifications=subject.certifications,
        attributes=subject.attributes,
        entry=option.entry.id,
        reasons=turn.opens(REASONS),
    )


def _unknown(turn: Turn, _: Voice, option: Option) -> Action:
    subject = find_subject(turn, Act.UNKNOWN)
    return TellUnknown(certifications=subject.certifications, attributes=subject.attributes, entry=option.entry.id)


def _compare(turn: Turn, voice: Voice, _: Option) -> Action:
    return compare_or_list(turn, voice)


def _list(turn: Turn, voice: Voice, _: Option) -> Action:
    if turn.recognition.superlatives and between_named(turn, find_subject(turn, Act.COMPARE)):
        return compare(turn)
    subject = find_subject(turn, Act.LIST)
    if LIFECYCLE in subject.attributes and not turn.cues & {ON_OFFER, *TAKING_OUT}:
        return _ended(turn, voice, subject.attributes)
    attributes = tuple(name for name in subject.attributes if not (turn.same_tier and name == TIER))
    listed = browse(turn, voice, subject.certifications, attributes)
    if turn.has_criteria or turn.same_tier or EVERYTHING in turn.cues:
        return listed
    return find_holders(turn, voice, subject.attributes) or listed


def _ended(turn: Turn, voice: Voice, attributes: tuple[str, ...]) -> Action:
    """What was retired; but the one that holds what is named, for "which one has the new gemini naming"."""
    return find_holders(turn, voice, attributes) or TellRetired(attributes=attributes)


def _overview(turn: Turn, voice: Voice, _: Option) -> Action:
    subject = find_subject(turn, Act.OVERVIEW)
    if subject.certifications:
        return Describe(certifications=succeeded(turn, voice, subject.certifications), attributes=subject.attributes)
    if turn.has_criteria:
        return browse(turn, voice, attributes=subject.attributes)
    return AskBack(suggestions=tuple(near_entries(turn)))


def _recommend(turn: Turn, voice: Voice, option: Option) -> Action:
    told, session = turn.learners.profile, turn.session
    limit = told.budget is not None and told.budget.most > 0
    if limit and not (told.shows or told.denies or turn.named or session):
        return browse(turn, voice)  # nothing but the budget is told: what fits is all there is to say
    if among_compared(turn) and turn.has_criteria and not turn.understanding.profile.situation:
        return browse(turn, voice)  # "which of them needs aws" says nothing of oneself
    advice = advise(turn, option.entry.id if isinstance(option.entry, Answer) else "")
    return _judged(turn, voice, advice) or advice


def _judged(turn: Turn, voice: Voice, advice: Advise) -> Action | None:
    """What is thought of another that is named after advice, where that changes nothing: "what about harvard"."""
    session = turn.session
    if session is None or not session.advising or not turn.named or turn.understanding.profile.situation:
        return None
    picks = voice.adviser.advise(advice.profile, voice.day).choices[:1]
    vendors = {turn.knowledge.certifications[name].vendor for name in turn.named}
    changed = not picks or picks[0].card.vendor in vendors or picks[0].card.id not in session.certifications
    return None if changed else ExplainAdvice(certifications=turn.named, profile=advice.profile)


def _outside(turn: Turn, _: Voice, __: Option) -> Action:
    if turn.named:
        return Describe(certifications=turn.named)
    named = turn.recognition.of(EntityKind.OUTSIDE)
    return TellOutside(name=named[0].text) if named else Decline(suggestions=tuple(near_entries(turn)))


def _changes(turn: Turn, _: Voice, __: Option) -> Action:
    return TellChanges(certifications=turn.named, attributes=turn.recognition.attributes)


def _explain(turn: Turn, _: Voice, __: Option) -> Action:
    return explain(turn)


def _repeat(turn: Turn, _: Voice, __: Option) -> Action:
    return repeat(turn)


_AIMS: dict[Act, Callable[[Turn, Voice, Option], Action]] = {
    Act.FACT: _fact,
    Act.ENTRY: _entry,
    Act.UNKNOWN: _unknown,
    Act.ASIDE: _entry,
    Act.COMPARE: _compare,
    Act.LIST: _list,
    Act.OVERVIEW: _overview,
    Act.RECOMMEND: _recommend,
    Act.EXPLAIN: _explain,
    Act.REPEAT: _repeat,
    Act.OUTSIDE: _outside,
    Act.CHANGES: _changes,
}
