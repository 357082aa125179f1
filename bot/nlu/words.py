"""The words of a knowledge base: what a typing slip may have been meant as."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from bot.nlu.languages import OTHER_LANGUAGE
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.knowledge import Knowledge


def words_of(knowledge: Knowledge) -> Iterator[str]:
    """Every token of examples, names and word lists, as often as it stands there."""
    for text in chain(_phrasings(knowledge), _names(knowledge), _vocabulary(knowledge)):
        yield from tokenise(text)


def _phrasings(knowledge: Knowledge) -> Iterator[str]:
    for entry in knowledge.entries.values():
        if entry.id != OTHER_LANGUAGE:
            yield from entry.examples
    for rule in knowledge.rules.values():
        yield from rule.shown_by
    for request in knowledge.requests:
        yield from request.words
    for attribute in knowledge.attributes:
        yield from chain(attribute.words, attribute.lowest, attribute.highest, *attribute.choice_words.values())


def names_of(knowledge: Knowledge) -> Iterator[str]:
    """Every token of the names of certifications and vendors, here or elsewhere."""
    for text in _names(knowledge):
        yield from tokenise(text)


def _names(knowledge: Knowledge) -> Iterator[str]:
    for card in knowledge.certifications.values():
        yield from (card.name, card.short, *card.aliases)
    for vendor in knowledge.vendors.values():
        yield from (vendor.name, *vendor.aliases)
    for name, aliases in knowledge.not_covered.items():
        yield from (name, *aliases)


def _vocabulary(knowledge: Knowledge) -> Iterator[str]:
    yield from chain(*knowledge.vocabulary.synonyms)
    yield from knowledge.vocabulary.shorthand
    yield from knowledge.vocabulary.shorthand.values()
