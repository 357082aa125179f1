"""References from one file to another that lead nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from bot.application.curation.paths import folder, path_of
from bot.application.references import REFERENCE, references
from bot.domain.entry import Answer, EntryKind, Unknown
from bot.domain.nearest import did_you_mean
from bot.domain.problems import MOST_IN_ONE_FILE, Problem

if TYPE_CHECKING:
    from bot.domain.certification import Certification
    from bot.domain.checks import Check
    from bot.domain.collected import Collected
    from bot.domain.draft import Draft
    from bot.domain.entry import Entry
    from bot.domain.learner import Rule

Path = tuple[str | int, ...]
Link = tuple[str, str, Path, str, Collection[str]]
"""Kind and name of a file, the path in it, the id it refers to, and the ids that would be right."""
Text = tuple[str, str, Path, str]
"""Kind and name of a file, the path in it, and a text that may hold references."""
_BRACE = re.compile(r"\{[^{}]*\}?|\}")


def dangling(draft: Draft) -> Iterator[Problem]:
    """References to what is not there, and braces that are no reference and would be shown as they are."""
    told = Counter[tuple[str, str]]()
    for kind, name, path, target, known in _links(draft):
        # Looking for the nearest id takes time; a file full of nonsense must not take a second.
        if target in known or target in draft.unread or told[kind, name] > MOST_IN_ONE_FILE:
            continue
        told[kind, name] += 1
        mend = did_you_mean(target, known, "remove it, or add the file it names")
        yield Problem(draft.places(kind, name, *path), f"`{target}` is not there", mend)
    for kind, name, path, text in (text for card in draft.knowledge.certifications.values() for text in _texts(card)):
        yield from _braces(kind, name, path, text, draft)
    for entry in draft.knowledge.answers:
        for path, text in ((("answer",), entry.answer), (("more",), entry.more)):
            yield from _braces(entry.kind.value, entry.id, path, text, draft)


def _braces(kind: str, name: str, path: Path, text: str, draft: Draft) -> Iterator[Problem]:
    found = _BRACE.search(REFERENCE.sub("", text)) if "{" in text or "}" in text else None
    if found is not None:
        mend = "write a reference like `{aws-ml-specialty.cost}`, without spaces, or leave the braces out"
        yield Problem(draft.places(kind, name, *path), f"`{found[0][:40]}` is no reference", mend)


def _links(draft: Draft) -> Iterator[Link]:
    knowledge = draft.knowledge
    cards = [card.id for card in knowledge.certifications.values() if card.reviewed]
    for vendor in knowledge.vendors.values():
        if vendor.default:
            yield "vendors", vendor.id, ("default",), vendor.default, cards
    for card in knowledge.certifications.values():
        yield from _card_links(card, draft)
    for entry in knowledge.entries.values():
        yield from _entry_links(entry, draft, cards)
    for rule in knowledge.rules.values():
        yield from _rule_links(rule, draft, cards)
    yield from _adviser_links(draft, cards)
    for message in knowledge.collected:
        yield from _collected_links(message, draft)
    for check in knowledge.checks:
        yield from _check_links(check, draft)


def _each(kind: str, name: str, key: str, targets: Iterable[str], known: Collection[str]) -> Iterator[Link]:
    for number, target in enumerate(targets):
        yield kind, name, (key, number), target, known


def _card_links(card: Certification, draft: Draft) -> Iterator[Link]:
    knowledge, kind = draft.knowledge, folder(card)
    if card.vendor:
        yield kind, card.id, ("vendor",), card.vendor, knowledge.vendors
    yield from _each(kind, card.id, "see", card.see, knowledge.certifications)
    for number, successor in enumerate(card.lifecycle.successors if card.lifecycle else ()):
        known = [id_ for id_ in knowledge.certifications if id_ != card.id]
        yield kind, card.id, ("lifecycle", "successors", number), successor.certification, known
    for text in _texts(card):
        yield from _text_links(*text, draft)


def _texts(card: Certification) -> Iterator[Text]:
    kind = folder(card)
    yield kind, card.id, ("summary" if card.reviewed else "note",), card.summary
    for fact in card.facts.values():
        for number, reading in enumerate(fact.readings):
            yield kind, card.id, path_of(fact, number, "text"), reading.text
    if card.lifecycle:
        yield kind, card.id, ("lifecycle", "text"), card.lifecycle.text


def _entry_links(entry: Entry, draft: Draft, cards: Collection[str]) -> Iterator[Link]:
    knowledge, kind = draft.knowledge, entry.kind.value
    answers = [
        one.id for one in knowledge.answers if one.kind in (EntryKind.FAQ, EntryKind.ADVICE) and one.id != entry.id
    ]
    if isinstance(entry, Unknown):
        yield from _each(kind, entry.id, "nearby", entry.nearby, [one.id for one in knowledge.attributes])
        yield from _each(kind, entry.id, "see", entry.related, answers)
    if isinstance(entry, Answer):
        if entry.attribute:
            yield kind, entry.id, ("attribute",), entry.attribute, [one.id for one in knowledge.attributes]
        yield from _each(kind, entry.id, "about", entry.about, knowledge.certifications)
        yield from _each(kind, entry.id, "recommends", entry.recommends, cards)
        yield from _each(kind, entry.id, "related", entry.related, answers)
        yield from _text_links(kind, entry.id, ("answer",), entry.answer, draft)
        yield from _text_links(kind, entry.id, ("more",), entry.more, draft)


def _rule_links(rule: Rule, draft: Draft, cards: Collection[str]) -> Iterator[Link]:
    others = [name for name in draft.knowledge.rules if name != rule.id]
    yield from _each("rules", rule.id, "vendors", rule.vendors, draft.knowledge.vendors)
    yield from _each("rules", rule.id, "holds", rule.holds, cards)
    yield from _each("rules", rule.id, "with", rule.with_, others)
    yield from _each("rules", rule.id, "without", rule.without, others)
    if rule.asks:
        yield "rules", rule.id, ("asks",), rule.asks, draft.knowledge.form
    for key, named in (("excludes", rule.excludes), ("meets", rule.meets), ("lacks", rule.lacks)):
        yield from _each("rules", rule.id, key, named, cards)
    for key, points in (("prefers", rule.prefers), ("avoids", rule.avoids)):
        for target in points:
            yield "rules", rule.id, (key, target), target, cards


def _adviser_links(draft: Draft, cards: Collection[str]) -> Iterator[Link]:
    rules = draft.knowledge.rules
    for path in draft.knowledge.paths.values():
        yield from _each("paths", path.id, "suits", path.suits, rules)
        for number, step in enumerate(path.steps):
            for at, target in enumerate(step.certifications):
                yield "paths", path.id, ("steps", number, "certifications", at), target, cards
    for question in draft.knowledge.questions:
        yield from _each("form", question.id, "settled_by", question.settled_by, rules)


def _collected_links(message: Collected, draft: Draft) -> Iterator[Link]:
    """The entries that a collected message names; those of messages/ mean, first of all, the entry of their file."""
    kind, name, number, turn = message.place
    entries = draft.knowledge.entries
    if kind == "messages":
        if number == 0:
            yield kind, name, (), name, entries
        for at, target in enumerate(message.means[1:]):
            yield kind, name, (number, "also", at), target, entries
        if message.after:
            yield kind, name, (number, "after"), message.after, entries
        return
    for at, target in enumerate(message.means):
        yield kind, name, (number, turn, "means", at), target, entries


def _check_links(check: Check, draft: Draft) -> Iterator[Link]:
    """The certifications that a check expects; a place's field begins with its number in the file."""
    kind, _, name = check.place.file.removesuffix(".yaml").rpartition("/")
    number = int(check.place.field) - 1
    for turn_number, turn in enumerate(check.turns):
        expected = turn.expectation
        for key, named in (("certifications", expected.certifications), ("picks", expected.picks)):
            for at, target in enumerate(named):
                in_turn: Path = (number, "turns", turn_number, key, at)
                path = in_turn if "turns" in draft.places(kind, name, *in_turn).field else (number, key, at)
                yield kind, name, path, target, draft.knowledge.certifications


def _text_links(kind: str, name: str, path: Path, text: str, draft: Draft) -> Iterator[Link]:
    certifications = draft.knowledge.certifications
    for reference in references(text):
        card = certifications.get(reference.certification)
        if card is None:
            yield kind, name, path, reference.certification, certifications
        elif reference.attribute is not None:
            known = [f"{card.id}.{attribute}" for attribute in card.facts]
            yield kind, name, path, f"{card.id}.{reference.attribute}", known
