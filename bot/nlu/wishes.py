"""The words of one knowledge base that name attributes, wishes about a list, and requests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.domain.filters import Criterion
from bot.nlu.gazetteer import Gazetteer, fillers_of, fold
from bot.nlu.negation import Negation
from bot.nlu.places import place_before

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.entry import Attribute
    from bot.domain.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the words of an utterance ask for; see ``bot.nlu.recognition.Recognition``."""

    attributes: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    requests: frozenset[str]
    cues: frozenset[str]


class WishFinder:
    """Spots the words; synonyms stand for one another."""

    def __init__(self, knowledge: Knowledge, form: Callable[[str], tuple[str, ...]]) -> None:
        """``form`` brings a phrase into the form that tokens of an utterance have."""
        self._main = {word: group[0] for group in knowledge.vocabulary.synonyms for word in group[1:]}
        self._form = form
        self._negation = Negation(knowledge.vocabulary)
        fillers = fillers_of(knowledge.vocabulary)
        self._attributes: Gazetteer[str] = Gazetteer(fillers)
        self._criteria: Gazetteer[Criterion] = Gazetteer(fillers)
        self._requests: Gazetteer[str] = Gazetteer(fillers)
        self._cues: dict[str, Gazetteer[str]] = {}
        for attribute in knowledge.attributes:
            self._add(attribute)
        for request in knowledge.requests:
            for word in request.words:
                self._requests.add(self._phrase(word), request.id)

        for cue, phrases in knowledge.vocabulary.cues.items():
            self._cues[cue] = Gazetteer(fillers)
            for phrase in phrases:
                self._cues[cue].add(form(phrase), cue)
        self._opened: dict[str, list[str]] = {}
        for cue, gazetteer in self._cues.items():
            for opening in gazetteer.openings:
                self._opened.setdefault(opening, []).append(cue)

    def find(self, tokens: tuple[str, ...]) -> Wishes:
        """What is asked for by word."""
        words = tuple(self._main.get(token, token) for token in tokens)
        attributes = dict.fromkeys(match.value for match in self._attributes.find(words))
        criteria = dict.fromkeys(
            replace(
                match.value,
                negated=self._negation.concerns(words, match.start),
                place=place_before(words, match.start),
            )
            for match in self._criteria.find(words)
        )
        requests = frozenset(match.value for match in self._requests.find(words))
        return Wishes(tuple(attributes), tuple(criteria), requests, self._cues_in(tokens))

    def _cues_in(self, tokens: tuple[str, ...]) -> frozenset[str]:
        """The cues of which a phrase stands in the tokens; each is looked for only where one of its phrases opens."""
        folded = [fold(token) for token in tokens]
        opened = ((at, cue) for at, token in enumerate(folded) for cue in self._opened.get(token, ()))
        return frozenset(cue for at, cue in opened if self._cues[cue].longest(folded, at))

    def _add(self, attribute: Attribute) -> None:
        for word in attribute.words:
            self._attributes.add(self._phrase(word), attribute.id)
        for word in attribute.lowest:
            self._criteria.add(self._phrase(word), Criterion(attribute.id, "lowest"))
        for word in attribute.highest:
            self._criteria.add(self._phrase(word), Criterion(attribute.id, "highest"))
        for value, words in attribute.choice_words.items():
            for word in words:
                self._criteria.add(self._phrase(word), Criterion(attribute.id, "choice", value))

    def _phrase(self, phrase: str) -> tuple[str, ...]:
        return tuple(self._main.get(token, token) for token in self._form(phrase))
