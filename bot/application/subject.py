"""Which certifications, and which of their attributes, a message is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.application.handlers.readings import LIFECYCLE, LIMITS
from bot.application.naming import COMPARE, EXAMS, RECOMMEND
from bot.application.referring import several
from bot.application.succession import SUCCESSOR, succeeded
from bot.domain.actions import Advise, Browse
from bot.domain.acts import Act, act_of
from bot.domain.certification import CardKind
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.domain.message import Session

LEAST_COMPARED = 2
MOST_CARRIED = 4
"""Of more certifications spoken of at once a question is not about each."""
OF_CARDS = frozenset({Act.FACT, Act.UNKNOWN, Act.OVERVIEW, Act.COMPARE})
"""What is asked of certifications: a vendor's bare name stands for its certification."""
LEANING = frozenset({Act.FACT, Act.UNKNOWN, Act.OVERVIEW})
"""Of these, what can be asked of the one spoken of before."""
IT = "one of them"
"""The cue of words for a single one: "it"."""
SUM = "all of that"
"""The cue of somebody who wants it all added up, however many it was."""
IT_TOO = "it too"
"""The cue of somebody who means what was spoken of beside what is named: "that and the aws exam"."""
EVERYTHING = "everything"
"""The cue of somebody who speaks of all there are."""
OF_IT = "asks of it"
"""The cue of words that open a question about what was spoken of, whatever it names."""
ALIKE = "as much as"
"""The cue of asking whether one is like another: "same fee as azure's?"."""
OTHER = "other"
"""The cue of the other of two."""
THAN, ANOTHER = "than", "another one"
"""The cues of comparing with something, and of looking for something else."""
BESIDE = 0.08
"""From this confidence on an attribute that was named is asked about beside the likeliest."""
TOO = 0.2
"""From this confidence on another attribute is asked about too, whatever its words: "what is it and till when"."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a message is about."""

    certifications: tuple[str, ...] = ()
    """Ids."""
    attributes: tuple[str, ...] = ()
    """Ids."""


def find_subject(turn: Turn, act: Act) -> Subject:
    """What is named, in the light of what is done with it; where nothing is, what was spoken of before."""
    named = turn.named if act in OF_CARDS else turn.by_own_name
    attributes = _attributes(turn, act, several=len(named) > 1)
    if act is Act.COMPARE and len(named) < LEAST_COMPARED:
        named = _completed(turn, named)
    if act in LEANING and (not named or asks_of_it(turn)):
        named = _spoken_of(turn) or named
    elif act in OF_CARDS and IT_TOO in turn.cues and turn.session is not None and len(named) == 1:
        named = tuple(dict.fromkeys([*turn.session.certifications[:1], *named]))
    return Subject(named, attributes)


def asks_of_it(turn: Turn) -> bool:
    """Whether what is named is not what it is about: "does it use tensorflow"."""
    return turn.spoken_of and turn.opens(OF_IT) and not turn.cues & {THAN, ALIKE, IT_TOO}


def asked_about(turn: Turn, attribute: str) -> tuple[str, ...]:
    """The attribute that is asked about, and others that were named beside it."""
    spotted = turn.recognition.attributes
    likely = {one.entry.id: one.confidence for one in turn.understanding.intents if act_of(one.entry) is Act.FACT}
    sure = {LIMITS} if len(spotted) == 1 else set(spotted)  # "who is it not for" asks of its limits, too
    beside = [name for name in spotted if name in sure or likely.get(name, 0.0) >= BESIDE]
    beside += [name for name in _likely(turn) if name not in beside]
    return tuple(dict.fromkeys([*beside, attribute] if attribute in beside else [attribute, *beside]))


def _likely(turn: Turn) -> list[str]:
    """The attributes that are probably asked about, whatever the words."""
    intents = turn.understanding.intents
    return [one.entry.id for one in intents if one.confidence >= TOO and act_of(one.entry) is Act.FACT]


def held_against(turn: Turn, voice: Voice, act: Act) -> tuple[str, ...]:
    """What was spoken of before and the one it is held against: "is it harder than ibm?"; none where neither is."""
    session, cues = turn.session, turn.cues
    than = THAN in cues and ANOTHER not in cues and bool(turn.recognition.superlatives)
    than = than or (ALIKE in cues and bool(turn.named))
    if session is None or not (than or (COMPARE in turn.recognition.requests and act is Act.FACT)):
        return ()
    before = _carried(session, cues)[:1]
    moved = succeeded(turn, voice, before)
    other = turn.named or (moved if moved != before else ())
    return (*before, *other) if before and len(other) == 1 and other != before else ()


