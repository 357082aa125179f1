"""A handful of certifications and rules to advise on."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.domain.certification import CardKind, Certification, Fact, Lifecycle, Reading
from bot.domain.form import FormQuestion, Option
from bot.domain.learner import WHERE_TO_START, Profile, Rule
from bot.recommender import Adviser

DAY = date(2026, 1, 9)


def card(
    id_: str, cost: str = "", duration: str = "", *, vendor: str = "acme", kind: CardKind = CardKind.EXAM, **facts: str
) -> Certification:
    held = {"cost": cost, "duration": duration, **facts}
    return Certification(
        id=id_,
        name=id_.title(),
        short=id_.title(),
        kind=kind,
        summary="",
        vendor=vendor,
        facts={
            name: Fact(name, (Reading(value, f"{value}.", "guide", date(2026, 1, 1)),))
            for name, value in held.items()
            if value
        },
    )


RETIRED = Lifecycle(retired=date(2026, 3, 31), text="Gone.", successors=(), source="guide")


def rule(
    id_: str,
    prefers: dict[str, int] | None = None,
    *,
    avoids: dict[str, int] | None = None,
    excludes: tuple[str, ...] = (),
    with_: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
) -> Rule:
    return Rule(
        id=id_,
        title=id_.title(),
        section="",
        reason=f"you are {id_}",
        source="guide",
        prefers=prefers or {},
        avoids=avoids or {},
        excludes=excludes,
        with_=with_,
        without=without,
    )


CARDS = (
    card("basics", "about $49", "under 10 hours", free="paid"),
    card("course", "$40-50 a month", "3-6 months", free="paid", billing="subscription"),
    card("exam", "about $200", "2-4 months", free="paid", vendor="cloudy"),
    card("lessons", "free", kind=CardKind.FREE_RESOURCE, free="free"),
)
RULES = {
    one.id: one
    for one in (
        rule("beginner", {"course": 4, "basics": 2}, avoids={"exam": 3}),
        rule("coder", {"exam": 4, "course": 1}, avoids={"basics": 2}),
        rule("hurried", {"basics": 4}),
        rule("strict", {"exam": 5}, excludes=("course",)),
        rule("paired", {"lessons": 5}, with_=("coder",)),
        rule("shy", {"basics": 1}, without=("coder",)),
        rule(WHERE_TO_START, {"course": 2}),
    )
}
NAMES = {"acme": "Acme", "cloudy": "Cloudy"}


def question(id_: str, order: int = 1, settled_by: tuple[str, ...] = ()) -> FormQuestion:
    return FormQuestion(id_, f"{id_}?", order, (Option("A", "a"), Option("B", "b")), settled_by)


def person(*shows: str, **limits: Any) -> Profile:
    return Profile(shows=frozenset(shows), situation=frozenset(shows), **limits)


def adviser(
    cards: tuple[Certification, ...] = CARDS, questions: tuple[tuple[FormQuestion, tuple[Profile, ...]], ...] = ()
) -> Adviser:
    return Adviser(cards, RULES, NAMES, questions)
