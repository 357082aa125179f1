"""Hypothesis strategies for actions about a knowledge base."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from bot.domain import actions, fallbacks
from bot.domain.entry import Answer, Unknown
from bot.domain.feedback import Verdict
from bot.domain.figures import Figure, Unit
from bot.domain.filters import Criterion, Filter
from bot.domain.learner import Profile
from bot.domain.reckoning import Reckoning
from bot.domain.reply import Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.knowledge import Knowledge

LEAST: dict[type[actions.Action], tuple[int, int]] = {
    actions.TellFacts: (1, 1),
    actions.Describe: (1, 0),
    actions.Compare: (2, 0),
    actions.TellSuccessors: (1, 0),
    actions.AdviseCheaper: (1, 0),
    fallbacks.AskWhich: (0, 1),
}
"""How many certifications and attributes each kind is about at least; none where it is not listed."""
WORDS = st.text(max_size=9)
SOME_WORDS = st.frozensets(st.text(min_size=1, max_size=5), max_size=3)


def actions_about(knowledge: Knowledge) -> st.SearchStrategy[actions.Action]:
    """Any action, some of them about another one that is about another one."""
    innermost = st.builds(actions.Describe, certifications=some(knowledge.certifications, 1))
    return _around(knowledge, _around(knowledge, innermost))


def some(ids: Iterable[str], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    """Up to four of some ids, each once."""
    return st.lists(st.sampled_from(sorted(ids)), min_size=least, max_size=4, unique=True).map(tuple)


def kinds() -> list[type[actions.Action]]:
    """Every kind of action."""
    known = vars(actions) | vars(fallbacks)
    return [known[name] for name in sorted({kind.__name__ for kind in actions.Action.__subclasses__()})]


def _around(knowledge: Knowledge, inner: st.SearchStrategy[actions.Action]) -> st.SearchStrategy[actions.Action]:
    own = _own_fields(knowledge, inner)
    attributes = [one.id for one in knowledge.attributes]
    unknowns = {"entry": st.sampled_from([one.id for one in knowledge.entries.values() if isinstance(one, Unknown)])}

    def _build(kind: type[actions.Action]) -> st.SearchStrategy[actions.Action]:
        cards, asked = LEAST.get(kind, (0, 0))
        parts = {one.name: own[one.name] for one in fields(kind) if one.name in own}
        parts |= {"certifications": some(knowledge.certifications, cards), "attributes": some(attributes, asked)}
        return st.builds(kind, **parts | (unknowns if kind is actions.TellUnknown else {}))

    return st.one_of([_build(kind) for kind in kinds()])


def _own_fields(knowledge: Knowledge, inner: st.SearchStrategy[actions.Action]) -> dict[str, st.SearchStrategy[Any]]:
    """What each field may hold, by its name."""
    profiles = _profiles(knowledge)
    return {
        "besides": WORDS,
        "in_all": st.booleans(),
        "needs": st.none() | SOME_WORDS,
        "wanted": _filters(knowledge),
        "page": st.integers(0, 99),
        "order": st.none() | _wishes(knowledge),
        "reckoning": _reckonings(),
        "words": SOME_WORDS,
        "entry": st.sampled_from([one.id for one in knowledge.entries.values() if isinstance(one, Answer)]),
        "reasons": st.booleans(),
        "name": WORDS,
        "profile": profiles,
        "people": st.lists(profiles.filter(lambda one: not one.is_empty), max_size=2).map(tuple),
        "among": some(knowledge.certifications),
        "asked": some(knowledge.form),
        "of": inner,
        "verdict": st.sampled_from([Verdict.HELPFUL, Verdict.UNHELPFUL]),
        "topic": WORDS,
        "suggestions": st.lists(st.builds(Suggestion, WORDS, inner), max_size=2).map(tuple),
        "expired": st.booleans(),
    }


MONEY = (Unit.USD, Unit.USD_PER_MONTH)
SPANS = (Unit.MINUTES, Unit.HOURS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS)


def _figures(units: tuple[Unit, ...]) -> st.SearchStrategy[Figure]:
    amount = st.none() | st.floats(0, 1e6)
    return st.builds(Figure, amount, amount, st.sampled_from(units))


def _profiles(knowledge: Knowledge) -> st.SearchStrategy[Profile]:
    rules, vendors, cards = (
        some(ids).map(frozenset) for ids in (knowledge.rules, knowledge.vendors, knowledge.certifications)
    )
    return st.builds(
        lambda more, **told: Profile(**told | {"shows": told["situation"] | more}),
        more=rules,
        situation=rules,
        newest=rules,
        denies=rules,
        vendors=vendors,
        vendors_out=vendors,
        cards_out=cards,
        holds=cards,
        named=cards,
        budget=st.none() | _figures(MONEY),
        time=st.none() | _figures(SPANS),
        subscription=st.none() | st.booleans(),
        hours_a_week=st.none() | st.floats(0.5, 100),
        refused=cards,
        exam=st.none() | st.booleans(),
    )


def _reckonings() -> st.SearchStrategy[Reckoning]:
    days = st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31))
    return st.builds(
        Reckoning,
        people=st.integers(1, 999),
        span=st.none() | _figures(SPANS),
        start=days,
        by=days,
        hours_a_week=st.none() | st.floats(0.5, 100),
        purse=st.none() | _figures(MONEY),
    )


def _wishes(knowledge: Knowledge) -> st.SearchStrategy[Criterion]:
    return st.builds(
        Criterion,
        st.sampled_from([one.id for one in knowledge.attributes]),
        st.sampled_from(["lowest", "highest", "choice"]),
        st.text(max_size=5),
        st.booleans(),
        st.integers(1, 9),
    )


def _filters(knowledge: Knowledge) -> st.SearchStrategy[Filter]:
    cards, vendors, tiers = some(knowledge.certifications), some(knowledge.vendors), some("1234")
    wish = _wishes(knowledge)
    return st.builds(
        Filter,
        among=cards,
        tiers=tiers,
        tiers_out=tiers,
        vendors=vendors,
        vendors_out=vendors,
        makers=vendors,
        makers_out=vendors,
        certifications_out=cards,
        choices=st.lists(wish, max_size=2).map(tuple),
        bounds=st.lists(_figures((*MONEY, *SPANS)), max_size=2).map(tuple),
        extreme=st.none() | wish,
        exam=st.none() | st.booleans(),
    )
