"""Which of the certifications that a message names the person holds already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.nlu.recognition import STOP
from bot.nlu.slots import EntityKind
from bot.nlu.text import is_slot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.knowledge import Vocabulary
    from bot.nlu.recognition import Entity, Recognition

BEFORE, BEHIND, JOINING = "held before a name", "held behind a name", "joins names"
"""The cues of holding something, by where they stand, and of names that are listed together."""
REACH = 4
"""Tokens before a name in which its holding is told."""


def placed(recognition: Recognition, kind: EntityKind) -> Iterator[tuple[int, Entity]]:
    """Each entity of a kind with its place among the clauses' tokens."""
    places = [at for at, token in enumerate(recognition.clauses) if token == kind.slot]
    return zip(places, recognition.of(kind), strict=False)


@dataclass(frozen=True, slots=True)
class Held:
    """Ids of certifications by what is said of them."""

    holds: frozenset[str]
    lacks: frozenset[str]


class Holdings:
    """Knows the words of one vocabulary that say what is held."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._before = frozenset(vocabulary.phrases(BEFORE))
        self._behind = frozenset(vocabulary.phrases(BEHIND))
        self._joining = frozenset((*vocabulary.phrases(JOINING), EntityKind.VENDOR.slot))

    def read(self, recognition: Recognition) -> Held:
        """What the message says is done, and what not yet: "i have not passed it" rules nothing out."""
        held, lacked, last = list[str](), list[str](), None
        for at, entity in placed(recognition, EntityKind.CERTIFICATION):
            before, after = self._told_before(recognition.clauses, at), recognition.clauses[at + 1 : at + 3]
            joined = last is not None and self._joined(recognition.clauses[last + 1 : at])
            told = self._before.intersection(before) or self._behind.intersection(after) or joined
            if told:
                (lacked if entity.negated else held).append(entity.value)
                last = last if entity.negated else at
        return Held(frozenset(held), frozenset(lacked))

    def _told_before(self, clauses: tuple[str, ...], at: int) -> tuple[str, ...]:
        """The tokens before a place, as far as its clause reaches."""
        first = at
        while first > 0 and (
            is_slot(clauses[first - 1]) or clauses[first - 1] in self._joining or _lists(clauses, first - 1)
        ):
            first -= 1  # "have the ibm one, databricks and this": what is listed with it does not count
        stops = [place for place in range(max(0, first - REACH), first) if clauses[place] == STOP]
        return clauses[stops[-1] + 1 if stops else max(0, first - REACH) : first]

    def _joined(self, between: tuple[str, ...]) -> bool:
        """Whether what stands between two certifications joins them: "i have the ibm one and databricks"."""
        return len(between) <= 1 and all(word in self._joining for word in between)


def _lists(clauses: tuple[str, ...], at: int) -> bool:
    """Whether a mark between clauses is a comma of a list of names."""
    return clauses[at] == STOP and at > 0 and is_slot(clauses[at - 1]) and clauses[at - 1] != STOP