def _attributes(turn: Turn, act: Act, *, several: bool) -> tuple[str, ...]:
    """The attributes asked about by their words and, where things are compared, by superlatives."""
    spotted = list(turn.recognition.attributes)
    if act is Act.COMPARE:
        spotted += _likely(turn)
    if act is Act.COMPARE or several or not spotted:
        spotted += [criterion.attribute for criterion in turn.recognition.superlatives]
    return tuple(dict.fromkeys(spotted))


def _spoken_of(turn: Turn) -> tuple[str, ...]:
    """The certifications that a message which names none leans on; none where it speaks of certifications at large."""
    session, recognition = turn.session, turn.recognition
    if session is None or "at large" in turn.cues or recognition.of(EntityKind.TIER) or turn.same_tier:
        return ()
    if recognition.superlatives and (session.topic != COMPARE or EVERYTHING in turn.cues):
        return ()
    return turn.pointed_at or _exam_of(turn, session) or _carried(session, turn.cues)


def _exam_of(turn: Turn, session: Session) -> tuple[str, ...]:
    """The exam that the lessons spoken of prepare for: "is that exam still around" after Microsoft Learn."""
    known = [turn.knowledge.certifications[name] for name in session.certifications]
    meant = turn.cues & {EXAMS, SUCCESSOR} or LIFECYCLE in turn.recognition.attributes  # lessons are not retired
    if not meant or len(known) != 1 or known[0].kind is not CardKind.FREE_RESOURCE:
        return ()
    vendor = turn.knowledge.vendors.get(known[0].vendor or "")
    exam = turn.knowledge.certifications.get((vendor.default if vendor else None) or "")
    return (exam.id,) if exam and exam.kind is CardKind.EXAM else ()


def _carried(session: Session, cues: frozenset[str]) -> tuple[str, ...]:
    """What was last spoken of: all of it, the other of two, or the one that was advised."""
    if OTHER in cues and len(session.row) > 1:
        return tuple(name for name in session.row if name != session.certifications[0])[:1]
    counted = several(session, cues)
    if counted:
        return counted
    if "plural" in cues and not (IT in cues and not session.row):  # not "do they make you renew it"
        return session.together[:MOST_CARRIED] or session.recent[:LEAST_COMPARED]
    if SUM in cues and len(session.certifications) == 1 and len(session.row) > 1:
        return session.row[:MOST_CARRIED]
    team = isinstance(session.action, Advise) and session.action.people
    found = isinstance(session.action, Browse) and session.action.wanted.extreme is not None  # "the cheapest?"
    alone = (
        (session.topic == RECOMMEND and not team)
        or (found and IT in cues)
        or len(session.certifications) > MOST_CARRIED
    )
    return session.certifications[:1] if alone else session.certifications


def _of_vendor(turn: Turn) -> tuple[str, ...]:
    """All certifications of the one vendor that was named: "the two google ones"."""
    vendors = {entity.value for entity in turn.recognition.of(EntityKind.VENDOR) if not entity.negated}
    cards = tuple(card.id for card in turn.knowledge.reviewed if card.tier and {card.vendor} == vendors)
    return cards if len(cards) > 1 and not turn.recognition.of(EntityKind.CERTIFICATION) else ()


def _completed(turn: Turn, named: tuple[str, ...]) -> tuple[str, ...]:
    """What to compare where fewer than two were named: with what was spoken of, or all that was compared before."""
    session = turn.session
    if session is None or not session.recent:
        return _of_vendor(turn) or named
    ids = tuple(name for name in session.recent if name not in named)[: LEAST_COMPARED - len(named)]
    if not named:
        counted = several(session, turn.cues) or session.together
        shown = session.certifications if session.topic == COMPARE else counted
        shown = turn.pointed_at if len(turn.pointed_at) >= LEAST_COMPARED else shown
        return shown or tuple(reversed(session.recent[:LEAST_COMPARED]))
    return tuple(dict.fromkeys([*reversed(ids), *named]))
