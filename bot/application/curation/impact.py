"""What a change of the knowledge does to answers: to those of the entries that changed, to promises, and elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.application.curation.checking import faults_in
from bot.application.curation.replaying import talk_of
from bot.application.naming import RECOMMEND

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.application.curation.checking import Fault
    from bot.application.curation.replaying import Replies, Talk, Told
    from bot.domain.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Change:
    """A message that is answered otherwise than before."""

    talk: Talk
    turn: int
    """Counted from 0."""
    before: Told
    after: Told

    @property
    def said(self) -> tuple[str, ...]:
        """The message, with those before it."""
        return self.talk.utterances[: self.turn + 1]


@dataclass(frozen=True, slots=True)
class Impact:
    """The answers that change, each in one of the groups."""

    yours: tuple[Change, ...]
    """By what was changed in the files, or no longer by it."""
    broken: tuple[tuple[Fault, Told | None], ...]
    """Promises that no longer hold, with the reply before; None for a promise that is new."""
    elsewhere: tuple[Change, ...]
    """All others: side effects."""
    asked: int
    """Messages that were asked."""


def changed_ids(before: Knowledge, after: Knowledge) -> frozenset[str]:
    """Ids of the entries and certifications that changed, came or went; of the request for advice where its rules did.

    What is changed in the vocabulary, in vendors or in sources belongs to no entry.
    """
    pairs = ((before.entries, after.entries), (before.certifications, after.certifications))
    changed = {id_ for old, new in pairs for id_ in old.keys() | new.keys() if old.get(id_) != new.get(id_)}
    old, new = ({(one.says, one.means) for one in knowledge.collected} for knowledge in (before, after))
    changed.update(means[0] for _, means in old ^ new)
    advised, advises = ((one.rules, one.paths, one.form) for one in (before, after))
    return frozenset(changed | ({RECOMMEND} if advised != advises else set()))


def find_impact(
    knowledge: tuple[Knowledge, Knowledge],
    told: tuple[Replies, Replies],
    today: date,
) -> Impact:
    """Group what changes between two states of the knowledge, the earlier first; both were asked the same."""
    before, after = told
    broken = tuple(_broken(knowledge, told, today))
    promised = {(talk_of(fault.check, today), fault.turn) for fault, _ in broken}
    changed = changed_ids(*knowledge)
    changes = [one for one in _changes(before, after) if (one.talk, one.turn) not in promised]
    yours = tuple(one for one in changes if _answered_by(one, changed))
    elsewhere = tuple(one for one in changes if not _answered_by(one, changed))
    return Impact(yours, broken, elsewhere, sum(len(talk.utterances) for talk in after))


def _changes(before: Replies, after: Replies) -> Iterator[Change]:
    for talk, replies in after.items():
        for number, (old, new) in enumerate(zip(before[talk], replies, strict=True)):
            if (old.kind, old.topic, old.text) != (new.kind, new.topic, new.text):
                yield Change(talk, number, old, new)


def _broken(
    knowledge: tuple[Knowledge, Knowledge],
    told: tuple[Replies, Replies],
    today: date,
) -> Iterator[tuple[Fault, Told | None]]:
    """The promises that do not hold now, and held before or were not made."""
    before, after = told
    made = {(check.turns, check.as_of) for check in knowledge[0].checks if check.promised}
    for check in knowledge[1].checks:
        if not check.promised:
            continue
        talk, old = talk_of(check, today), (check.turns, check.as_of) in made
        failed = {fault.turn for fault in faults_in(check, before[talk])} if old else set()
        for fault in faults_in(check, after[talk]):
            if fault.turn not in failed:
                yield fault, before[talk][fault.turn] if old else None


def _answered_by(change: Change, ids: frozenset[str]) -> bool:
    told = (change.before, change.after)
    return any(not ids.isdisjoint((one.topic, *one.certifications)) for one in told)
