"""Finds the entities of an utterance: certifications, vendors, tiers, amounts, times, and attributes asked about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.nlu.dates import DateFinder
from bot.nlu.headcount import COUNTED, people_in
from bot.nlu.measures import bare_amounts, cut_measures
from bot.nlu.names import Names
from bot.nlu.negation import Negation
from bot.nlu.pieces import JOINING, cut_tiers, entities_of, unknown_codes, with_stages
from bot.nlu.recognition import STOP, Entity, Recognition
from bot.nlu.text import MAX_CHARACTERS, normalise, tokenise
from bot.nlu.wishes import WishFinder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.domain.knowledge import Knowledge
    from bot.nlu.pieces import Piece

_WORD = re.compile(r"[^\W\d_]{2,}")
_STOP = re.compile(r"[.!?;:,\n]+(?=\s|$)")


class Recogniser:
    """Knows the names of one knowledge base."""

    def __init__(self, knowledge: Knowledge, repair: Callable[[str], str]) -> None:
        """``repair`` takes a mistyped token for the word that was meant."""
        self._knowledge = knowledge
        self._repair = repair
        shorthand = knowledge.vocabulary.shorthand
        self._shorthand = {form: tokenise(meant) for form, meant in shorthand.items() if "/" not in form}
        slashed = {form: meant for form, meant in shorthand.items() if "/" in form}
        self._slashed = [(re.compile(rf"(?<!\w){re.escape(form)}(?!\w)"), meant) for form, meant in slashed.items()]
        self._bare = bare_amounts(phrase for cue in knowledge.vocabulary.cues.values() for phrase in cue)
        self._names = Names(knowledge, self.form)
        self._negation = Negation(knowledge.vocabulary)
        self._dates = DateFinder(knowledge.vocabulary)
        self._joining = frozenset(knowledge.vocabulary.phrases(JOINING))
        self._counted = frozenset(knowledge.vocabulary.phrases(COUNTED))
        self._wishes = WishFinder(knowledge, self.form)

    def read(self, utterance: str) -> Recognition:
        """Recognise an utterance."""
        return self._recognise(utterance, self._repair)

    def read_example(self, example: str) -> Recognition:
        """Recognise an example: moderators' words are not repaired."""
        return self._recognise(example, lambda token: token)

    def spelt(self, utterance: str) -> str:
        """The utterance with slips of the finger repaired and short forms spelt out, else as it was written."""
        return _WORD.sub(self._meant, utterance[:MAX_CHARACTERS])

    def _meant(self, match: re.Match[str]) -> str:
        typed = match[0].lower()
        meant = self._repair(typed)
        word = " ".join(self._shorthand.get(meant, (meant,)))
        return match[0] if word == typed else word

    def form(self, phrase: str) -> tuple[str, ...]:
        """The tokens of a phrase as they stand in an utterance, shorthand spelt out, names not replaced."""
        return tuple(word for token in tokenise(phrase) for word in self._shorthand.get(token, (token,)))

    def _recognise(self, utterance: str, repair: Callable[[str], str]) -> Recognition:
        typed_text = normalise(utterance)
        for pattern, meant in self._slashed if "/" in typed_text else ():
            typed_text = pattern.sub(meant, typed_text)
        text, measures = cut_measures(typed_text, self._bare)
        typed = tokenise(_STOP.sub(f" {STOP} ", text))
        spelt = list(self._spell(self._names.cut_codes(typed, unknown_codes(text)), repair))
        named = self._names.cut_names(spelt)
        pieces = list(cut_tiers(named, self._joining))
        amounts = iter(Entity(kind, words, words, figure) for kind, words, figure in measures)
        tokens = tuple(piece if isinstance(piece, str) else piece.kind.slot for piece in pieces)
        entities = tuple(entities_of(pieces, tokens, amounts, self._negation))
        clauses = tuple(with_stages(tokens, entities))
        wishes = self._wishes.find(clauses)
        return Recognition(
            clauses=clauses,
            entities=entities,
            attributes=wishes.attributes,
            criteria=wishes.criteria,
            requests=wishes.requests,
            cues=wishes.cues,
            dates=self._dates.find(typed_text),
            people=people_in(tokens, self._counted),
        )

    def _spell(self, pieces: Iterable[Piece], repair: Callable[[str], str]) -> Iterator[Piece]:
        for piece in pieces:
            if isinstance(piece, str):
                word = repair(piece)
                yield from self._shorthand.get(word, (word,))
            else:
                yield piece
