"""Which of the certifications spoken of before a message means without naming it: "it", "both", "the second one"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.application.describing import ALIVE, GONE, words_about, words_of_name
from bot.application.grading import grade_of
from bot.application.handlers.readings import TIER
from bot.domain.actions import Browse, OpenEntry
from bot.domain.entry import Answer
from bot.nlu.gazetteer import fold
from bot.nlu.names import HEADS
from bot.nlu.places import places_in
from bot.nlu.slots import EntityKind

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
PLURAL = "plural"
"""The cue of several that are meant at once."""
MINE, THEIRS = "mine", "theirs"
"""The cues of what was asked for oneself, and for somebody else."""
YOURS = "pick of the bot"
"""The cue of what was advised."""
SAME_TIER = "the same tier"
"""The cue of the tier of what was spoken of."""
TWO, THREE = "two of them", "three of them"
"""The cues of how many are meant."""
COUNTS = {TWO: 2, THREE: 3}


def picked_out(knowledge: Knowledge, recognition: Recognition, session: Session | None, day: date) -> tuple[str, ...]:
    """Ids of those that are picked out of what was shown: by place, by what tells them apart, by a description."""
    if session is None or tier_meant(knowledge, recognition, session):
        return ()
    owned = _owned(session, recognition)
    if owned:
        return owned
    row = session.row or session.listed
    if len(row) >= LEAST:
        placed = _placed(knowledge, recognition, row)
        if placed:
            return placed
        wish = next((one for one in recognition.superlatives if not one.negated), None)
        if wish is not None and set(recognition.attributes) - {wish.attribute}:  # "the cheaper one, is it hard"
            return most_or_least(knowledge, recognition, session, day)
    if PLURAL in recognition.cues:
        return ()
    shown = row if len(row) >= LEAST else session.recent
    found = _described(knowledge, _about_one(knowledge, recognition), shown, day)
    return found or _described_beside(knowledge, recognition, session.certifications, day)


def _described_beside(
    knowledge: Knowledge, recognition: Recognition, certifications: tuple[str, ...], day: date
) -> tuple[str, ...]:
    """The only one that fits a description of what the same vendors offer, be it certifications or free lessons too."""
    said, offered = _about_one(knowledge, recognition, known=True), _beside(knowledge, certifications)
    tiered = tuple(name for name in offered if knowledge.certifications[name].tier)
    return _described(knowledge, said, tiered, day) or _described(knowledge, said, offered, day)


def _beside(knowledge: Knowledge, certifications: tuple[str, ...]) -> tuple[str, ...]:
    """Ids of all that the vendors of some offer: "how hard is the aws cert", "the generative one"."""
    vendors = {knowledge.certifications[id_].vendor for id_ in certifications}
    return tuple(card.id for card in knowledge.reviewed if card.vendor in vendors)


def _owned(session: Session, recognition: Recognition) -> tuple[str, ...]:
    """Those of "mine or hers", where it was asked for two people, and "your pick"; empty where neither is spoken of."""
    cues = recognition.cues
    both = bool(recognition.superlatives)  # "hers is cheaper, right?"
    if session.own and session.theirs and cues & {MINE, THEIRS}:
        said = ((MINE in cues or both, session.own), (THEIRS in cues or both, session.theirs))
        return tuple(dict.fromkeys(id_ for meant, id_ in said if meant))
    return (session.pick,) if YOURS in cues and session.pick else ()


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
    ranked = sorted(set(known.values()), reverse=wish.sense == "highest")[wish.place - 1 :][:1]
    return tuple(id_ for id_, grade in known.items() if grade in ranked)[:1]


def tier_meant(knowledge: Knowledge, recognition: Recognition, session: Session | None) -> tuple[str, ...]:
    """The number of the tier that "its tier" and "that tier" mean; empty where none is meant so, or one is named."""
    if session is None or SAME_TIER not in recognition.cues or recognition.of(EntityKind.TIER):
        return ()
    before = session.action
    if isinstance(before, Browse) and before.wanted.tiers:
        return before.wanted.tiers if len(before.wanted.tiers) == 1 else ()
    if isinstance(before, OpenEntry):
        entry = knowledge.entries[before.entry]
        told = isinstance(entry, Answer) and entry.attribute == TIER
        return tuple(letter for letter in entry.title if letter.isdecimal()) if told else ()
    shown = session.certifications or session.row
    tiers = tuple({str(tier) for id_ in shown if (tier := knowledge.certifications[id_].tier) is not None})
    return tiers if len(tiers) == 1 else ()


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
    """Those whose places are named: "the second", "the first and the last", not "the second cheapest"."""
    if any(wish.place > 1 for wish in recognition.superlatives):
        return ()
    vocabulary = knowledge.vocabulary
    places = places_in(recognition.tokens, vocabulary.phrases(DEFINITE), vocabulary.phrases(HEADS), len(row))
    return tuple(row[place] for place in places)


def _described(knowledge: Knowledge, said: frozenset[str], among: Iterable[str], day: date) -> tuple[str, ...]:
    """The only one of several that the words about "one" fit."""
    if not said:
        return ()
    cards = [knowledge.certifications[id_] for id_ in among]
    named = _fitting({card.id: words_of_name(card) for card in cards}, said)
    return named or _fitting({card.id: words_about(card, day, knowledge.vocabulary) for card in cards}, said)


def _fitting(words: dict[str, set[str]], said: frozenset[str]) -> tuple[str, ...]:
    """The id of the only one whose words, that no other has, were said."""
    used = Counter(word for held in words.values() for word in held)
    telling = {word for word in said if used[word] == 1}
    hits = [id_ for id_, held in words.items() if telling & held]
    return tuple(hits) if len(hits) == 1 and len(words) > 1 else ()


def _about_one(knowledge: Knowledge, recognition: Recognition, *, known: bool = False) -> frozenset[str]:
    """The telling words of "the generative one" and of "the one for leaders", folded; none without such a noun.

    Where it must be ``known`` which is meant, "the" or the like must stand before them.
    """
    tokens, phrases = recognition.tokens, knowledge.vocabulary.phrases
    heads, definite, behind = {*phrases(HEADS), *phrases(NOUNS)}, phrases(DEFINITE), phrases(BEHIND)
    near: set[str] = set()
    for at in (place for place, token in enumerate(tokens) if token in heads):
        opening = next(
            (place for place in range(at - 1, at - 2 - NEAR, -1) if place < 0 or tokens[place] in definite), None
        )
        if known and (opening is None or opening < 0):
            continue
        if opening is not None:
            near.update(tokens[opening + 1 : at])
        if tokens[at + 1 : at + 2] and tokens[at + 1] in behind:
            near.update(tokens[at + 2 : at + 2 + NEAR])
    if near & {EntityKind.TIME.slot, EntityKind.MONEY.slot}:  # "that 10 hour thing"
        measures = (*recognition.of(EntityKind.TIME), *recognition.of(EntityKind.MONEY))
        near.update(f"{one.figure.most:g}" for one in measures if one.figure)
    status = {*phrases(GONE), *phrases(ALIVE)}
    return frozenset(map(fold, near)).difference(heads, set(phrases(EVERYDAY)) - status)
