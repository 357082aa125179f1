"""A person who wants to learn: what was said of them, and the adviser's rules about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.figures import Figure

NO_BUDGET = "no-budget"
TIGHT_BUDGET = "tight-budget"
"""Shown by words such as "cheaper"; holds no longer once there is more money."""
AMPLE_BUDGET = "ample-budget"
"""Lifts the limit that an earlier message set: "money is no problem then"."""
LITTLE_TIME = "little-time"
CAREER_EARLY, CAREER_MID, CAREER_SENIOR = "career-early", "career-mid", "career-senior"
WHERE_TO_START = "where-to-start"
"""Applies to somebody who asks for advice and says nothing of themselves."""
PROGRAM_RULES = frozenset({NO_BUDGET, LITTLE_TIME, CAREER_EARLY, CAREER_MID, CAREER_SENIOR, WHERE_TO_START})
"""Ids of rules that the program applies by itself: by amounts and spans of time in a message; each needs its file."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a person's situation speaks for."""

    id: str
    title: str
    section: str
    """The part of the guide it stands for."""
    reason: str
    """Completes "because ...", in the second person."""
    source: str
    shown_by: tuple[str, ...] = ()
    """Words and phrases that show it in a message; any one suffices."""
    vendors: tuple[str, ...] = ()
    """Ids of vendors whose name shows it too."""
    holds: tuple[str, ...] = ()
    """Ids of cards that, once held, show it too."""
    with_: tuple[str, ...] = ()
    """Ids of rules that must all apply too."""
    without: tuple[str, ...] = ()
    """Ids of rules none of which may apply."""
    prefers: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Points for cards, 1 to 5."""
    avoids: Mapping[str, int] = field(default_factory=dict, hash=False)
    """Points against cards, 1 to 5."""
    excludes: tuple[str, ...] = ()
    """Ids of cards never to recommend when it applies."""
    meets: tuple[str, ...] = ()
    """Ids of cards whose prerequisites it fulfils."""
    lacks: tuple[str, ...] = ()
    """Ids of cards whose prerequisites it says are missing."""
    group: str = ""
    """Of the rules of one group only those hold that were shown last: "and for juniors?" after ten years."""
    temporary: bool = False
    """Whether it no longer applies to somebody who has passed what was advised: "a beginner"."""
    asks: str = ""
    """Id of the form's question that matters most to people of whom it applies; empty: whichever changes most."""
    first: str = ""
    """What is said before any certification: "don't buy one yet, ..."."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What was said of a person. What was not said stays unknown and is not assumed."""

    shows: frozenset[str] = frozenset()
    """Ids of the rules that something said shows."""
    situation: frozenset[str] = frozenset()
    """Those among them that the person's own words show, rather than the name of a vendor."""
    newest: frozenset[str] = frozenset()
    """Those among them that the last message to show any shows, where others came before: they weigh more."""
    denies: frozenset[str] = frozenset()
    """Ids of the rules that something said denies: "nothing with genai"."""
    vendors: frozenset[str] = frozenset()
    """Ids of the vendors and platforms that were named without ruling them out."""
    vendors_out: frozenset[str] = frozenset()
    """Ids of the vendors and platforms that are ruled out."""
    cards_out: frozenset[str] = frozenset()
    """Ids of the certifications that are ruled out."""
    holds: frozenset[str] = frozenset()
    """Ids of the certifications already held."""
    named: frozenset[str] = frozenset()
    """Ids of the certifications named otherwise: the person has them in mind."""
    budget: Figure | None = None
    """The most to spend, once or a month."""
    time: Figure | None = None
    """The most time there is."""
    subscription: bool | None = None
    """Whether a subscription will do; None: nothing was said."""
    hours_a_week: float | None = None
    """How long the person can study."""
    refused: frozenset[str] = frozenset()
    """Ids of the certifications that were advised and that something else was asked for instead: "cheaper"."""
    exam: bool | None = None
    """Whether it is to be an exam; None: nothing was said."""

    @property
    def rules_out(self) -> bool:
        """Whether something is ruled out, so that what is left is an answer."""
        out = self.denies or self.vendors_out or self.cards_out or self.refused
        return bool(out) or self.exam is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return self == NOBODY

    def overlaps(self, other: Profile) -> bool:
        """Whether both say something of the same matter."""
        if self.shows & (other.shows | other.denies) or self.vendors_out & other.vendors_out:
            return True
        pairs = (
            (self.budget, other.budget),
            (self.time, other.time),
            (self.subscription, other.subscription),
            (self.hours_a_week, other.hours_a_week),
            (self.exam, other.exam),
        )
        return any(one is not None and another is not None for one, another in pairs)

    def merge(self, newer: Profile) -> Profile:
        """What holds after more was said: the newer word wins, the rest stays."""
        over = set(newer.denies)
        if newer.budget and newer.budget.most > 0:
            over.add(NO_BUDGET)
        if newer.time:
            over.add(LITTLE_TIME)
        kept = self.shows - over
        free = AMPLE_BUDGET in newer.shows
        return Profile(
            shows=kept | newer.shows,
            situation=(self.situation - over) | newer.situation,
            newest=(newer.shows if kept - newer.shows else frozenset()) if newer.shows else self.newest,
            denies=(self.denies - newer.shows) | newer.denies,
            vendors=(self.vendors - newer.vendors_out) | newer.vendors,
            vendors_out=(self.vendors_out - newer.vendors) | newer.vendors_out,
            cards_out=self.cards_out | newer.cards_out,
            holds=self.holds | newer.holds,
            named=newer.named or self.named,
            budget=newer.budget or (None if free else self.budget),
            time=newer.time or self.time,
            subscription=self.subscription if newer.subscription is None else newer.subscription,
            hours_a_week=newer.hours_a_week or self.hours_a_week,
            refused=self.refused | newer.refused,
            exam=self.exam if newer.exam is None else newer.exam,
        )


NOBODY = Profile()
"""A person of whom nothing was said."""
