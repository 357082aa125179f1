"""Whom advice is for: what a message says of a person, added to what was said before, or taken back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.application.grading import not_better
from bot.domain.figures import Figure, Unit
from bot.domain.learner import NO_BUDGET, NOBODY, TIGHT_BUDGET, Profile
from bot.nlu.names import THAN_PICK
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.filters import Criterion
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Session
    from bot.nlu.recognition import Recognition
    from bot.nlu.understander import Understander
    from bot.nlu.understanding import Understanding

HELD = "held"
"""The cue of having what was advised already."""
LIMIT = "limit told"
"""The cue of words beside how much money or time there is."""
BARE = re.compile(r"[1-9][0-9]{1,4}")
"""A number that may be dollars; one of a single digit picks a suggestion."""
BARE_WORDS = 5
"""Up to this many tokens a message tells nothing but such a number."""
RAISING, LOWERING = "more than before", "less than before"
"""Cues of an amount by which the budget is changed: "200 more", "another $100", "50 bucks less"."""
REFINING_WORDS = 16
"""Up to this many tokens a message after advice may only refine it; one without any changes nothing."""


@dataclass(frozen=True, slots=True)
class Learners:
    """The people of a question for advice."""

    profile: Profile = NOBODY
    """What is known of the person who asks, by this message and those before."""
    people: tuple[Profile, ...] = ()
    """What is said of each of several people, where advice for a team is wanted."""
    somebody_else: bool = False
    """Whether a profile was begun anew."""
    budget_moved: bool = False
    """Whether an amount was added to the budget told before, or taken from it."""


def find_learners(
    knowledge: Knowledge, understander: Understander, understanding: Understanding, session: Session | None, day: date
) -> Learners:
    """The person who asks for advice, in the light of what was said before, and the people of a team."""
    cues, tokens = understanding.recognition.cues, understanding.recognition.tokens
    people = understander.profiles(understanding.utterance) if "team" in cues and not understanding.read_as else ()
    if session is None or "somebody else" in cues:
        return Learners(understanding.profile, people, somebody_else=session is not None)
    merged = _merged(knowledge, understanding, session)
    if session.advising and session.certifications and 0 < len(tokens) <= REFINING_WORDS:
        budget = _moved_budget(understanding.recognition, session) or _bare_budget(understanding.recognition)
        if budget is not None:
            return Learners(_with_budget(merged, budget), people, budget_moved=True)
        return Learners(_refined(knowledge, understanding, session, merged, day) or merged, people)
    return Learners(merged, people)


def _merged(knowledge: Knowledge, understanding: Understanding, session: Session) -> Profile:
    """What was said before and now."""
    if "addition" in understanding.recognition.cues:
        return session.profile.merge(understanding.profile)
    return add_to_profile(knowledge, session.profile, understanding.profile)


def add_to_profile(knowledge: Knowledge, before: Profile, newer: Profile) -> Profile:
    """What holds after more was said; of a group of rules ("career") the newer word replaces the older."""
    groups = {knowledge.rules[name].group for name in newer.shows} - {""}
    over = frozenset(name for name in before.shows if knowledge.rules[name].group in groups)
    kept = replace(before, shows=before.shows - over, situation=before.situation - over)
    return kept.merge(newer)


def _refined(
    knowledge: Knowledge, understanding: Understanding, session: Session, merged: Profile, day: date
) -> Profile | None:
    """The profile after a message that changes advice otherwise than by the budget; None where it does not."""
    recognition = understanding.recognition
    pick = knowledge.certifications[session.certifications[0]]
    if recognition.of(EntityKind.CERTIFICATION):
        return None
    if HELD in recognition.cues or ("onward" in recognition.cues and _goes_on(knowledge, merged, pick.id)):
        return _holding(knowledge, merged, pick.id)
    wish = _wish(understanding)
    if wish is not None:
        refused = not_better(knowledge, pick, wish.attribute, wish.sense, day)
        return replace(merged, refused=merged.refused | refused)
    return replace(merged, refused=merged.refused | {pick.id}) if "another pick" in recognition.cues else None


def _wish(understanding: Understanding) -> Criterion | None:
    """That less or more of something is wanted than the pick has: "cheaper", "too hard"."""
    recognition = understanding.recognition
    wished = (one for one in recognition.superlatives if not one.negated)
    return next(wished, None) if THAN_PICK in recognition.cues else None


def _holding(knowledge: Knowledge, profile: Profile, card: str) -> Profile:
    """The profile of the person once they have passed a certification."""
    shown = frozenset(rule.id for rule in knowledge.rules.values() if card in rule.holds)
    over = frozenset(rule.id for rule in knowledge.rules.values() if rule.temporary)
    return replace(
        profile,
        holds=profile.holds | {card},
        named=profile.named - {card},
        shows=(profile.shows - over) | shown,
        situation=profile.situation - over,
    )


def _goes_on(knowledge: Knowledge, profile: Profile, card: str) -> bool:
    """Whether the learning path that suits the person goes on to another certification of the guide."""
    suiting = [
        (len(profile.shows.intersection(path.suits)), path, at)
        for path in knowledge.paths.values()
        if (at := path.place_of(card)) is not None
    ]
    best, path, at = max(suiting, key=lambda one: one[0], default=(0, None, 0))
    return path is not None and best > 0 and any(step.certifications for step in path.steps[at + 1 : at + 2])


def _with_budget(profile: Profile, budget: Figure) -> Profile:
    """The profile with another budget; a larger one takes back what was asked for because money was short."""
    before = profile.budget
    if before is None or budget.most <= before.most:
        return replace(profile, budget=budget)
    short = {TIGHT_BUDGET, NO_BUDGET}
    shows, situation = profile.shows - short, profile.situation - short
    return replace(profile, budget=budget, shows=shows, situation=situation, refused=frozenset())


def _bare_budget(recognition: Recognition) -> Figure | None:
    """The budget that a lone number tells after advice: "300", "about 300"; None for any other message."""
    numbers = [int(token) for token in recognition.tokens if BARE.fullmatch(token)]
    told = LIMIT in recognition.cues or len(recognition.tokens) == 1
    elsewhere = recognition.entities or recognition.attributes or recognition.dates or recognition.people
    if len(numbers) != 1 or not told or elsewhere or len(recognition.tokens) > BARE_WORDS:
        return None
    return Figure(None, float(numbers[0]), Unit.USD)


def _moved_budget(recognition: Recognition, session: Session) -> Figure | None:
    """The budget after "200 more" or "100 less"; None where it is not moved."""
    before = session.profile.budget
    amount = next((one.figure for one in recognition.of(EntityKind.MONEY) if one.figure), None)
    if before is None or amount is None or not recognition.cues & {RAISING, LOWERING}:
        return None
    moved = -amount.most if LOWERING in recognition.cues else amount.most
    return Figure(None, max(0.0, before.most + moved), before.unit)
