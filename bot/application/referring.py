"""Which of the certifications spoken of before a message means without naming it: "it", "both", "the second one"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.application.describing import words_about
from bot.application.grading import grade_of
from bot.nlu.gazetteer import fold
from bot.nlu.names import HEADS
from bot.nlu.places import places_in
from bot.nlu.slots import EntityKind
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Session
    from bot.nlu.recognition import Recognition

LEAST = 2
NEAR = 3
"""Most tokens before and behind "one" that may describe it: "the generative one", "the one for leaders"."""
EVERYDAY = "everyday words"
"""The cue of words that pick out no certification, however few cards use them."""
NOUNS = "nouns for one of them"
"""The cue of nouns besides those that names have: "that 10 hour thing"."""
DEFINITE, BEHIND = "definite", "describes behind"
"""The cues of words before what is known already, and of those behind "one" that begin to describe it."""
MINE, THEIRS = "mine", "theirs"
"""The cues of what was asked for oneself, and for somebody else."""
TWO, THREE = "two of them", "three of them"
"""The cues of how many are meant."""
COUNTS = {TWO: 2, THREE: 3}


def picked_out(knowledge: Knowledge, recognition: Recognition, session: Session | None, day: date) -> tuple[str, ...]:
    """Ids of those that are picked out of what was shown: by place, by what tells them apart, by a description."""
    if session is None:
        return ()
    owned = _owned(session, recognition.cues)
    if owned:
        return owned
    row = session.row or session.listed
    if len(row) < LEAST:
        return _described(knowledge, recognition, session.recent, day)
    placed = _placed(knowledge, recognition, row)
    if placed:
        return placed
    wish = next((one for one in recognition.superlatives if not one.negated), None)
    if wish is not None and set(recognition.attributes) - {wish.attribute}:  # "the cheaper one, is it hard"
        return most_or_least(knowledge, recognition, session, day)
    return _described(knowledge, recognition, row, day)


def _owned(session: Session, cues: frozenset[str]) -> tuple[str, ...]:
    """Those of "mine or hers", where it was asked for two people; empty where neither is spoken of."""
    if not (session.own and session.theirs):
        return ()
    named = ((MINE in cues, session.own), (THEIRS in cues, session.theirs))
    return tuple(dict.fromkeys(id_ for said, id_ in named if said))


def most_or_least(
    knowledge: Knowledge, recognition: Recognition, session: Session | None, day: date
) -> tuple[str, ...]:
    """The id of the one of what was shown that has most or least of something; empty where none is spoken of."""
    wish = next(iter(recognition.superlatives), None)
    row = (session.row or session.listed) if session else ()
    if wish is None:
        return ()
    grades = {id_: grade_of(knowledge, knowledge.certifications[id_], wish.attribute, day) for id_ in row}
    known = {id_: grade for id_, grade in grades.items() if grade is not None}
    if len(known) < LEAST:
        return ()
    return ((min if wish.sense == "lowest" else max)(known, key=lambda id_: known[id_]),)


def several(session: Session, cues: frozenset[str]) -> tuple[str, ...]:
    """Ids of as many as are counted; empty where none are."""
    count = next((count for cue, count in COUNTS.items() if cue in cues), 0)
    if not count:
        return ()
    latest = session.recent[:count]
    if len(session.row) == count and set(latest) <= set(session.row):
        return session.row
    return tuple(reversed(latest)) if len(latest) == count else ()


def _placed(knowledge: Knowledge, recognition: Recognition, row: tuple[str, ...]) -> tuple[str, ...]:
    """Those whose places are named: "the second", "the first and the last"."""
    vocabulary = knowledge.vocabulary
    places = places_in(recognition.tokens, vocabulary.phrases(DEFINITE), vocabulary.phrases(HEADS), len(row))
    return tuple(row[place] for place in places)


def _described(knowledge: Knowledge, recognition: Recognition, among: Iterable[str], day: date) -> tuple[str, ...]:
    """The only one of several that the words about "one" fit."""
    said = _about_one(knowledge, recognition)
    if not said:
        return ()
    words = {id_: words_about(knowledge.certifications[id_], day) for id_ in among}
    used = Counter(word for held in words.values() for word in held)
    telling = {word for word in said if used[word] == 1}
    hits = [id_ for id_, held in words.items() if telling & held]
    return tuple(hits) if len(hits) == 1 and len(words) > 1 else ()


def _about_one(knowledge: Knowledge, recognition: Recognition) -> frozenset[str]:
    """The telling words of "the generative one" and of "the one for leaders", folded; none without such a noun."""
    tokens, phrases = recognition.tokens, knowledge.vocabulary.phrases
    heads, definite, behind = {*phrases(HEADS), *phrases(NOUNS)}, phrases(DEFINITE), phrases(BEHIND)
    near: set[str] = set()
    for at in (place for place, token in enumerate(tokens) if token in heads):
        opening = next(
            (place for place in range(at - 1, at - 2 - NEAR, -1) if place < 0 or tokens[place] in definite), None
        )
        if opening is not None:
            near.update(tokens[opening + 1 : at])
        if tokens[at + 1 : at + 2] and tokens[at + 1] in behind:
            near.update(tokens[at + 2 : at + 2 + NEAR])
    if near & {EntityKind.TIME.slot, EntityKind.MONEY.slot}:  # "that 10 hour thing"
        measures = (*recognition.of(EntityKind.TIME), *recognition.of(EntityKind.MONEY))
        near.update(word for one in measures for word in tokenise(one.text) if word.isdecimal())
    return frozenset(map(fold, near)).difference(heads, phrases(EVERYDAY))
