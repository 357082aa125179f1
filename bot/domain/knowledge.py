"""The knowledge base as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from bot.domain.entry import Answer, Attribute, Entry, Request

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.domain.certification import Certification
    from bot.domain.checks import Check
    from bot.domain.collected import Collected
    from bot.domain.form import FormQuestion
    from bot.domain.learner import Rule
    from bot.domain.paths import LearningPath
    from bot.domain.sources import Source, Vendor


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How people here write: what short forms stand for, and which words mean the same."""

    shorthand: Mapping[str, str] = field(default_factory=dict)
    """Typed -> meant, one token to one or more words, e.g. "ppl" -> "people"."""
    synonyms: tuple[tuple[str, ...], ...] = ()
    """Groups of single words; the first of each stands for all."""
    cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the program listens for -> words and phrases that say it, e.g. "plural" -> "both of them"."""
    days: Mapping[str, str] = field(default_factory=dict)
    """Days that have a name -> month and day, e.g. "christmas" -> "12-25"."""

    def phrases(self, cue: str) -> tuple[str, ...]:
        """The words and phrases of a cue; none where the knowledge has no such cue."""
        return self.cues.get(cue, ())


@dataclass(frozen=True)
class Knowledge:
    """Everything Certwise knows; ids are keys of the mappings, in the order of the files' names."""

    certifications: Mapping[str, Certification]
    """Reviewed cards and, after them, those that are only named."""
    entries: Mapping[str, Entry]
    """FAQ, advice, attributes and so on; ids are unique over all kinds."""
    vendors: Mapping[str, Vendor]
    sources: Mapping[str, Source]
    not_covered: Mapping[str, tuple[str, ...]]
    """Names of certifications that are known to be outside -> their aliases and codes."""
    vocabulary: Vocabulary = Vocabulary()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    """The adviser's rules."""
    paths: Mapping[str, LearningPath] = field(default_factory=dict)
    form: Mapping[str, FormQuestion] = field(default_factory=dict)
    """The adviser's questions."""
    checks: tuple[Check, ...] = ()
    collected: tuple[Collected, ...] = ()
    """Messages of members, to learn from."""

    @cached_property
    def reviewed(self) -> tuple[Certification, ...]:
        """The cards the guide reviews in its order: best tier first, free resources last."""
        cards = [card for card in self.certifications.values() if card.reviewed]
        return tuple(sorted(cards, key=lambda card: (card.tier or 9, card.place)))

    @cached_property
    def outside(self) -> tuple[Certification, ...]:
        """The cards that the guide does not review."""
        return tuple(card for card in self.certifications.values() if not card.reviewed)

    @cached_property
    def questions(self) -> tuple[FormQuestion, ...]:
        """The adviser's questions in the order of the form."""
        return tuple(sorted(self.form.values(), key=lambda question: (question.order, question.id)))

    @cached_property
    def published(self) -> date:
        """When the oldest source was published: before that day nothing was known."""
        return min(source.published for source in self.sources.values())

    @cached_property
    def attributes(self) -> tuple[Attribute, ...]:
        """The fields a card may have."""
        return tuple(entry for entry in self.entries.values() if isinstance(entry, Attribute))

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """FAQ, advice, small talk and refusals."""
        return tuple(entry for entry in self.entries.values() if isinstance(entry, Answer))

    @cached_property
    def requests(self) -> tuple[Request, ...]:
        """What the program answers itself."""
        return tuple(entry for entry in self.entries.values() if isinstance(entry, Request))
