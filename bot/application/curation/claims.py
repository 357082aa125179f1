"""Names claimed by two: the recogniser could not tell which is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.curation.paths import folder
from bot.domain.problems import Problem
from bot.nlu.gazetteer import fillers_of, fold
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.draft import Draft

Path = tuple[str | int, ...]
Owner = tuple[str, str, str]
"""Kind and name of the file and, where it holds several, the name of the thing."""
Claim = tuple[Owner, str, Path]
"""Who claims a name, under which key, and where in the file."""


def claims_twice(draft: Draft) -> Iterator[Problem]:
    """Names, aliases and exam codes that two claim, that one lists twice, or that are words of any question.

    Spaces and plurals do not tell names apart ("gen ai" and "genai"), but one file may list both.
    """
    fillers = fillers_of(draft.knowledge.vocabulary)
    first: dict[str, Claim] = {}
    listed: set[tuple[Owner, str, tuple[str, ...]]] = set()
    for name, claim in _claims(draft):
        owner, key, path = claim
        words = tokenise(name)
        other = first.setdefault("".join(map(fold, words)), claim)
        once = (owner, key, words)
        if not words or fillers.issuperset(words):
            mend = "write what tells it from others, or remove it"
            yield Problem(draft.places(*owner[:2], *path), f"`{name}` is no name", mend)
        elif other[0] != owner or once in listed:
            where = draft.places(*other[0][:2], *other[2])
            what = f"`{name}` is already claimed at {where.file}:{where.line}"
            yield Problem(draft.places(*owner[:2], *path), what, "remove it from one of the two")
        listed.add(once)


def _claims(draft: Draft) -> Iterator[tuple[str, Claim]]:
    knowledge = draft.knowledge
    for card in knowledge.certifications.values():
        owner = (folder(card), card.id, "")
        yield from ((name, (owner, key, (key,))) for key, name in (("name", card.name), ("short", card.short)))
        for key, names in (("aliases", card.aliases), ("codes", card.codes)):
            yield from ((name, (owner, key, (key, number))) for number, name in enumerate(names))
    for vendor in knowledge.vendors.values():
        owner = ("vendors", vendor.id, "")
        yield vendor.name, (owner, "name", ("name",))
        yield from ((name, (owner, "aliases", ("aliases", number))) for number, name in enumerate(vendor.aliases))
    for title, names in knowledge.not_covered.items():
        # Here the knowledge keeps no order: what stands in the file tells the place.
        owner = ("not-covered", "not-covered", title)
        yield title, (owner, "name", (title, "name"))
        yield from ((name, (owner, "aliases", (title, name))) for name in names)
