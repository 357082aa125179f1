"""Knowledge as it was read, before anyone vouches for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.domain.knowledge import Knowledge
    from bot.domain.problems import Place, Problem


class Places(Protocol):
    """Finds where something of the knowledge is written."""

    def __call__(self, kind: str, name: str, *path: str | int) -> Place:
        """Give the place of a part (a path of keys and indices) of a file of a kind; the nearest there is."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """What a knowledge folder holds, as far as it could be read."""

    knowledge: Knowledge
    """Everything that was sound in itself."""
    problems: tuple[Problem, ...]
    """What was not, file by file; whether the parts fit together is another question."""
    places: Places
    unread: frozenset[str] = frozenset()
    """Ids whose files are there but could not be used: references to them are not dangling."""
    complete: bool = True
    """Whether every file and folder could be opened; where not, ``problems`` names those that could not, and no more:
    what else would seem to be missing or wrong is likely to follow from them."""
