"""What the adviser makes of a person, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.certification import Certification
    from bot.domain.learner import Rule
    from bot.recommender.facts import CardFacts
    from bot.recommender.points import Choice


@dataclass(frozen=True, slots=True)
class Advice:
    """What to take, and why not the rest."""

    choices: tuple[Choice, ...]
    """Best first; only what something speaks for, unless nothing of that is left."""
    excluded: tuple[tuple[Choice, str], ...]
    """What a limit forbids though something speaks for it, best first, with the obstacle."""
    applied: tuple[Rule, ...]
    """The rules that apply."""
    gone: Certification | None = None
    """The retired one that would be the pick, if there is one."""
    instead: tuple[CardFacts, ...] = ()
    """What is not reviewed, has taken its place and stays within the limits."""


@dataclass(frozen=True, slots=True)
class Change:
    """What another pick would take."""

    with_: str
    """Completes "with ..."."""
    card: Certification
