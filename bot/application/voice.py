"""What answers are made of: the knowledge as of a day, and the adviser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from bot.application.references import fill
from bot.domain.actions import OpenEntry, TellFacts
from bot.domain.entry import Attribute, Entry
from bot.domain.reply import Citation, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.domain.certification import Certification, Reading
    from bot.domain.knowledge import Knowledge
    from bot.recommender import Adviser

MOST_SUGGESTIONS = 3
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Voice:
    """Says what is known on one day, and nothing learnt later."""

    knowledge: Knowledge
    adviser: Adviser
    day: date

    def cards(self, ids: Iterable[str]) -> tuple[Certification, ...]:
        """The certifications by their ids."""
        return tuple(self.knowledge.certifications[name] for name in ids)

    def entry(self, id_: str, kind: type[E]) -> E:
        """An entry of a kind; raises KeyError for an id of none."""
        found = self.knowledge.entries[id_]
        if not isinstance(found, kind):
            raise KeyError(id_)
        return found

    def say(self, text: str) -> str:
        """A text with its references filled in."""
        return fill(text, self.knowledge, self.day).strip()

    def reading(self, card: Certification, attribute: str) -> Reading | None:
        """What a card holds on an attribute today."""
        return card.fact(attribute, self.day)

    def label(self, attribute: str) -> str:
        """What an attribute is called."""
        entry = self.knowledge.entries.get(attribute)
        return entry.title if entry else attribute

    def unsaid(self, attribute: str) -> str:
        """The sentence for an attribute that a card does not hold."""
        entry = self.knowledge.entries.get(attribute)
        asks = entry.asks if isinstance(entry, Attribute) else f"anything about its {attribute}"
        return f"The guide does not say {asks}."

    def retired(self, card: Certification) -> bool:
        """Whether a card can no longer be taken."""
        return card.retired_by(self.day)

    def notices(self, cards: Iterable[Certification]) -> tuple[str, ...]:
        """What must be known of the cards' lifecycle: retired, or about to be."""
        return tuple(self._notice(card) for card in dict.fromkeys(cards) if self.ending(card))

    def ending(self, card: Certification) -> bool:
        """Whether a card can no longer be taken, or is known to go."""
        lifecycle = card.lifecycle
        if lifecycle is None:
            return False
        return card.retired_by(self.day) or (lifecycle.announced is not None and lifecycle.announced <= self.day)

    def _notice(self, card: Certification) -> str:
        lifecycle = card.lifecycle
        if lifecycle is None:
            return ""
        gone = card.retired_by(self.day)
        ending = "was retired" if gone else "will be retired"
        head = f"{card.short} {ending} on {lifecycle.retired}"
        names = [_marked(one) for one in self.cards(one.certification for one in lifecycle.successors)]
        instead = f" Instead: {' or '.join(names)}." if names else ""
        return f"{head}.{instead}"

    def cite(self, sources: Iterable[str]) -> tuple[Citation, ...]:
        """The sources by id, each once, unknown ones left out."""
        known = self.knowledge.sources
        found = [known[name] for name in dict.fromkeys(sources) if name in known]
        return tuple(Citation(source.title, source.published, source.url) for source in found)

    def suggest(self, entries: Iterable[str]) -> tuple[Suggestion, ...]:
        """Buttons that open written answers, with their titles."""
        found = [self.knowledge.entries[name] for name in dict.fromkeys(entries) if name in self.knowledge.entries]
        return tuple(Suggestion(entry.title, OpenEntry(entry=entry.id)) for entry in found[:MOST_SUGGESTIONS])

    def suggest_fact(self, attribute: str, card: Certification, label: str = "") -> Suggestion:
        """A button that asks for a fact of a card; it shows the attribute's title unless a label is given."""
        asked = TellFacts(certifications=(card.id,), attributes=(attribute,))
        return Suggestion(label or self.label(attribute), asked)


def _marked(card: Certification) -> str:
    return card.with_codes if card.reviewed else f"{card.with_codes}, not reviewed in the guide"
