"""Reads what a message says of the person who wants to learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.figures import Unit
from bot.domain.learner import CAREER_EARLY, CAREER_MID, CAREER_SENIOR, LITTLE_TIME, NO_BUDGET, Profile
from bot.nlu.gazetteer import Gazetteer, fillers_of
from bot.nlu.holdings import Holdings, placed
from bot.nlu.negation import Negation
from bot.nlu.recognition import STOP
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.domain.figures import Figure
    from bot.domain.knowledge import Knowledge
    from bot.nlu.recognition import Recognition

STAGES = ((2.0, CAREER_EARLY), (7.0, CAREER_MID), (float("inf"), CAREER_SENIOR))
"""Upper end in years of each career stage, as in the guide: 0-2, 3-7, 8 years or more."""
LITTLE_HOURS = 80.0
"""Two working weeks: less is little time."""
LEAST_HOURS = 4.0
"""Fewer hours are a sitting, not all the time there is: "i can do two hours after work"."""
A_WEEK = {
    "weekend": 1.0,
    "weekday": 5.0,
    "weeknight": 5.0,
    "week": 1.0,
    "month": 12 / 52,
    "evening": 5.0,
    "morning": 5.0,
    "night": 5.0,
    "sunday": 1.0,
    "saturday": 1.0,
    "daily": 7.0,
    "day": 7.0,
}
"""How often each word of a pace comes round in a week; the longer words stand first."""
OTHERS_SPEAK = "others speak"
"""The cue of what other people say or think, shortly behind the words for them."""
SPEAK_WITHIN = 2
"""Tokens behind such words in which it is looked for."""
SPEAKERS_PART = "speakers part"
"""The cue of words behind which it is no longer they who speak: "i am a teacher and think that ..."."""
EXAM_ONLY, NO_EXAM = "exams only", "no exams"
"""The cues of somebody who wants an exam and nothing else, or anything but an exam."""
BILLING, SUBSCRIPTION = "billing", "subscription"


class Profiler:
    """Knows the phrases that show the rules of one knowledge base."""

    def __init__(self, knowledge: Knowledge, form: Callable[[str], tuple[str, ...]]) -> None:
        """``form`` brings a phrase into the form that recognised tokens have."""
        self._negation = Negation(knowledge.vocabulary)
        fillers = fillers_of(knowledge.vocabulary)
        self._phrases: Gazetteer[tuple[str, ...]] = Gazetteer(fillers)
        self._told: Gazetteer[str] = Gazetteer(fillers)
        self._holdings = Holdings(knowledge.vocabulary)
        self._by_vendor: dict[str, list[str]] = {}
        self._by_card: dict[str, list[str]] = {}
        self._vendor_of = {card.id: card.vendor for card in knowledge.certifications.values()}
        shown: dict[tuple[str, ...], list[str]] = {}
        for rule in knowledge.rules.values():
            for phrase in rule.shown_by:
                shown.setdefault(form(phrase), []).append(rule.id)
            for vendor in rule.vendors:
                self._by_vendor.setdefault(vendor, []).append(rule.id)
            for card in rule.holds:
                self._by_card.setdefault(card, []).append(rule.id)
        for tokens, rules in shown.items():
            self._phrases.add(tokens, tuple(rules))
        for phrase in knowledge.vocabulary.phrases(OTHERS_SPEAK):
            self._told.add(form(phrase), OTHERS_SPEAK)
        self._part = frozenset((STOP, *knowledge.vocabulary.phrases(SPEAKERS_PART)))

    def read(self, recognition: Recognition) -> Profile:
        """What one message says; an empty profile where it says nothing."""
        shows, denies, explained = self._by_phrases(recognition.clauses)
        situation = set(shows)
        told = self._holdings.read(recognition)
        cards_out = {one.value for one in recognition.of(EntityKind.CERTIFICATION) if one.negated} - told.lacks
        vendors, vendors_out = self._vendors(recognition, explained)
        shows |= vendors
        denies.update(rule for vendor in vendors_out for rule in self._by_vendor.get(vendor, ()))
        for card in told.holds:
            shows.update(self._by_card.get(card, ()))
        named = {one.value for one in recognition.of(EntityKind.CERTIFICATION) if not one.negated}
        named.difference_update(told.holds)
        for card in named:
            shows.update(self._by_vendor.get(self._vendor_of.get(card) or "", ()))
        for entity in recognition.of(EntityKind.TIME):
            situation.update(_shown_by_time(entity.figure))
        shows |= situation
        budget = next(iter(_figures(recognition, EntityKind.MONEY)), None)
        if budget is not None and budget.most == 0:
            shows.add(NO_BUDGET)
        return Profile(
            shows=frozenset(shows),
            situation=frozenset(situation),
            denies=frozenset(denies - shows),
            vendors=frozenset(one.value for one in recognition.of(EntityKind.VENDOR) if not one.negated),
            vendors_out=frozenset(vendors_out),
            cards_out=frozenset(cards_out),
            holds=told.holds,
            named=frozenset(named),
            budget=budget,
            time=next((one for one in _figures(recognition, EntityKind.TIME) if one.unit is not Unit.YEARS), None),
            subscription=_subscription(recognition),
            hours_a_week=_hours_a_week(recognition),
            exam=wants_exam(recognition.cues),
        )

    def _vendors(self, recognition: Recognition, explained: set[int]) -> tuple[set[str], set[str]]:
        """The rules that named vendors show, and the ids of the vendors that are ruled out."""
        shows, out = set[str](), set[str]()
        for at, entity in placed(recognition, EntityKind.VENDOR):
            if not entity.negated:
                shows.update(self._by_vendor.get(entity.value, ()))
            elif at not in explained:
                out.add(entity.value)
        return shows, out

    def _by_phrases(self, tokens: tuple[str, ...]) -> tuple[set[str], set[str], set[int]]:
        """The rules that phrases show, those that they deny, and the places of the names that a phrase takes in.

        "never used aws" says what it says of AWS and does not rule it out. What others are said to say or want is
        not about the person: "my engineers roll their eyes".
        """
        shows, denies, explained = set[str](), set[str](), set[int]()
        spoken = {match.start for match in self._told.find_all(tokens)}
        for match in self._phrases.find_all(tokens):
            explained.update(range(match.start, match.end))
            if not spoken.intersection(self._behind(tokens, match.end)):
                (denies if self._negation.concerns(tokens, match.start) else shows).update(match.value)
        return shows, denies, explained

    def _behind(self, tokens: tuple[str, ...], start: int) -> range:
        """The next few places, as far as the same are spoken of."""
        end = min(len(tokens), start + SPEAK_WITHIN)
        return range(start, next((at for at in range(start, end) if tokens[at] in self._part), end))


def _hours_a_week(recognition: Recognition) -> float | None:
    """The pace that is named first, e.g. 10.0 for "2 hours every evening" (5 working days)."""
    for entity in recognition.of(EntityKind.PACE):
        times = next((times for word, times in A_WEEK.items() if word in entity.text), None)
        if entity.figure is not None and times is not None:
            return entity.figure.in_hours().most * times
    return None


def _figures(recognition: Recognition, kind: EntityKind) -> Iterator[Figure]:
    """The amounts or spans that are the most there is; "not 49 bucks" is none, nor is the length of a sitting."""
    for entity in recognition.of(kind):
        figure = entity.figure
        if figure is None or (entity.negated and figure.high is not None):
            continue  # "not more than 50" has no upper end of its own and sets one
        if figure.is_money or figure.in_hours().most >= LEAST_HOURS:
            yield figure


def _shown_by_time(figure: Figure | None) -> list[str]:
    """The rule that a span of time shows; a deadline without a figure ("by friday") is near."""
    if figure is None:
        return [LITTLE_TIME]
    if figure.unit is Unit.YEARS:
        return [next(rule for bound, rule in STAGES if figure.most <= bound)]
    return [LITTLE_TIME] if LEAST_HOURS <= figure.in_hours().most <= LITTLE_HOURS else []


def wants_exam(cues: frozenset[str]) -> bool | None:
    """Whether an exam is wanted; None where that is not said."""
    if NO_EXAM in cues:
        return False
    return True if EXAM_ONLY in cues else None


def _subscription(recognition: Recognition) -> bool | None:
    """False where subscriptions are ruled out or one payment is asked for."""
    for criterion in recognition.criteria:
        if criterion.attribute == BILLING and (criterion.value == SUBSCRIPTION) is criterion.negated:
            return False
    return None
