"""What can be asked of Certwise, as frozen values that carry their subject.

A message is understood as one of them; so is what a button, a command or a form asks for. Whoever answers an action
needs nothing of what was said before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.filters import ALL, Criterion, Filter
from bot.domain.learner import NOBODY, Profile
from bot.domain.reckoning import NOTHING_RECKONED, Reckoning

if TYPE_CHECKING:
    from bot.domain.feedback import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to answer."""

    certifications: tuple[str, ...] = ()
    """Ids of the certifications it is about, the main one first."""
    attributes: tuple[str, ...] = ()
    """Ids of the attributes asked about, in order."""
    besides: str = ""
    """Name of something that was named too and of which nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellFacts(Action):
    """Tell what certifications hold on attributes; at least one of each."""

    in_all: bool = False
    """Whether prices and times are wanted added up."""
    needs: frozenset[str] | None = None
    """Folded words for what may be needed, where it is asked by yes or no; else None."""
    reckoning: Reckoning = NOTHING_RECKONED


@dataclass(frozen=True, slots=True, kw_only=True)
class Describe(Action):
    """Tell of certifications as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare(Action):
    """Put two certifications or more side by side; without attributes, by what differs."""

    in_all: bool = False
    reckoning: Reckoning = NOTHING_RECKONED


@dataclass(frozen=True, slots=True, kw_only=True)
class Browse(Action):
    """List certifications; the attributes are shown beside the price."""

    wanted: Filter = ALL
    order: Criterion | None = None
    """By what the list is sorted, the least or the most first; None: in the guide's order."""
    page: int = 0
    """Which part of the list is shown, from 1; 0: all of it at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellHolders(Action):
    """Tell in which certifications something is found."""

    words: frozenset[str]
    """The folded words that were looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellRetired(Action):
    """Tell which certifications are gone or about to be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellSuccessors(Action):
    """Tell what can be taken instead of certifications that are gone or about to be; at least one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellChanges(Action):
    """Tell what has changed since the guide was written, of some certifications or of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEntry(Action):
    """Say what is written in an entry."""

    entry: str
    reasons: bool = False
    """Whether it is asked why, so that even an entry that recommends something is an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellUnknown(Action):
    """Say what the guide does not hold of certifications."""

    entry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TellOutside(Action):
    """Say that a certification of which only the name is known is not covered."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advise(Action):
    """Advise a person, or each person of a team."""

    profile: Profile = NOBODY
    people: tuple[Profile, ...] = ()
    """The people of a team, two or more; else none."""
    among: tuple[str, ...] = ()
    """Ids of the certifications to choose from; empty: any."""
    asked: tuple[str, ...] = ()
    """Ids of the questions that need not be asked again."""
    entry: str = ""
    """Id of the written advice that will do where nothing is known of the person."""
    advised: str = ""
    """Id of the certification that was advised just before; if it stays the pick, that is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainAdvice(Action):
    """Tell what speaks for the advice to a person, or for and against some certifications."""

    profile: Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviseCheaper(Action):
    """Advise a person to something that costs less than what was advised, which is the certification."""

    profile: Profile
    asked: tuple[str, ...] = ()
    """See Advise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellMore(Action):
    """Show the longer part of the reply to another action."""

    of: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class TellBriefly(Action):
    """Say what the reply to another action comes down to."""

    of: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class TellSources(Action):
    """Tell where the reply to another action came from."""

    of: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Action):
    """Answer another action where everybody reads it."""

    of: Action
    question: str = ""
    """What the person had typed; empty where a button or a form had asked it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Action):
    """Ask in one's own words about the reply to another action; without words it is that reply."""

    of: Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge(Action):
    """Keep what a person thinks of a reply about the certifications."""

    verdict: Verdict
    """Whether it helped."""
    topic: str
    """Id of the entry, attribute or card that answered, or of the request."""
