"""Reads what a message says of the person who wants to learn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.figures import Unit
from bot.domain.learner import CAREER_EARLY, CAREER_MID, CAREER_SENIOR, LITTLE_TIME, NO_BUDGET, Profile
from bot.nlu.gazetteer import Gazetteer
from bot.nlu.negation import is_negated
from bot.nlu.recognition import STOP
from bot.nlu.slots import EntityKind
from bot.nlu.text import is_slot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.domain.figures import Figure
    from bot.domain.knowledge import Knowledge
    from bot.nlu.recognition import Entity, Recognition

HELD = frozenset(
    {"got", "done", "finished", "completed", "passed", "have", "hold", "holder", "did", "already", "earned"}
)
"""Words shortly before a certification's name that say it is already held."""
DONE = frozenset({"done", "finished", "completed", "passed", "holder", "already"})
"""Words shortly behind it that say so."""
JOINING = frozenset({"and", "plus", "incl", "including", "also", EntityKind.VENDOR.slot})
REACH = 4
STAGES = ((2.0, CAREER_EARLY), (7.0, CAREER_MID), (float("inf"), CAREER_SENIOR))
"""Upper end in years of each career stage, as in the guide: 0-2, 3-7, 8 years or more."""
LITTLE_HOURS = 80.0
"""Two working weeks: less is little time."""
A_WEEK = {"weekend": 1.0, "week": 1.0, "month": 12 / 52, "evening": 5.0, "daily": 7.0, "day": 7.0}
"""How often each word of a pace comes round in a week; the longer words stand first."""
BILLING, SUBSCRIPTION = "billing", "subscription"


class Profiler:
    """Knows the phrases that show the rules of one knowledge base."""

    def __init__(self, knowledge: Knowledge, form: Callable[[str], tuple[str, ...]]) -> None:
        """``form`` brings a phrase into the form that recognised tokens have."""
        self._phrases: Gazetteer[tuple[str, ...]] = Gazetteer()
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

    def read(self, recognition: Recognition) -> Profile:
        """What one message says; an empty profile where it says nothing."""
        shows, denies = self._by_phrases(recognition.clauses)
        situation = set(shows)
        holds = _held(recognition)
        for entity in recognition.of(EntityKind.VENDOR):
            (denies if entity.negated else shows).update(self._by_vendor.get(entity.value, ()))
        for card in holds:
            shows.update(self._by_card.get(card, ()))
        named = {one.value for one in recognition.of(EntityKind.CERTIFICATION) if not one.negated}
        named.difference_update(holds)
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
            vendors_out=frozenset(one.value for one in recognition.of(EntityKind.VENDOR) if one.negated),
            cards_out=frozenset(one.value for one in recognition.of(EntityKind.CERTIFICATION) if one.negated),
            holds=frozenset(holds),
            named=frozenset(named),
            budget=budget,
            time=next((one for one in _figures(recognition, EntityKind.TIME) if one.unit is not Unit.YEARS), None),
            subscription=_subscription(recognition),
            hours_a_week=_hours_a_week(recognition),
        )

    def _by_phrases(self, tokens: tuple[str, ...]) -> tuple[set[str], set[str]]:
        shows, denies = set[str](), set[str]()
        for match in self._phrases.find_all(tokens):
            (denies if is_negated(tokens, match.start) else shows).update(match.value)
        return shows, denies


def _held(recognition: Recognition) -> list[str]:
    """Certifications that the message says are done."""
    held, last = [], None
    for at, entity in _certifications(recognition):
        before, after = _before(recognition.clauses, at, REACH), recognition.clauses[at + 1 : at + 3]
        joined = last is not None and _joined(recognition.clauses[last + 1 : at])
        told = HELD.intersection(before) or DONE.intersection(after) or joined
        if not entity.negated and told:
            held.append(entity.value)
            last = at
    return held


def _certifications(recognition: Recognition) -> Iterator[tuple[int, Entity]]:
    """Each certification with its place among the clauses' tokens."""
    slot = EntityKind.CERTIFICATION.slot
    places = [at for at, token in enumerate(recognition.clauses) if token == slot]
    return zip(places, recognition.of(EntityKind.CERTIFICATION), strict=False)


def _before(clauses: tuple[str, ...], at: int, reach: int) -> tuple[str, ...]:
    """The tokens before a place, as far as its clause reaches."""
    first = at
    while first > 0 and (is_slot(clauses[first - 1]) or clauses[first - 1] in JOINING or _lists(clauses, first - 1)):
        first -= 1  # "have the ibm one, databricks and this": what is listed with it does not count
    stops = [place for place in range(max(0, first - reach), first) if clauses[place] == STOP]
    return clauses[stops[-1] + 1 if stops else max(0, first - reach) : first]


def _lists(clauses: tuple[str, ...], at: int) -> bool:
    """Whether a mark between clauses is a comma of a list of names."""
    return clauses[at] == STOP and at > 0 and is_slot(clauses[at - 1]) and clauses[at - 1] != STOP


def _joined(between: tuple[str, ...]) -> bool:
    """Whether what stands between two certifications joins them: "i have the ibm one and databricks"."""
    return len(between) <= 1 and all(word in JOINING for word in between)


def _hours_a_week(recognition: Recognition) -> float | None:
    """The pace that is named first, e.g. 10.0 for "2 hours every evening" (5 working days)."""
    for entity in recognition.of(EntityKind.PACE):
        times = next((times for word, times in A_WEEK.items() if word in entity.text), None)
        if entity.figure is not None and times is not None:
            return entity.figure.in_hours().most * times
    return None


def _figures(recognition: Recognition, kind: EntityKind) -> Iterable[Figure]:
    return [entity.figure for entity in recognition.of(kind) if entity.figure is not None]


def _shown_by_time(figure: Figure | None) -> list[str]:
    """The rule that a span of time shows; a deadline without a figure ("by friday") is near."""
    if figure is None:
        return [LITTLE_TIME]
    if figure.unit is Unit.YEARS:
        return [next(rule for bound, rule in STAGES if figure.most <= bound)]
    return [LITTLE_TIME] if figure.in_hours().most <= LITTLE_HOURS else []


def _subscription(recognition: Recognition) -> bool | None:
    """False where subscriptions are ruled out or one payment is asked for."""
    for criterion in recognition.criteria:
        if criterion.attribute == BILLING and (criterion.value == SUBSCRIPTION) is criterion.negated:
            return False
    return None
