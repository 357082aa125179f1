"""All that a message tells, and what was said before it, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bot.application.naming import named_cards, ruled_out
from bot.application.referring import most_or_least, picked_out, tier_meant
from bot.nlu.profiling import wants_exam
from bot.nlu.slots import EntityKind
from bot.nlu.text import is_slot

if TYPE_CHECKING:
    from datetime import date

    from bot.application.learners import Learners
    from bot.domain.actions import Action
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Session
    from bot.nlu.recognition import Recognition
    from bot.nlu.understanding import Understanding

AROUND = "around a name"
"""The cue of words that tell nothing beside a name: "and what about"."""


@dataclass(frozen=True)
class Turn:
    """A message with everything that decides what is answered; nothing after it reads the text again."""

    knowledge: Knowledge
    understanding: Understanding
    session: Session | None
    """What was said before; None where nothing was."""
    learners: Learners
    """The people whom advice would be for."""
    day: date
    """On which it was sent."""
    command: str = ""
    """Id of the request that is asked for outright; empty where the words decide."""
    action: Action | None = None
    """What a button, a command or a form asks for; then nothing was said."""

    @property
    def recognition(self) -> Recognition:
        """What is recognised in the message."""
        return self.understanding.recognition

    @property
    def cues(self) -> frozenset[str]:
        """What the program listens for and was said."""
        return self.understanding.recognition.cues

    @cached_property
    def named(self) -> tuple[str, ...]:
        """Ids of the certifications that are named, or meant by a vendor's bare name; none that is ruled out."""
        return named_cards(self.knowledge, self.understanding, by_vendor=True, before=self._lately)

    @cached_property
    def by_own_name(self) -> tuple[str, ...]:
        """Ids of those among them that more than a vendor's bare name stands for."""
        return named_cards(self.knowledge, self.understanding, by_vendor=False, before=self._lately)

    @cached_property
    def extreme(self) -> tuple[str, ...]:
        """The id of the one of those shown that has most or least of what is spoken of."""
        return most_or_least(self.knowledge, self.recognition, self.session, self.day)

    @property
    def _lately(self) -> tuple[str, ...]:
        """Ids of the certifications that were shown last."""
        return (self.session.row or self.session.certifications) if self.session else ()

    @cached_property
    def ruled_out(self) -> tuple[str, ...]:
        """Ids of the certifications that are ruled out, by name or by their vendor's."""
        return ruled_out(self.knowledge, self.understanding)

    @cached_property
    def pointed_at(self) -> tuple[str, ...]:
        """Ids of those spoken of before that are picked out by their places or by a description."""
        return picked_out(self.knowledge, self.recognition, self.session, self.day)

    @cached_property
    def same_tier(self) -> tuple[str, ...]:
        """The number of the tier that is meant by "that tier"; empty where none is."""
        return tier_meant(self.knowledge, self.recognition, self.session)

    @property
    def tiers(self) -> tuple[str, ...]:
        """The numbers of the tiers that are named or meant, none that is ruled out, each once."""
        named = (one.value for one in self.recognition.of(EntityKind.TIER) if not one.negated)
        return tuple(dict.fromkeys(named)) or self.same_tier

    @property
    def spoken_of(self) -> bool:
        """Whether certifications were spoken of before."""
        return self.session is not None and bool(self.session.recent)

    @property
    def confidence(self) -> float:
        """How sure the understanding is of its best intent."""
        best = self.understanding.best
        return round(best.confidence, 4) if best else 0.0

    @property
    def has_criteria(self) -> bool:
        """Whether anything is named to choose by."""
        wishes = self.recognition.criteria or self.recognition.entities
        return bool(wishes) or wants_exam(self.cues) is not None

    @cached_property
    def names_alone(self) -> bool:
        """Whether there is nothing in it but what is named, and words that tell nothing beside it: "for pmle?"."""
        around = self.knowledge.vocabulary.phrases(AROUND)
        return all(is_slot(token) or token in around for token in self.recognition.tokens)

    def opens(self, cue: str) -> bool:
        """Whether it begins with a word of a cue, or with two that are one of its phrases."""
        tokens, phrases = self.recognition.tokens, self.knowledge.vocabulary.phrases(cue)
        return any(" ".join(tokens[:length]) in phrases for length in (1, 2))
