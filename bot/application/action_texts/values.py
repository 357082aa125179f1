"""How the values that actions are made of are written. Fields are only ever added, and at the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.application.action_texts.parts import (
    COUNT,
    DAY,
    FLAG,
    NUMBER,
    WORDS,
    Part,
    bracketed,
    ids_of,
    in_any_order,
    many,
    maybe,
    one_id,
    one_of,
    only,
    or_else,
    record,
)
from bot.domain.entry import Answer, Unknown
from bot.domain.figures import Figure, Unit
from bot.domain.filters import ALL, Criterion, Filter
from bot.domain.learner import NOBODY, Profile
from bot.domain.reckoning import NOTHING_RECKONED, Reckoning

if TYPE_CHECKING:
    from bot.domain.knowledge import Knowledge

UNITS = {
    "d": Unit.USD,
    "D": Unit.USD_PER_MONTH,
    "p": Unit.PERCENT,
    "i": Unit.MINUTES,
    "h": Unit.HOURS,
    "a": Unit.DAYS,
    "w": Unit.WEEKS,
    "m": Unit.MONTHS,
    "y": Unit.YEARS,
}
FIGURE = bracketed(record(Figure, {"low": maybe(NUMBER), "high": maybe(NUMBER), "unit": one_of(UNITS)}))


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of one knowledge base."""

    cards: Part[tuple[str, ...]]
    attributes: Part[tuple[str, ...]]
    vendors: Part[tuple[str, ...]]
    rules: Part[tuple[str, ...]]
    questions: Part[tuple[str, ...]]
    answer: Part[str]
    unknown: Part[str]

    @classmethod
    def of(cls, knowledge: Knowledge) -> Ids:
        """All that actions may name."""
        entries = knowledge.entries.values()
        return cls(
            cards=ids_of(knowledge.certifications),
            attributes=ids_of(one.id for one in knowledge.attributes),
            vendors=ids_of(knowledge.vendors),
            rules=ids_of(knowledge.rules),
            questions=ids_of(knowledge.form),
            answer=one_id(ids_of(one.id for one in entries if isinstance(one, Answer))),
            unknown=one_id(ids_of(one.id for one in entries if isinstance(one, Unknown))),
        )


def wish_part(ids: Ids) -> Part[Criterion]:
    """A wish about a list."""
    return bracketed(
        record(
            Criterion,
            {
                "attribute": one_id(ids.attributes),
                "sense": one_of({"": "choice", "l": "lowest", "h": "highest"}),
                "value": WORDS,
                "negated": FLAG,
                "place": or_else(COUNT, 1),
            },
        )
    )


def reckoning_part() -> Part[Reckoning]:
    """With what prices and times are worked out."""
    told: dict[str, Part[Any]] = {
        "people": or_else(COUNT, 1),
        "span": maybe(only(FIGURE, lambda figure: figure.is_time)),
        "start": maybe(DAY),
        "by": maybe(DAY),
        "hours_a_week": maybe(NUMBER),
        "purse": maybe(only(FIGURE, lambda figure: figure.is_money)),
    }
    return or_else(bracketed(record(Reckoning, told)), NOTHING_RECKONED)


def filter_part(ids: Ids) -> Part[Filter]:
    """Which certifications are listed."""
    wish = wish_part(ids)
    return or_else(
        bracketed(
            record(
                Filter,
                {
                    "among": ids.cards,
                    "tiers": many(WORDS),
                    "tiers_out": many(WORDS),
                    "vendors": ids.vendors,
                    "vendors_out": ids.vendors,
                    "makers": ids.vendors,
                    "makers_out": ids.vendors,
                    "certifications_out": ids.cards,
                    "choices": many(wish),
                    "bounds": many(FIGURE),
                    "extreme": maybe(wish),
                    "exam": maybe(one_of({"y": True, "n": False})),
                },
            )
        ),
        ALL,
    )


def profile_part(ids: Ids) -> Part[Profile]:
    """A person; of what the person's own words show it is left out that it is shown."""
    rules, vendors, cards = in_any_order(ids.rules), in_any_order(ids.vendors), in_any_order(ids.cards)
    told = record(
        Profile,
        {
            "situation": rules,
            "shows": rules,
            "newest": rules,
            "denies": rules,
            "vendors": vendors,
            "vendors_out": vendors,
            "cards_out": cards,
            "holds": cards,
            "named": cards,
            "budget": maybe(only(FIGURE, lambda figure: figure.is_money)),
            "time": maybe(only(FIGURE, lambda figure: figure.is_time)),
            "subscription": maybe(one_of({"y": True, "n": False})),
            "hours_a_week": maybe(NUMBER),
            "refused": cards,
            "exam": maybe(one_of({"y": True, "n": False})),
        },
    )

    def _read(text: str) -> Profile:
        profile = told.read(text)
        return replace(profile, shows=profile.shows | profile.situation)

    brief: Part[Profile] = Part(lambda one: told.write(replace(one, shows=one.shows - one.situation)), _read)
    return or_else(bracketed(brief), NOBODY)
