"""Lists of certifications: by tier, vendor, price, time and so on; the cheapest, the hardest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.handlers.facts import read, value_of
from bot.application.handlers.filtering import DURATION, Found, figure_of, find_cards
from bot.application.handlers.prices import COST
from bot.domain.certification import CardKind
from bot.domain.figures import Unit
from bot.domain.reply import Reply, ReplyKind
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.application.context import Context
    from bot.domain.certification import Certification
    from bot.nlu.recognition import Criterion

MOST_COLUMNS = 3
MOST_SHOWN_BESIDE = 4
"""Of up to this many the ones that a superlative passes over are told too."""
SHORT_LIST = 3
MOST_SOURCES = 3


def has_criteria(context: Context) -> bool:
    """Whether the question names anything to choose by."""
    recognition = context.understanding.recognition
    return bool(recognition.criteria or recognition.entities)


def answer_catalogue(context: Context) -> Reply:
    """The reviewed certifications that fulfil every wish of the question."""
    found = everything = find_cards(context)
    gone = []
    if not everything.spoken_of:
        gone = [card for card in _superlatives(context, everything) if card.retired_by(context.day)]
        found = replace(everything, cards=[card for card in everything.cards if not card.retired_by(context.day)])
    ranked = _superlatives(context, found)
    shown, long = _columns(context), len(ranked) > SHORT_LIST
    lines = [f"- {_line(context, card, shown)}" for card in ranked]
    sources = [fact.source for card in ranked for name in shown if (fact := read(context, card, name))]
    return Reply(
        kind=ReplyKind.ANSWER if ranked else ReplyKind.DECLINE,
        text="\n".join(
            [
                _lead(context, ranked),
                *lines,
                *_others(context, found, ranked),
                *_unsure(found),
                *_left_out(gone, long=long),
            ]
        ),
        topic="list",
        certifications=tuple(card.id for card in [*ranked, *_passed_over(found, ranked)]),
        confidence=context.confidence,
        notices=context.notices(ranked if long else [*ranked, *gone, *_passed_over(found, ranked)]),
        citations=context.cite(sources or [context.knowledge.reviewed[0].facts[COST].readings[0].source])[
            :MOST_SOURCES
        ],
    )


def _superlatives(context: Context, found: Found) -> list[Certification]:
    """The best by the first superlative asked for, all of those that share the first place."""
    asked = context.understanding.recognition.superlatives
    return _extreme(context, found.cards, asked[0]) if asked else found.cards


def _extreme(context: Context, cards: list[Certification], criterion: Criterion) -> list[Certification]:
    if criterion.attribute == COST:  # free lessons are not the cheapest certification
        cards = [card for card in cards if card.kind is not CardKind.FREE_RESOURCE] or cards
    graded = [(grade, card) for card in cards if (grade := _grade(context, card, criterion.attribute)) is not None]
    if not graded:
        return []
    pick = min if criterion.sense == "lowest" else max
    extreme = pick(grade for grade, _ in graded)
    return [card for grade, card in graded if grade == extreme]


def _grade(context: Context, card: Certification, attribute: str) -> float | None:
    """A number to order cards by: the place among the choices, or the figure of the value."""
    reading = context.reading(card, attribute)
    held = next((one for one in context.knowledge.attributes if one.id == attribute), None)
    if reading is None or held is None:
        return None
    if held.choices:
        return float(held.choices.index(reading.value)) if reading.value in held.choices else None
    figure = figure_of(context, card, attribute, Unit.USD if attribute == COST else Unit.HOURS)
    return figure.most if figure else None


def _columns(context: Context) -> tuple[str, ...]:
    """The attributes to show: asked about, or chosen by; else the price."""
    recognition = context.understanding.recognition
    by = [criterion.attribute for criterion in recognition.criteria]
    by += [DURATION for entity in recognition.of(EntityKind.TIME) if entity.figure]
    return tuple(dict.fromkeys([*by, *context.attributes, COST]))[:MOST_COLUMNS]


def _line(context: Context, card: Certification, shown: tuple[str, ...]) -> str:
    values = [value for name in shown if (value := value_of(context, card, name))]
    return f"{card.short}: {'; '.join(values)}" if values else card.short


def _lead(context: Context, cards: list[Certification]) -> str:
    if not cards:
        return "Nothing in the guide fits all of that."
    superlative = bool(context.understanding.recognition.superlatives)
    if len(cards) == 1:
        return f"That is {cards[0].name}:" if superlative else "One in the guide fits:"
    return f"{len(cards)} share the first place:" if superlative else f"{len(cards)} in the guide fit:"


def _others(context: Context, found: Found, ranked: list[Certification]) -> list[str]:
    """The few that a superlative was chosen from: what they have instead."""
    name = _columns(context)[0]
    values = ((card, value_of(context, card, name)) for card in _passed_over(found, ranked))
    return [f"- {card.short}: {value}" for card, value in values if value]


def _passed_over(found: Found, ranked: list[Certification]) -> list[Certification]:
    few = ranked and len(found.cards) <= MOST_SHOWN_BESIDE
    return [card for card in found.cards if card not in ranked] if few else []


def _left_out(gone: list[Certification], *, long: bool) -> list[str]:
    """Of a long list the retired ones are told in a line; a short one has room for what can be taken instead."""
    return [f"Left out as retired: {', '.join(card.short for card in gone)}."] if gone and long else []


def _unsure(found: Found) -> list[str]:
    if not found.unsure:
        return []
    return [f"The guide gives no such figure for {', '.join(card.short for card in found.unsure)}."]
