"""What the decision is learnt from: the phrasings of the entries, and the messages that members wrote."""

from __future__ import annotations

import re
from itertools import cycle
from typing import TYPE_CHECKING

from bot.domain.acts import Act, act_of
from bot.domain.context import BEGINNING, Context, SpokenOf
from bot.nlu.matcher import Example, MatcherSettings, Utterance
from bot.nlu.signs import signs_of
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.domain.collected import Collected
    from bot.domain.knowledge import Knowledge
    from bot.domain.learner import Profile
    from bot.nlu.profiling import Profiler
    from bot.nlu.recogniser import Recogniser
    from bot.nlu.recognition import Recognition

SETTINGS = MatcherSettings(
    candidates=50,
    encoder_weight=2.0,
    sign_weight=0.3,
    regularisation=0.2,
    passes=4,
    block_steps=15,
    most_features=50_000,
    calibrated=False,
)
"""Chosen by cross-validation: docs/understanding.md."""
_SLOT = re.compile(r"\{[a-z]+\}")


class Reader:
    """Turns what was written into what the matcher hears."""

    def __init__(self, knowledge: Knowledge, recogniser: Recogniser, profiler: Profiler) -> None:
        self._knowledge = knowledge
        self._recogniser = recogniser
        self._profiler = profiler
        self._fillings = {slot: cycle(names) for slot, names in _fillings(knowledge).items()}

    def heard(self, text: str, recognition: Recognition, profile: Profile, context: Context = BEGINNING) -> Utterance:
        """An utterance as the matcher hears it, after what was said before."""
        before = self._knowledge.entries.get(context.after)
        signs = signs_of(text, recognition, profile, context, act_of(before) if before else None)
        return Utterance(" ".join(recognition.tokens), self._recogniser.spelt(text), signs)

    def examples(self, collected: Iterable[Collected]) -> Iterator[Example]:
        """Every phrasing of the entries, and the messages given."""
        for entry in self._knowledge.entries.values():
            for phrasing in entry.examples:
                recognition = self._recogniser.read_example(phrasing)
                heard = self.heard(phrasing, recognition, self._profiler.read(recognition))
                yield Example(Utterance(heard.words, self._filled(phrasing), heard.signs), (entry.id,))
        for message, context in self.in_context(collected):
            means = tuple(name for name in message.means if name in self._knowledge.entries)
            if means:
                recognition = self._recogniser.read(message.says)
                profile = self._profiler.read(recognition)
                yield Example(self.heard(message.says, recognition, profile, context), means)

    def in_context(self, collected: Iterable[Collected]) -> Iterator[tuple[Collected, Context]]:
        """Messages with what was said before each; those of a conversation must follow one another."""
        spoken_of, conversation = SpokenOf.NOTHING, None
        for message in collected:
            if message.conversation != conversation:
                spoken_of, conversation = SpokenOf.NOTHING, message.conversation
            told = spoken_of if message.in_conversation else None
            yield message, Context(message.after, told)
            if message.in_conversation:
                spoken_of = self._spoken_of(message, spoken_of)

    def _spoken_of(self, message: Collected, before: SpokenOf) -> SpokenOf:
        """What has been spoken of once a message is answered."""
        recognition = self._recogniser.read(message.says)
        if recognition.of(EntityKind.CERTIFICATION) or recognition.of(EntityKind.VENDOR):
            return SpokenOf.NAMED
        meant = self._knowledge.entries.get(message.means[0])
        advised = meant is not None and act_of(meant) is Act.RECOMMEND
        return SpokenOf.ADVISED if advised and before is SpokenOf.NOTHING else before

    def _filled(self, phrasing: str) -> str:
        """A phrasing with names in the place of its slots, as somebody would say it."""
        return _SLOT.sub(
            lambda slot: next(
                self._fillings.get(
                    slot[0],
                    iter(()),
                ),
                slot[0],
            ),
            phrasing,
        )


def _fillings(knowledge: Knowledge) -> dict[str, list[str]]:
    named = {
        EntityKind.CERTIFICATION: [card.short for card in knowledge.reviewed],
        EntityKind.OUTSIDE: list(knowledge.not_covered),
        EntityKind.VENDOR: [vendor.name for vendor in knowledge.vendors.values()],
        EntityKind.TIER: ["tier 1", "tier 2", "tier 3", "tier 4"],
        EntityKind.MONEY: ["$100", "$300", "50 dollars"],
        EntityKind.TIME: ["3 months", "2 weeks", "4 years"],
        EntityKind.PACE: ["5 hours a week", "10 hours a week"],
    }
    return {kind.slot: names for kind, names in named.items() if names}
