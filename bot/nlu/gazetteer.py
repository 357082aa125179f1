"""Finds known names in a list of tokens: exactly, longest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.knowledge import Vocabulary

T = TypeVar("T")

INSIDE_NAMES = "inside names"
"""The cue of words that may stand inside a name without changing what it names: "aws certified ml specialty"."""
_SHORTEST_PLURAL = 4
"""From this length on a final s is taken for a plural or a possessive without its apostrophe."""


def fillers_of(vocabulary: Vocabulary) -> frozenset[str]:
    """The words that may stand inside a name."""
    return frozenset(vocabulary.phrases(INSIDE_NAMES))


POSSESSIVES = frozenset({"hers", "yours", "ours", "theirs"})
"""Pronouns that their s makes stand for a thing."""


def fold(token: str) -> str:
    """A token without plural or possessive s: "googles" and "google" are one; "hers" is not "her"."""
    if token in POSSESSIVES:
        return token
    if len(token) > _SHORTEST_PLURAL and token.endswith("s") and not token.endswith(("ss", "us", "is")):
        return token[:-1]
    return token


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A name found at tokens ``start`` to ``end`` (excluded), and what it stands for."""

    start: int
    end: int
    value: T


@dataclass
class _Node(Generic[T]):
    next: dict[str, _Node[T]] = field(default_factory=dict)
    value: T | None = None


class Gazetteer(Generic[T]):
    """A trie of names."""

    def __init__(self, fillers: frozenset[str] = frozenset()) -> None:
        """``fillers`` may stand between the tokens of a name."""
        self._root: _Node[T] = _Node()
        self._fillers = fillers

    def add(self, tokens: tuple[str, ...], value: T) -> None:
        """Register a name; the first to claim it keeps it."""
        node = self._root
        for token in map(fold, tokens):
            node = node.next.setdefault(token, _Node())
        if node is not self._root and node.value is None:
            node.value = value

    @property
    def openings(self) -> frozenset[str]:
        """The first tokens of the names, folded: where none of them stands, no name does."""
        return frozenset(self._root.next)

    def find(self, tokens: tuple[str, ...]) -> list[Match[T]]:
        """Every name in the tokens, from left to right, the longest at each place, none overlapping."""
        folded = [fold(token) for token in tokens]
        matches: list[Match[T]] = []
        start = 0
        while start < len(folded):
            match = self.longest(folded, start) if folded[start] in self._root.next else None
            if match is None:
                start += 1
            else:
                matches.append(match)
                start = match.end
        return matches

    def find_all(self, tokens: tuple[str, ...]) -> list[Match[T]]:
        """The longest name at every place, overlapping ones included."""
        folded = [fold(token) for token in tokens]
        found = (self.longest(folded, start) for start, token in enumerate(folded) if token in self._root.next)
        return [match for match in found if match is not None]

    def longest(self, tokens: Sequence[str], start: int) -> Match[T] | None:
        """The longest name that begins at a place among folded tokens."""
        node: _Node[T] | None = self._root.next.get(tokens[start])
        best: Match[T] | None = None
        at = start + 1
        while node is not None:
            if node.value is not None:
                best = Match(start, at, node.value)
            while at < len(tokens) and tokens[at] in self._fillers and tokens[at] not in node.next:
                at += 1
            if at == len(tokens):
                break
            node = node.next.get(tokens[at])
            at += 1
        return best
