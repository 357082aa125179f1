"""What a handler sees of one question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.application.naming import Subject
from bot.application.references import fill
from bot.domain.entry import Attribute
from bot.domain.learner import NOBODY, Profile
from bot.domain.reply import Citation, Suggestion
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.domain.certification import Certification, Reading
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Session
    from bot.nlu.understanding import Understanding
    from bot.recommender import Adviser

MOST_SUGGESTIONS = 3
NOTHING = Subject()
BESIDE = 0.08
"""From this confidence on an attribute that was named is asked about beside the likeliest."""


@dataclass(frozen=True, slots=True)
class Context:
    """A question with everything needed to answer it."""

    knowledge: Knowledge
    adviser: Adviser
    day: date
    """The bot's clock: nothing learnt later is said."""
    understanding: Understanding
    subject: Subject = NOTHING
    """What it is about; found once it is decided what is wanted of it."""
    session: Session | None = None
    profile: Profile = NOBODY
    """What is known of the person who asks for advice, by this message and those before."""
    people: tuple[Profile, ...] = ()
    """What is said of each of several people, where advice for a team is wanted."""
    somebody_else: bool = False
    """Whether the advice is for another person than before."""
    command: str = ""
    """Id of the request that is asked for outright; empty where the words decide."""

    @property
    def cards(self) -> tuple[Certification, ...]:
        """The certifications asked about: named, meant by a vendor's name, or left over from the turn before."""
        return self.subject.certifications

    @property
    def named(self) -> bool:
        """Whether the message itself names a certification of the guide, or a vendor that stands for one."""
        recognition = self.understanding.recognition
        vendors = (self.knowledge.vendors[one.value] for one in recognition.of(EntityKind.VENDOR) if not one.negated)
        cards = (one for one in recognition.of(EntityKind.CERTIFICATION) if not one.negated)
        return any(cards) or any(vendor.default for vendor in vendors)

    def about(self, attribute: str) -> Context:
        """The same question, taken for one about an attribute, and others that were named beside it."""
        spotted = self.understanding.recognition.attributes
        beside = [name for name in spotted if len(spotted) > 1 or self._likely(name)]
        names = tuple(dict.fromkeys([*beside, attribute] if attribute in beside else [attribute, *beside]))
        return replace(self, subject=replace(self.subject, attributes=names))

    def _likely(self, name: str) -> bool:
        return any(one.entry.id == name and one.confidence >= BESIDE for one in self.understanding.intents)

    @property
    def attributes(self) -> tuple[str, ...]:
        """Ids of the attributes asked about, in order."""
        return self.subject.attributes

    @property
    def confidence(self) -> float:
        """How sure the understanding is of its best intent."""
        best = self.understanding.best
        return round(best.confidence, 4) if best else 0.0

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
        return tuple(self._notice(card) for card in dict.fromkeys(cards) if self._ending(card))

    def _ending(self, card: Certification) -> bool:
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
        names = [self._named(successor.certification) for successor in lifecycle.successors]
        instead = f" Instead: {' or '.join(names)}." if names else ""
        return f"{head}.{instead}"

    def _named(self, id_: str) -> str:
        card = self.knowledge.certifications[id_]
        return f"{card.name} ({', '.join(card.codes)})" if card.codes else card.name

    def cite(self, sources: Iterable[str]) -> tuple[Citation, ...]:
        """The sources by id, each once, unknown ones left out."""
        known = self.knowledge.sources
        found = [known[name] for name in dict.fromkeys(sources) if name in known]
        return tuple(Citation(source.title, source.published, source.url) for source in found)

    def suggest(self, entries: Iterable[str]) -> tuple[Suggestion, ...]:
        """Buttons that ask for entries by their titles."""
        found = [self.knowledge.entries[name] for name in dict.fromkeys(entries) if name in self.knowledge.entries]
        return tuple(Suggestion(entry.title, entry.title) for entry in found[:MOST_SUGGESTIONS])
