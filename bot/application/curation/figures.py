"""Figures that contradict the cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.application.curation.paths import folder, path_of
from bot.application.references import REFERENCE, references
from bot.domain.figures import Figure, Unit, find_figures
from bot.domain.problems import Problem
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.certification import Certification, Reading
    from bot.domain.draft import Draft
    from bot.domain.entry import Answer

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_LEAST_NAME_WORDS = 2
"""A one-word alias ("tensorflow") in a sentence may be a topic rather than the certification."""


def contradictions(draft: Draft) -> Iterator[Problem]:
    """Values whose figures their own text does not repeat, and figures in entries that their cards do not hold.

    A sentence is about the cards it names; where it names none, about the only card of the entry.
    """
    for card in draft.knowledge.certifications.values():
        yield from _within(card, draft)
    names = _names(draft)
    for entry in draft.knowledge.answers:
        for key, text in (("answer", entry.answer), ("more", entry.more)):
            for sentence in _SENTENCE.split(text):
                for figure, card in _contradicted(sentence, names, entry, draft):
                    what = f"{_shown(figure)} is not what the card of {card.short} holds"
                    mend = f"refer to the card, e.g. `{{{card.id}.{_holder(card, figure)}}}`, or correct the card"
                    yield Problem(draft.places(entry.kind.value, entry.id, key), what, mend)


def _within(card: Certification, draft: Draft) -> Iterator[Problem]:
    for fact in card.facts.values():
        for number, reading in enumerate(fact.readings):
            missing = set(reading.figures) - set(find_figures(reading.text))
            for figure in sorted(missing, key=str):
                place = draft.places(folder(card), card.id, *path_of(fact, number, "text"))
                what = f"`value` says {_shown(figure)}, `text` does not"
                yield Problem(place, what, "write the same figure in both, in the same way")


def _names(draft: Draft) -> list[tuple[str, Certification]]:
    """Normal form of each full name, with spaces around it, the longest first."""
    names = []
    for card in draft.knowledge.certifications.values():
        for name in (card.name, card.short, *card.aliases):
            words = tokenise(name)
            if len(words) >= _LEAST_NAME_WORDS:
                names.append((f" {' '.join(words)} ", card))
    return sorted(names, key=lambda named: -len(named[0]))


def _contradicted(
    sentence: str, names: list[tuple[str, Certification]], entry: Answer, draft: Draft
) -> Iterator[tuple[Figure, Certification]]:
    figures = [figure for figure in find_figures(REFERENCE.sub("", sentence)) if figure.unit is not Unit.YEARS]
    if not figures:
        return
    cards = _named(sentence, names, draft) or _only_card(entry, draft)
    held = {figure for card in cards for reading in _readings(card) for figure in _all_figures(reading)}
    for figure in figures:
        same_sort = any(_sort(other) == _sort(figure) for other in held)
        if cards and same_sort and figure not in held:
            yield figure, cards[0]


def _named(sentence: str, names: list[tuple[str, Certification]], draft: Draft) -> list[Certification]:
    words = f" {' '.join(tokenise(REFERENCE.sub(' ', sentence)))} "
    cards = [draft.knowledge.certifications.get(reference.certification) for reference in references(sentence)]
    for name, card in names:
        if name in words:
            cards.append(card)
            words = words.replace(name, " ; ")  # "aws ml specialty" does not name whatever "aws ml" is, too
    return list(dict.fromkeys(card for card in cards if card is not None))


def _only_card(entry: Answer, draft: Draft) -> list[Certification]:
    cards = [draft.knowledge.certifications.get(name) for name in dict.fromkeys((*entry.about, *entry.recommends))]
    return [card for card in cards if card is not None] if len(cards) == 1 else []


def _holder(card: Certification, figure: Figure) -> str:
    """The attribute under which a card holds figures of this sort."""
    held = ((fact.attribute, other) for fact in card.facts.values() for one in fact.readings for other in one.figures)
    return next((attribute for attribute, other in held if _sort(other) == _sort(figure)), "cost")


def _readings(card: Certification) -> Iterator[Reading]:
    for fact in card.facts.values():
        yield from fact.readings


def _all_figures(reading: Reading) -> tuple[Figure, ...]:
    return (*find_figures(reading.value), *find_figures(reading.text))


def _sort(figure: Figure) -> str:
    return "money" if figure.is_money else "time" if figure.is_time else "percent"


def _shown(figure: Figure) -> str:
    low, high = (f"{end:,.10g}" if end is not None else "" for end in (figure.low, figure.high))
    amount = low if low == high else f"{low}-{high}" if low and high else f"{low} or more" if low else f"up to {high}"
    if figure.is_money:
        return f"${amount}" + (" a month" if figure.unit is Unit.USD_PER_MONTH else "")
    return f"{amount}%" if figure.unit is Unit.PERCENT else f"{amount} {figure.unit.value}"
