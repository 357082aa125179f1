"""Actions in the place of an answer: asking back, and admitting not to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.actions import Action

if TYPE_CHECKING:
    from bot.domain.reply import Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class AskBack(Action):
    """Ask which of some readings is meant."""

    suggestions: tuple[Suggestion, ...]
    """The likeliest first; what is too many for now is suggested next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFurther(Action):
    """Go on after suggestions that were all turned down."""

    suggestions: tuple[Suggestion, ...]
    """The next ones, if any are left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWhich(Action):
    """Ask of which certification an attribute is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWhatToCompare(Action):
    """Ask for what to compare the one that was named with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decline(Action):
    """Admit not to know."""

    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineMore(Action):
    """Say that there is no answer before that could be explained or repeated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclinePress(Action):
    """Say that it can't be told any more what a button asked for."""

    expired: bool
    """Whether it was only kept for a while; else this release does not know it."""
