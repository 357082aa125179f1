"""Entries: everything besides cards that a question can be about. Each is an intent of the matcher."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class EntryKind(StrEnum):
    """The folder an entry lives in; it decides who answers."""

    FAQ = "faq"
    ADVICE = "advice"
    SMALLTALK = "smalltalk"
    OFF_TOPIC = "off-topic"
    UNKNOWN = "unknowns"
    """Something the guide does not hold, though people ask it of certifications."""
    REQUEST = "requests"
    """A way of asking that the program answers itself: compare, list, overview, recommend."""
    ATTRIBUTE = "attributes"
    """A field of the cards, asked of one or several certifications."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something people ask, with phrasings of the question."""

    id: str
    kind: EntryKind
    title: str
    examples: tuple[str, ...]
    """Phrasings, with slots such as ``{certification}``; at least one."""


@dataclass(frozen=True, slots=True)
class Answer(Entry):
    """An entry whose answer is written down: FAQ, advice, small talk, off-topic."""

    answer: str = ""
    """What is said, with references such as ``{aws-ml-specialty.cost}``."""
    more: str = ""
    """A longer part, shown when asked for."""
    about: tuple[str, ...] = ()
    """Ids of the cards it speaks of."""
    recommends: tuple[str, ...] = ()
    """Ids of the cards it recommends, best first; makes the reply a recommendation."""
    attribute: str = ""
    """Id of the attribute whose general question this answers: where a certification is named, its fact answers."""
    related: tuple[str, ...] = ()
    """Ids of entries to offer next."""
    situational: bool = False
    """Whether it is about people in some situation: a person who tells of themselves gets advice instead."""
    section: str = ""
    """The part of the guide it stands for."""
    source: str = ""
    """Id of the source; empty where nothing is claimed (small talk)."""


@dataclass(frozen=True, slots=True)
class Unknown(Entry):
    """Something asked of certifications that the guide does not hold."""

    asks: str = ""
    """Completes "The guide does not say ..."."""
    nearby: tuple[str, ...] = ()
    """Ids of attributes worth showing instead."""
    related: tuple[str, ...] = ()
    """Ids of entries to offer next."""


@dataclass(frozen=True, slots=True)
class Request(Entry):
    """A way of asking that the program answers itself: compare, list, overview, recommend."""

    words: tuple[str, ...] = ()
    """Words and phrases that by themselves ask for it, e.g. "side by side"."""


@dataclass(frozen=True, slots=True)
class Attribute(Entry):
    """A field of the cards; its title is its label."""

    asks: str = ""
    """Completes "The guide does not say ..."."""
    words: tuple[str, ...] = ()
    """Words and phrases that name it in a question."""
    choices: tuple[str, ...] = ()
    """The only values a card may give it, lowest first; empty for free text."""
    choice_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """Value -> words that ask for certifications with it, e.g. "subscription" -> "monthly"."""
    lowest: tuple[str, ...] = ()
    """Words that ask for the least of it, e.g. "cheapest"."""
    highest: tuple[str, ...] = ()
    """Words that ask for the most of it."""
