"""Reads a knowledge folder: every file, every mistake in one go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from bot.adapters.yaml_knowledge import check_translation, translation
from bot.adapters.yaml_knowledge.check_models import ChecksFile
from bot.adapters.yaml_knowledge.collected_models import conversations, messages
from bot.adapters.yaml_knowledge.kinds import CHECKS, CHECKS_KIND, KINDS, MEASURED, FileKind
from bot.adapters.yaml_knowledge.layout import SUFFIX, Layout, survey
from bot.adapters.yaml_knowledge.reader import Reader
from bot.adapters.yaml_knowledge.sources import unknown_sources
from bot.domain.checks import Expectation
from bot.domain.draft import Draft
from bot.domain.entry import EntryKind
from bot.domain.knowledge import Knowledge, Vocabulary
from bot.domain.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.domain.certification import Certification
    from bot.domain.checks import Check
    from bot.domain.entry import Entry
    from bot.domain.sources import Source

_ENTRY_MAKERS: dict[EntryKind, Callable[[str, EntryKind, Any], Entry]] = {
    EntryKind.ATTRIBUTE: translation.attribute,
    EntryKind.REQUEST: translation.request,
    EntryKind.FAQ: translation.answer,
    EntryKind.ADVICE: translation.answer,
    EntryKind.UNKNOWN: translation.unknown,
    EntryKind.SMALLTALK: translation.said,
    EntryKind.OFF_TOPIC: translation.said,
}
T = TypeVar("T")
Models = dict[str, dict[str, Any]]
"""Kind -> name of the file -> its model."""


def load_knowledge(root: Path, *, with_checks: bool = True) -> Draft:
    """Read the knowledge folder. Checks may be left out where nobody runs them: they are half of the files.

    Never raises for what a file holds; a folder that is none gives a single problem.
    """
    reader, layout = Reader(root), survey(root)
    reader.problems += layout.problems
    read: Models = {kind.name: {} for kind in KINDS}
    checks: list[Check] = []
    for kind in KINDS:
        for path in layout.files[kind.name]:
            model = reader.read(path, kind, kind.name)
            if model is None:
                reader.unread.add(path.stem)
            else:
                read[kind.name][path.stem] = model
        if with_checks:
            checks += _checks(reader, kind, layout)
    knowledge = _assemble(read, tuple(checks))
    reader.problems += _repeated_ids(read, reader)
    unopened = (*layout.unopened, *reader.unopened)
    if unopened:
        return Draft(knowledge, tuple(sorted(unopened)), reader.place, frozenset(reader.unread), complete=False)
    named = _named_sources(reader)
    if named:
        reader.problems += unknown_sources(read, named, reader.place)
    return Draft(knowledge, tuple(sorted(reader.problems)), reader.place, frozenset(reader.unread))


def _named_sources(reader: Reader) -> dict[str, Any]:
    """What sources.yaml names, be it sound or not: a source with a wrong date is no unknown one."""
    file = reader.documents.get(("sources", "sources"))
    value = file[1].value if file else None
    return value if isinstance(value, dict) else {}


def _repeated_ids(read: Models, reader: Reader) -> Iterator[Problem]:
    """Ids name entries, or certifications, whatever their folder; names of what is not covered are ids of a kind."""
    for kinds in (("cards", "outside"), tuple(_ENTRY_MAKERS)):
        first: dict[str, str] = {}
        for folder, name in ((str(kind), name) for kind in kinds for name in read[kind]):
            if name in first:
                what = f"the name `{name}` is already taken by {first[name]}/{name}{SUFFIX}"
                yield Problem(reader.place(folder, name), what, "rename one of the two files, and its file of checks")
            first.setdefault(name, folder)
    file = read["not-covered"].get("not-covered")
    seen: dict[str, Place] = {}
    for number, one in enumerate(file.root if file is not None else ()):
        place = reader.place("not-covered", "not-covered", number, "name")
        if one.name in seen:
            yield Problem(place, f"`{one.name}` is already on line {seen[one.name].line}", "make one of the two")
        seen.setdefault(one.name, place)


def _checks(reader: Reader, kind: FileKind, layout: Layout) -> Iterator[Check]:
    """The checks of a kind; complains of those without a subject, and of subjects without checks."""
    files, promised, measured = (
        {path.stem: path for path in paths[kind.name]} for paths in (layout.files, layout.checks, layout.measured)
    )
    for name in files.keys() - promised.keys() - measured.keys() if kind.checked else ():
        what, mend = "nothing checks this", f"add {kind.name}/{CHECKS}/{name}{SUFFIX} with a few questions"
        reader.problems.append(Problem(Place(f"{kind.name}/{name}{SUFFIX}"), what, mend))
    for folder, found in ((CHECKS, promised), (MEASURED, measured)):
        for name, path in found.items():
            if not kind.own_checks and name not in files:
                what, mend = f"there is no {kind.name}/{path.name} to check", "rename or remove the file"
                reader.problems.append(Problem(reader.place(f"{kind.name}/{folder}", name), what, mend))
            yield from _checks_in(reader, kind, folder, path)


def _checks_in(reader: Reader, kind: FileKind, folder: str, path: Path) -> Iterator[Check]:
    """The checks of one file; complains of those that expect nothing."""
    place_kind, topic = f"{kind.name}/{folder}", "" if kind.own_checks else path.stem
    model = reader.read(path, CHECKS_KIND, place_kind)
    for number, one in enumerate(model.root if isinstance(model, ChecksFile) else ()):
        place = reader.place(place_kind, path.stem, number)
        check = check_translation.check(one, kind.name, topic, place, promised=folder == CHECKS)
        if all(turn.expectation == Expectation() for turn in check.turns):
            what, mend = "this check expects nothing, so it cannot fail", "add `says: ...` or another expectation"
            reader.problems.append(Problem(check.place, what, mend))
        yield check


def _assemble(read: dict[str, dict[str, Any]], checks: tuple[Check, ...]) -> Knowledge:
    sources: dict[str, Source] = _single(read, "sources", translation.sources, {})
    card, outside = partial(translation.card, known=sources), partial(translation.outside, known=sources)
    certifications: dict[str, Certification] = {name: card(name, file) for name, file in read["cards"].items()}
    certifications |= {name: outside(name, file) for name, file in read["outside"].items()}
    entries = {
        name: make(name, kind, file) for kind, make in _ENTRY_MAKERS.items() for name, file in read[kind.value].items()
    }
    return Knowledge(
        certifications=certifications,
        entries=entries,
        vendors={name: translation.vendor(name, file) for name, file in read["vendors"].items()},
        sources=sources,
        not_covered=_single(read, "not-covered", translation.not_covered, {}),
        vocabulary=_single(read, "vocabulary", translation.vocabulary, Vocabulary()),
        rules={name: translation.rule(name, file) for name, file in read["rules"].items()},
        paths={name: translation.path(name, file) for name, file in read["paths"].items()},
        form={name: translation.question(name, file) for name, file in read["form"].items()},
        checks=checks,
        collected=(
            *(one for name, file in read["messages"].items() for one in messages(name, file)),
            *(one for name, file in read["conversations"].items() for one in conversations(name, file)),
        ),
    )


def _single(read: dict[str, dict[str, Any]], name: str, translate: Callable[[Any], T], otherwise: T) -> T:
    file = read[name].get(name)
    return otherwise if file is None else translate(file)
