"""Where the parts of a card stand in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.certification import Certification, Fact


def folder(card: Certification) -> str:
    """The folder a card lives in."""
    return "cards" if card.reviewed else "outside"


def path_of(fact: Fact, reading: int, key: str) -> tuple[str | int, ...]:
    """The path of a key of a fact's reading, counted from 0: the first is the fact itself, the others its changes."""
    if reading == 0:
        return ("facts", fact.attribute, key)
    return ("facts", fact.attribute, "changes", reading - 1, key)
