"""Messages about the answer before: why, says who, more of it, the same again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.advising import advise
from bot.application.handlers.readings import LEVEL, LIMITS
from bot.application.naming import COMPARE, RECOMMEND
from bot.application.offering import near_entries
from bot.application.subject import find_subject
from bot.application.telling import tell_facts
from bot.domain.actions import (
    Action,
    Compare,
    Describe,
    ExplainAdvice,
    OpenEntry,
    TellBriefly,
    TellFacts,
    TellMore,
    TellSources,
    TellUnknown,
)
from bot.domain.acts import Act
from bot.domain.entry import Answer
from bot.domain.fallbacks import Decline, DeclineMore

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.domain.actions import Advise
    from bot.domain.message import Session

VERDICT = "verdict"
"""The attribute that holds what speaks for a certification."""
BRIEFLY, PUZZLED = "in short", "not understood"
"""The cues of somebody who wants it shorter, and of one who did not understand it."""
SOURCE = "source"
"""The cue of somebody who asks where it comes from."""


def explain(turn: Turn) -> Action:
    """Why the answer before is what it is; where nothing more is known, its source, else the same again."""
    session = turn.session
    if session is not None and (session.topic == RECOMMEND or (session.advising and turn.ruled_out)):
        named = tuple(dict.fromkeys([*turn.by_own_name, *turn.ruled_out]))
        return ExplainAdvice(certifications=named, profile=session.profile)
    asked, before = turn.recognition.attributes, session.certifications if session else ()
    if asked and SOURCE not in turn.cues and before:  # "isn't it retired though": asks, not doubts
        return tell_facts(turn, turn.named or find_subject(turn, Act.FACT).certifications, asked)
    for named, reason in ((turn.named, VERDICT), (turn.ruled_out, LIMITS)):  # "why the google one", "why not ibm"
        if SOURCE not in turn.cues and named and set(named) != set(before):
            return tell_facts(turn, named, (reason,))
    if session is None or not session.topic:
        return DeclineMore()
    written = turn.knowledge.entries.get(session.topic)
    if SOURCE not in turn.cues and isinstance(written, Answer) and written.source and session.action is not None:
        return _more(turn, session, session.action)
    if session.has_sources and session.action is not None:
        return TellSources(certifications=session.certifications, attributes=session.attributes, of=session.action)
    return repeat(turn)


def judge_named(turn: Turn, voice: Voice, advice: Advise) -> ExplainAdvice | None:
    """What speaks for and against another that is named after advice: "what about harvard".

    None where the message tells more, or what it tells speaks for another pick by itself: "we use aws".
    """
    session = turn.session
    if session is None or not session.advising or not turn.named or turn.understanding.profile.situation:
        return None
    rules = turn.knowledge.rules
    by_name = {name for name in advice.profile.shows if name in rules and not rules[name].shown_by}
    told = advice.profile
    person = replace(told, named=told.named - set(turn.named), shows=told.shows - (by_name - session.profile.shows))
    picks = voice.adviser.advise(person, voice.day).choices[:1]
    vendors = {turn.knowledge.certifications[name].vendor for name in turn.named}
    changed = not picks or picks[0].card.vendor in vendors or picks[0].card.id not in session.certifications
    return None if changed else ExplainAdvice(certifications=turn.named, profile=person)


def repeat(turn: Turn) -> Action:
    """The answer before in short, where that is wanted; else its longer part, else the same again."""
    session, asked = turn.session, turn.recognition.attributes
    if session is None or not session.topic:
        return DeclineMore()
    simpler = BRIEFLY in turn.cues or (PUZZLED in turn.cues and not session.has_more)
    asks_more = set(asked) - ({LEVEL} if simpler else set())  # "in simple words" asks of no level
    if asks_more and session.certifications:  # "and the price again"
        return tell_facts(turn, turn.named or session.certifications, asked)
    if simpler and session.action is not None and not isinstance(session.action, TellUnknown):
        return _briefly(session, session.action)
    if session.has_more and session.action is not None:
        return _more(turn, session, session.action)
    if isinstance(turn.knowledge.entries.get(session.topic), Answer):
        return OpenEntry(entry=session.topic)
    if session.topic == RECOMMEND:
        return advise(turn)
    if not session.certifications:
        return Decline(suggestions=tuple(near_entries(turn)))
    return _again(session)


def _more(turn: Turn, session: Session, before: Action) -> TellMore:
    return TellMore(certifications=turn.by_own_name or session.certifications, attributes=session.attributes, of=before)


def _briefly(session: Session, before: Action) -> TellBriefly:
    """In short what was told at length, even if it has been told in short already."""
    while isinstance(before, TellBriefly | TellMore):
        before = before.of
    return TellBriefly(certifications=session.certifications, attributes=session.attributes, of=before)


def _again(session: Session) -> Action:
    """The answer before from the cards that it was about."""
    cards, attributes = session.certifications, session.attributes
    if len(cards) > 1 and session.topic == COMPARE:
        return Compare(certifications=cards, attributes=attributes)
    if attributes:
        return TellFacts(certifications=cards, attributes=attributes)
    return Describe(certifications=cards)
