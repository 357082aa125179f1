"""What is answered: the act that was decided on, with its target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.advising import advise, among_compared
from bot.application.comparing import between_named, compare, compare_or_list
from bot.application.explaining import explain, judge_named, repeat
from bot.application.factual import ON_OFFER, ask_facts, ended, names_asked, of_extreme
from bot.application.handlers.readings import LIFECYCLE, TIER
from bot.application.offering import near_entries
from bot.application.regrouping import TAKING_OUT
from bot.application.searching import find_holders
from bot.application.selecting import browse
from bot.application.subject import EVERYTHING, OF_CARDS, find_subject, held_against
from bot.application.succession import succeeded
from bot.application.telling import side_by_side
from bot.domain.actions import Action, Describe, OpenEntry, TellChanges, TellOutside, TellUnknown
from bot.domain.acts import Act
from bot.domain.entry import Answer
from bot.domain.fallbacks import AskBack, Decline
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.deciding import Option
    from bot.application.turn import Turn
    from bot.application.voice import Voice

REASONS = "opens reasons"
"""The cue of words that open a question for reasons."""


def aim(turn: Turn, voice: Voice, option: Option) -> Action:
    """The action for a reading of a message."""
    pair = held_against(turn, voice, option.act) if option.act in OF_CARDS or option.act is Act.LIST else ()
    if pair:
        superlatives = tuple(dict.fromkeys(one.attribute for one in turn.recognition.superlatives))
        return side_by_side(turn, pair, superlatives or names_asked(turn, option))
    return of_extreme(turn, option) or _AIMS[option.act](turn, voice, option)


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
        return ended(turn, voice, subject.attributes)
    attributes = tuple(name for name in subject.attributes if not (turn.same_tier and name == TIER))
    listed = browse(turn, voice, subject.certifications, attributes)
    if turn.has_criteria or turn.same_tier or EVERYTHING in turn.cues:
        return listed
    return find_holders(turn, voice, subject.attributes) or listed


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
    return judge_named(turn, voice, advice) or advice


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
    Act.FACT: ask_facts,
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
