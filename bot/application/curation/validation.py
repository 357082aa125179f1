"""The one validator: whether the parts of the knowledge fit together; for start, reload, command line and CI alike."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.application.curation.claims import claims_twice
from bot.application.curation.facts import overdue, unsound_facts
from bot.application.curation.figures import contradictions
from bot.application.curation.links import dangling
from bot.application.curation.rules import unsound_rules
from bot.application.curation.wording import unsound_examples, unsound_vocabulary, unsound_words
from bot.domain.acts import REQUESTS
from bot.domain.entry import EntryKind
from bot.domain.learner import PROGRAM_RULES
from bot.domain.nearest import did_you_mean
from bot.domain.problems import MOST_IN_ONE_FILE, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bot.domain.draft import Draft

NEEDED_ATTRIBUTES = frozenset(
    {
        "audience",
        "billing",
        "career-effect",
        "cost",
        "coverage",
        "duration",
        "exam-code",
        "free",
        "level",
        "lifecycle",
        "limits",
        "next-steps",
        "page",
        "platform",
        "prerequisites",
        "renewal",
        "tier",
        "verdict",
    }
)
"""The attributes that handlers name: overviews, comparisons, lists and recommendations are made of them."""


def validate(draft: Draft, today: date) -> list[Problem]:
    """Every problem of a draft, its own and those between its files, sorted by place."""
    if not draft.complete:
        return list(draft.problems)
    problems = [
        *draft.problems,
        *_needed(draft),
        *dangling(draft),
        *unsound_facts(draft),
        *claims_twice(draft),
        *contradictions(draft),
        *unsound_examples(draft),
        *unsound_words(draft),
        *unsound_vocabulary(draft),
        *unsound_rules(draft, today),
        *overdue(draft, today),
    ]
    return sorted(_limited(sorted(set(problems))))


def _needed(draft: Draft) -> Iterator[Problem]:
    """Entries that the program relies on and that are not there, and requests that it does not know."""
    there = {(entry.kind, entry.id) for entry in draft.knowledge.entries.values()}
    if not draft.knowledge.attributes and not draft.knowledge.certifications and draft.problems:
        return  # there is hardly a folder; that is said already
    for name in sorted(NEEDED_ATTRIBUTES - draft.unread):
        if (EntryKind.ATTRIBUTE, name) in there:
            continue
        what = "this attribute is missing, and the program relies on it"
        yield Problem(Place(f"attributes/{name}.yaml"), what, "add the file, with `label`, `asks` and `examples`")
    for name in sorted(REQUESTS - draft.unread):
        if (EntryKind.REQUEST, name) in there:
            continue
        what = "this request is missing, and the program relies on it"
        yield Problem(Place(f"requests/{name.value}.yaml"), what, "add the file, with `title` and `examples`")
    rules = draft.knowledge.rules
    for name in sorted(PROGRAM_RULES - draft.unread - set(rules)) if rules else ():
        what = "this rule is missing, and the program applies it by itself"
        yield Problem(Place(f"rules/{name}.yaml"), what, "add the file, with `title`, `section`, `reason` and `source`")
    for entry in draft.knowledge.entries.values():
        if entry.kind is EntryKind.REQUEST and entry.id not in REQUESTS:
            mend = did_you_mean(entry.id, REQUESTS, f"remove it; there are only {', '.join(sorted(REQUESTS))}")
            yield Problem(draft.places(entry.kind.value, entry.id), "the program knows no such request", mend)


def _limited(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first of each file, and how many more there are."""
    told = Counter[str]()
    for problem in problems:
        told[problem.place.file] += 1
        if told[problem.place.file] <= MOST_IN_ONE_FILE:
            yield problem
    for file, count in sorted(told.items()):
        if count > MOST_IN_ONE_FILE:
            what = f"{count - MOST_IN_ONE_FILE} more problems are in this file"
            yield Problem(Place(file), what, "mend the others first")
