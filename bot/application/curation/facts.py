"""Facts that no attribute asks for, whose value is none of the choices, or that nobody has looked at for long."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.application.curation.paths import folder, path_of
from bot.domain.nearest import did_you_mean
from bot.domain.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bot.domain.certification import Certification, Fact
    from bot.domain.draft import Draft
    from bot.domain.entry import Attribute

REVIEW_AFTER_DAYS = 365
"""A fact read longer ago than this is overdue: vendors reprice and retire about once a year."""


def unsound_facts(draft: Draft) -> Iterator[Problem]:
    """Facts of no attribute, values that are none of the choices, changes out of order."""
    attributes = {one.id: one for one in draft.knowledge.attributes}
    for card in draft.knowledge.certifications.values():
        for name, fact in card.facts.items():
            attribute = attributes.get(name)
            if attribute is None and name not in draft.unread:
                place = draft.places(folder(card), card.id, "facts", name)
                mend = did_you_mean(name, attributes, f"use one of: {', '.join(sorted(attributes))}")
                yield Problem(place, f"`{name}` is no attribute", mend)
            yield from _choices(card, fact, attribute, draft)
            yield from _order(card, fact, draft)


def _choices(card: Certification, fact: Fact, attribute: Attribute | None, draft: Draft) -> Iterator[Problem]:
    choices = attribute.choices if attribute else ()
    for number, reading in enumerate(fact.readings):
        if choices and reading.value not in choices:
            place = draft.places(folder(card), card.id, *path_of(fact, number, "value"))
            yield Problem(place, f"`{reading.value}` is none of the choices", f"write one of: {', '.join(choices)}")
        elif "{" in reading.value or "}" in reading.value:
            place = draft.places(folder(card), card.id, *path_of(fact, number, "value"))
            yield Problem(place, "a value holds no references", "write the words themselves")


def _order(card: Certification, fact: Fact, draft: Draft) -> Iterator[Problem]:
    for number, (before, reading) in enumerate(pairwise(fact.readings), 1):
        if reading.since <= before.since:
            place = draft.places(folder(card), card.id, *path_of(fact, number, "from"))
            what = f"{reading.since} is not after {before.since}, the day of the reading before"
            yield Problem(place, what, "put the oldest first, one a day, all after the date of the first one's source")


def overdue(draft: Draft, today: date) -> Iterator[Problem]:
    """Facts nobody has looked at for a year."""
    sources = draft.knowledge.sources
    for card in draft.knowledge.certifications.values():
        for name, fact in card.facts.items():
            last = fact.readings[-1]
            if last.source not in sources:
                continue
            read = max(last.since, sources[last.source].published)
            age = (today - read).days
            if age > REVIEW_AFTER_DAYS:
                place = draft.places(folder(card), card.id, "facts", name)
                mend = "check it on the official page, then add what you read under `changes` with its source"
                yield Problem(place, f"read {age} days ago, on {read}", mend, Severity.WARNING)
