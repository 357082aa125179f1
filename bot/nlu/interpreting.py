"""Reads messages in other languages, by way of the English words that say most nearly the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from bot.nlu.languages import OTHER_LANGUAGE, spaced
from bot.nlu.recognition import STOP, Recognition
from bot.nlu.slots import EntityKind
from bot.nlu.text import is_slot

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.domain.knowledge import Knowledge
    from bot.nlu.matcher import Matcher, Ranking, SentenceEncoder
    from bot.nlu.recogniser import Recogniser
    from bot.nlu.recognition import Entity

LEAST_ALIKE = 0.6
"""Cosine from which on a clause is taken to say what a phrase says: "sono un infermiere" and "nurse" have 0.62."""
CLEARLY_OUT = 0.08
"""How much nearer, as a mean cosine, a clause is to phrases that rule its name out: "senza aws" 0.2, "wir nutzen aws"
-0.1."""
RULES_OUT, TAKES_IN, TELLS_NOTHING = "rules a name out", "takes a name in", "tells nothing of oneself"
"""The cues whose phrases are compared by meaning with what is said in another language."""
_CLAUSE = re.compile(r"[^,.;:!?\n、。，；：！？،؛؟¿¡()]+")  # noqa: RUF001 - the marks of other scripts
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A message in another language."""

    recognition: Recognition
    """What is named as in the message itself, and what is said of it as in the example in its stead."""
    ranking: Ranking
    example: str
    """An English example that says most nearly the same, with slots."""


def interpret(utterance: str, matcher: Matcher, recogniser: Recogniser) -> Interpretation:
    """Read a message in another language; raises ValueError where the matcher has no encoder."""
    ranking, example = matcher.interpret(utterance, without=frozenset({OTHER_LANGUAGE}))
    named, said = recogniser.read_example(spaced(utterance)), recogniser.read_example(example)
    words = tuple(token for token in said.tokens if not is_slot(token))
    slots = tuple(token for token in named.tokens if is_slot(token))
    recognition = Recognition(
        clauses=(*words, STOP, *slots),
        entities=named.entities,
        attributes=said.attributes,
        criteria=said.criteria,
        requests=said.requests,
        cues=said.cues,
    )
    return Interpretation(recognition, ranking, example)


class PhraseMeanings:
    """Knows what the phrases of the adviser's rules, and those about names, mean in any language."""

    def __init__(self, knowledge: Knowledge, recogniser: Recogniser, encoder: SentenceEncoder) -> None:
        self._vocabulary = knowledge.vocabulary
        self._shown_by = {phrase: rule.id for rule in knowledge.rules.values() for phrase in rule.shown_by}
        self._shown_by |= dict.fromkeys(self._vocabulary.phrases(TELLS_NOTHING), "")
        self._recogniser = recogniser
        self._encoder = encoder

    def shown_in(self, utterance: str) -> frozenset[str]:
        """The ids of the rules that the clauses of a message show, one a clause at most.

        Clauses with names or figures are left out: those are read for what they are.
        """
        clauses = [clause.strip() for clause in _CLAUSE.findall(utterance) if not _FIGURE.search(clause)]
        telling = [clause for clause in clauses if clause and not self._named(clause)]
        if not telling:
            return frozenset()
        alike = self._encoder.encode(telling) @ self._phrases.T
        rules = list(self._shown_by.values())
        return frozenset(rules[row.argmax()] for row in alike if row.max() >= LEAST_ALIKE) - {""}

    def with_ruled_out(self, utterance: str, recognition: Recognition) -> Recognition:
        """The recognition of a message, its names marked that a clause rules out."""
        out = {entity.value for clause in _CLAUSE.findall(utterance) for entity in self._ruled_out(clause)}
        entities = (replace(one, negated=one.negated or one.value in out) for one in recognition.entities)
        return replace(recognition, entities=tuple(entities))

    def _ruled_out(self, clause: str) -> tuple[Entity, ...]:
        named = self._named(clause)
        if not named:
            return ()
        name = named[0].text
        out, in_ = (
            [phrase.replace(EntityKind.VENDOR.slot, name) for phrase in self._vocabulary.phrases(cue)]
            for cue in (RULES_OUT, TAKES_IN)
        )
        if not out or not in_:
            return ()
        said, *phrases = self._encoder.encode([clause, *out, *in_])
        alike = [float(said @ phrase) for phrase in phrases]
        lead = sum(alike[: len(out)]) / len(out) - sum(alike[len(out) :]) / len(in_)
        return named if lead >= CLEARLY_OUT else ()

    def _named(self, clause: str) -> tuple[Entity, ...]:
        return self._recogniser.read_example(spaced(clause)).entities

    @cached_property
    def _phrases(self) -> NDArray[np.float32]:
        """Encoded when the first message in another language comes."""
        return self._encoder.encode(list(self._shown_by))
