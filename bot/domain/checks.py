"""Checks: held-out utterances with their expected outcome."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.problems import Place


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a reply must fulfil; what is empty is not asked for."""

    topic: str = ""
    """Id of the entry, attribute or card that must have answered."""
    kinds: tuple[str, ...] = ()
    """The kinds of reply that are fair."""
    certifications: tuple[str, ...] = ()
    """Ids that must be among the reply's."""
    picks: tuple[str, ...] = ()
    """Ids of which one must be the reply's first."""
    says: tuple[str, ...] = ()
    """Words that must all stand in the reply, case ignored."""
    says_any: tuple[str, ...] = ()
    """Words of which at least one must stand in the reply."""
    never: tuple[str, ...] = ()
    """Words that must not stand in the reply."""


@dataclass(frozen=True, slots=True)
class Step:
    """One message of a check and what is expected of its reply."""

    utterance: str
    expectation: Expectation


@dataclass(frozen=True, slots=True)
class Check:
    """A conversation of one or more turns, each with an expectation (an empty one accepts anything)."""

    turns: tuple[Step, ...]
    place: Place
    """Where it is written."""
    as_of: date | None = None
    """The day the bot's clock shows; None: today."""
    promised: bool = True
    """Whether it must hold; else it is counted only: how many of those hold says how good the answers are."""
