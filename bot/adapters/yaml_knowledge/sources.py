"""Whether everything that is claimed names a source that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.domain.nearest import did_you_mean
from bot.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.adapters.yaml_knowledge import card_models
    from bot.adapters.yaml_knowledge.document import KeyPath
    from bot.domain.draft import Places

SOURCED = ("cards", "outside", "faq", "advice", "rules", "paths")
Named = tuple["KeyPath", "str | None"]
"""Where a source is named, and its id; None where one is missing."""


def unknown_sources(
    read: Mapping[str, Mapping[str, Any]], known: Mapping[str, Any], place: Places
) -> Iterator[Problem]:
    """A problem for each source that is missing, or named but not in sources.yaml."""
    for kind in SOURCED:
        for name, file in read[kind].items():
            for path, source in _named(kind, file):
                if source is None:
                    what, mend = "no source is named for this", "add `source: ...`, here or for the whole file"
                    yield Problem(place(kind, name, *path), what, mend)
                elif source not in known:
                    mend = did_you_mean(source, known, "add it to sources.yaml with its title and date")
                    yield Problem(place(kind, name, *path), f"`{source}` is no source", mend)


def _named(kind: str, file: Any) -> Iterator[Named]:
    if file.source is not None:
        yield ("source",), file.source
    if kind in ("cards", "outside"):
        yield from _of_card(file)


def _of_card(file: card_models.CardFile | card_models.OutsideFile) -> Iterator[Named]:
    for attribute, fact in file.facts.items():
        if fact.source is not None:
            yield ("facts", attribute, "source"), fact.source
        elif file.source is None:
            yield ("facts", attribute), None
        for number, change in enumerate(fact.changes):
            if change.source is not None:
                yield ("facts", attribute, "changes", number, "source"), change.source
    if file.lifecycle is not None:
        yield ("lifecycle", "source"), file.lifecycle.source
