"""Examples, attribute words and vocabulary that contradict one another or can never be met."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.nearest import did_you_mean
from bot.domain.problems import Problem
from bot.nlu.gazetteer import fold
from bot.nlu.slots import SLOTS
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.draft import Draft
    from bot.domain.entry import Attribute
    from bot.domain.problems import Place

_BRACES = re.compile(r"\{[^{}]*\}?|\}")
Path = tuple[str | int, ...]


def unsound_examples(draft: Draft) -> Iterator[Problem]:
    """Examples that stand twice, are checks as well, or hold a slot that does not exist."""
    asked = {normal_form(check.turns[-1].utterance): check.place for check in draft.knowledge.checks}
    first: dict[str, tuple[str, str, int]] = {}
    for entry in draft.knowledge.entries.values():
        for number, example in enumerate(entry.examples):
            here = (entry.kind.value, entry.id, number)
            form = normal_form(example)
            for what, mend in _faults(example, form, asked.get(form), first.get(form), draft):
                yield Problem(_example(draft, here), what, mend)
            first.setdefault(form, here)
    for message in draft.knowledge.collected:
        check = asked.get(normal_form(message.says))
        if check is not None and not message.after:
            kind, name, number, turn = message.place
            what = f"`{message.says}` is also the check at {check.file}:{check.line}"
            path = (number, turn) if kind == "conversations" else (number,)
            yield Problem(draft.places(kind, name, *path), what, "remove one of the two: a check must be held out")


def _example(draft: Draft, where: tuple[str, str, int]) -> Place:
    kind, name, number = where
    return draft.places(kind, name, "examples", number)


def _faults(
    example: str, form: str, check: Place | None, other: tuple[str, str, int] | None, draft: Draft
) -> Iterator[tuple[str, str]]:
    if not form:
        yield f"`{example}` has no words", "write a question, or remove it"
    elif check is not None:
        what = f"`{example}` is also the check at {check.file}:{check.line}"
        yield what, "reword one of the two: a check must be held out"
    elif other is not None:
        place = _example(draft, other)
        yield f"`{example}` is already an example at {place.file}:{place.line}", "remove one of the two"
    for slot in dict.fromkeys(_BRACES.findall(example)):
        if slot not in SLOTS:
            yield f"`{slot}` is no slot", did_you_mean(slot, SLOTS, f"use one of: {', '.join(sorted(SLOTS))}")


def normal_form(utterance: str) -> str:
    """An utterance as the matcher sees it; equal forms are the same question."""
    return " ".join(tokenise(utterance))


def unsound_words(draft: Draft) -> Iterator[Problem]:
    """Words that name two attributes, ask for two different wishes, or for a choice that no card makes."""
    names: dict[tuple[str, ...], tuple[str, str]] = {}
    wishes: dict[tuple[str, ...], tuple[str, str]] = {}
    for attribute in draft.knowledge.attributes:
        lists: list[tuple[Path, tuple[str, ...]]] = [(("lowest",), attribute.lowest), (("highest",), attribute.highest)]
        lists += [(("choice_words", value), words) for value, words in attribute.choice_words.items()]
        yield from _claimed(attribute, ("words",), attribute.words, names, draft)
        for path, words in lists:
            yield from _claimed(attribute, path, words, wishes, draft)
        yield from _choices(attribute, draft)


def _claimed(
    attribute: Attribute,
    path: Path,
    words: tuple[str, ...],
    claims: dict[tuple[str, ...], tuple[str, str]],
    draft: Draft,
) -> Iterator[Problem]:
    """Problems of one list; its plurals may stand beside its singulars."""
    mine = (attribute.id, ".".join(map(str, path)))
    for number, word in enumerate(words):
        form = tuple(fold(token) for token in tokenise(word))
        if not form:
            what, mend = f"`{word}` has no words", "write a word, or remove it"
        elif claims.setdefault(form, mine) != mine:
            what, mend = f"`{word}` is already among attributes/{'.yaml: '.join(claims[form])}", "remove one of the two"
        else:
            continue
        yield Problem(draft.places("attributes", attribute.id, *path, number), what, mend)


def _choices(attribute: Attribute, draft: Draft) -> Iterator[Problem]:
    """Words for choices that no card could make."""
    cards = draft.knowledge.certifications.values()
    known = set(attribute.choices) | {f"tier {card.tier}" for card in cards if card.tier and attribute.id == "tier"}
    known |= {one.value for card in cards if attribute.id in card.facts for one in card.facts[attribute.id].readings}
    for value in attribute.choice_words:
        if value not in known:
            place = draft.places("attributes", attribute.id, "choice_words", value)
            mend = did_you_mean(value, known, f"use one of: {', '.join(sorted(known)) or 'the choices'}")
            yield Problem(place, f"`{value}` is no choice, and no card has it", mend)


def unsound_vocabulary(draft: Draft) -> Iterator[Problem]:
    """Shorthand and synonyms of several words, which are never met, and words in two groups of synonyms."""
    vocabulary = draft.knowledge.vocabulary
    for short in vocabulary.shorthand:
        if "".join(tokenise(short)) != short.replace("/", ""):
            place = draft.places("vocabulary", "vocabulary", "shorthand", short)
            mend = "write one lower-case word, without apostrophes and signs (a slash is fine: w/o)"
            yield Problem(place, f"`{short}` is never met in a message", mend)
    groups: dict[str, int] = {}
    for number, group in enumerate(vocabulary.synonyms):
        for at, word in enumerate(group):
            place = draft.places("vocabulary", "vocabulary", "synonyms", number, at)
            if tokenise(word) != (word,):
                mend = "write one lower-case word, without apostrophes and signs"
                yield Problem(place, f"`{word}` is never met in a message", mend)
            elif word in groups:
                other = draft.places("vocabulary", "vocabulary", "synonyms", groups[word])
                yield Problem(place, f"`{word}` is already in the group on line {other.line}", "keep it in one group")
            groups.setdefault(word, number)
