"""The names of one knowledge base, and how they are cut out of a list of tokens."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.nlu.gazetteer import Gazetteer, fillers_of
from bot.nlu.recognition import Entity
from bot.nlu.slots import EntityKind
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.certification import Certification
    from bot.domain.knowledge import Knowledge
    from bot.nlu.pieces import Piece

LONGEST_CODE = 3
"""Tokens a code may be written in: "mls - c01" has two."""
LONGEST_BEFORE = 3
"""Tokens of the words before a vendor's name that speak of all its certifications: "least expensive"."""
TOPIC = "\0topic"
"""Marks, in the gazetteer, a name that needs a word such as "exam" behind it."""

HEADS, BEFORE_HEADS = "heads of names", "before heads of names"
"""The cues of words that make a vendor's name its certification, "exam", and of those that may stand between them."""
ANY = "any of a vendor"
"""The cue of words before a vendor's name that speak of all its certifications: "any aws cert"."""
THAN_PICK = "than the pick"
"""The cue of wanting less or more of something than there is, which no superlative does: "cheaper"."""


class Names:
    """Certifications, vendors and exam codes by the ways people write them."""

    def __init__(self, knowledge: Knowledge, form: Callable[[str], tuple[str, ...]]) -> None:
        """``form`` brings a name into the form that tokens of an utterance have."""
        self._defaults = {vendor.id: vendor.default for vendor in knowledge.vendors.values()}
        cards = Counter(card.vendor for card in knowledge.certifications.values() if card.reviewed)
        self._single = {vendor for vendor, count in cards.items() if count == 1}
        vocabulary = knowledge.vocabulary
        self._heads = frozenset(vocabulary.phrases(HEADS))
        self._before_heads = frozenset(vocabulary.phrases(BEFORE_HEADS))
        superlatives = {word for one in knowledge.attributes for word in (*one.lowest, *one.highest)}
        before = {*vocabulary.phrases(ANY), *superlatives.difference(vocabulary.phrases(THAN_PICK))}
        self._any = frozenset(form(phrase) for phrase in before)
        self._names: Gazetteer[Entity] = Gazetteer(fillers_of(vocabulary))
        self._codes: dict[str, Entity] = {}
        self._form = form
        for card in knowledge.certifications.values():
            self._add_card(card)
        for vendor in knowledge.vendors.values():
            for name in (vendor.name, *vendor.aliases):
                self._names.add(form(name), Entity(EntityKind.VENDOR, vendor.id, vendor.name))
        for name, aliases in knowledge.not_covered.items():
            for alias in (name, *aliases):
                self._names.add(form(alias), Entity(EntityKind.OUTSIDE, "", name))

    def _add_card(self, card: Certification) -> None:
        entity = Entity(EntityKind.CERTIFICATION, card.id, card.short)
        for name in (card.name, card.short, *card.aliases):
            self._names.add(self._form(name), entity)
        for topic in card.topics:
            self._names.add(self._form(topic), replace(entity, text=TOPIC))
        for code in card.codes:
            self._codes["".join(tokenise(code))] = entity

    def cut_codes(self, tokens: tuple[str, ...], unknown: frozenset[str]) -> list[Piece]:
        """Replace exam codes, matched exactly; ``unknown`` are others that look like one."""
        pieces: list[Piece] = []
        at = 0
        while at < len(tokens):
            entity, length = self._code_at(tokens, at, unknown)
            pieces.append(entity or tokens[at])
            at += length
        return pieces

    def _code_at(self, tokens: tuple[str, ...], at: int, unknown: frozenset[str]) -> tuple[Entity | None, int]:
        for length in range(min(LONGEST_CODE, len(tokens) - at), 0, -1):
            parts = tokens[at : at + length]
            joined = "".join(parts)
            if joined in self._codes:
                return self._codes[joined], length
            if joined in unknown:
                return Entity(EntityKind.OUTSIDE, "", "-".join(parts).upper()), length
        return None, 1

    def cut_names(self, pieces: list[Piece]) -> list[Piece]:
        """Replace names, the longest at each place."""
        words = tuple(piece if isinstance(piece, str) else piece.kind.slot for piece in pieces)
        result: list[Piece] = []
        at = 0
        for match in self._names.find(words):
            if match.start < at:
                continue
            result += pieces[at : match.start]
            entity, at = self._read(match.value, words, match.start, match.end)
            result += [entity] if entity else pieces[match.start : match.end]
        return result + pieces[at:]

    def _read(self, named: Entity, words: tuple[str, ...], start: int, end: int) -> tuple[Entity | None, int]:
        """The entity that a name stands for where it is found, and where it ends; None for a topic alone."""
        if named.kind is EntityKind.VENDOR and self._opens_many(words, start):
            return replace(named, several=True), end
        return self._with_head(named, words, end)

    def _opens_many(self, words: tuple[str, ...], at: int) -> bool:
        """Whether what stands before a position speaks of several: "any", "the cheapest", "the least expensive"."""
        return any(words[max(at - length, 0) : at] in self._any for length in range(1, LONGEST_BEFORE + 1))

    def _with_head(self, named: Entity, words: tuple[str, ...], end: int) -> tuple[Entity | None, int]:
        """The entity and where it ends, with the head word behind it where that makes it a certification."""
        head = self._head_after(words, end, plural=named.value in self._single)
        if named.text == TOPIC:
            return (None, end) if head is None else (replace(named, text=""), head)
        if named.kind is EntityKind.VENDOR:
            default = self._defaults[named.value]
            if default is not None and head is not None:
                return Entity(
                    EntityKind.CERTIFICATION, default, named.text, vendor=named.value, head=words[head - 1]
                ), head
        return named, end

    def _head_after(self, words: tuple[str, ...], end: int, *, plural: bool) -> int | None:
        """The position behind a head word that follows a name, at most two words away; "exams" only if wanted."""
        at = end
        while at < len(words) and at < end + 2 and words[at] in self._before_heads:
            at += 1
        if at == len(words):
            return None
        heads = (words[at].removesuffix("s"), words[at]) if plural else (words[at],)
        return at + 1 if self._heads.intersection(heads) else None
