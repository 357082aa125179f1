"""Lists of certifications: by tier, vendor, price, time and so on; the cheapest, the hardest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.application.handlers.facts import read, value_of
from bot.application.handlers.prices import COST, price_of
from bot.domain.certification import CardKind
from bot.domain.figures import Figure, Unit
from bot.domain.reply import Reply, ReplyKind
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.application.context import Context
    from bot.domain.certification import Certification
    from bot.nlu.recognition import Criterion, Entity

ROUGHLY = 0.1
"""An amount given without "under" or "over" is matched within this share of it."""
DURATION = "duration"
PLATFORM = "platform"
COMPARE = "compare"
MOST_COLUMNS = 3
REFERRING = frozenset({"plural", "than the pick"})
"""Cues that speak of what was spoken of before."""
AT_LARGE = frozenset({"at large", "everything"})
"""Cues that speak of all there are, not of those listed before."""
MOST_SHOWN_BESIDE = 4
"""Of up to this many the ones that a superlative passes over are told too."""
SHORT_LIST = 3
MOST_SOURCES = 3
TWO = 2
REFINING_WORDS = 8
"""Up to this many tokens a list without a tier of its own narrows the one before."""


@dataclass(frozen=True, slots=True)
class _Found:
    cards: list[Certification]
    unsure: list[Certification]
    """Cards that may belong but hold no figure to tell by."""
    spoken_of: bool = False
    """Whether they are some that were spoken of: then what is retired is compared too, and said to be so."""


def has_criteria(context: Context) -> bool:
    """Whether the question names anything to choose by."""
    recognition = context.understanding.recognition
    return bool(recognition.criteria or recognition.entities)


def answer_catalogue(context: Context) -> Reply:
    """The reviewed certifications that fulfil every wish of the question."""
    found = everything = _filter(context)
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


def _filter(context: Context) -> _Found:
    recognition = context.understanding.recognition
    start = _start(context)
    found = _Found(start, [], spoken_of=len(start) < len(context.knowledge.reviewed))
    for kind in (EntityKind.TIER, EntityKind.VENDOR, EntityKind.CERTIFICATION):
        found = replace(found, cards=_by_names(context, found.cards, recognition.of(kind)))
    for criterion in recognition.criteria:
        if criterion.sense == "choice":
            found = replace(found, cards=_by_choice(context, found.cards, criterion))
    own = bool("own money" in recognition.cues)
    for entity in recognition.entities:
        if entity.figure is not None and entity.kind in (EntityKind.MONEY, EntityKind.TIME):
            found = _by_amount(context, found, _bound(entity.figure, own=own, negated=entity.negated))
    return found


def _start(context: Context) -> list[Certification]:
    """Everything reviewed; or, for "only the cheap ones", "which of them", what was listed or spoken of before.

    A command states its whole filter, so it never starts from an earlier list.
    """
    session, recognition = context.session, context.understanding.recognition
    everything = list(context.knowledge.reviewed)
    if session is None or context.command or recognition.of(EntityKind.TIER):
        return everything
    referring = bool(recognition.cues & REFERRING)
    if not referring and recognition.cues & AT_LARGE:
        return everything
    before = session.listed or (session.certifications if session.topic == COMPARE else ())
    if not before and "than the pick" in recognition.cues:
        before = session.recent[:TWO]
    if not before and "plural" in recognition.cues:
        before = session.recent
    among = [card for card in everything if card.id in before]
    named = [one for one in context.understanding.recognition.of(EntityKind.VENDOR) if not one.negated]
    if named and not any(_belongs(context, card, one) for card in among for one in named):
        return everything
    return among if len(among) > 1 and len(recognition.tokens) <= REFINING_WORDS else everything


def _by_names(context: Context, cards: list[Certification], names: Iterable[Entity]) -> list[Certification]:
    """Keep what belongs to one of the names, drop what belongs to a negated one."""
    named = [entity for entity in names if entity.kind is not EntityKind.CERTIFICATION or entity.vendor]
    wanted = [entity for entity in named if not entity.negated]
    unwanted = [entity for entity in names if entity.negated]
    kept = [card for card in cards if not any(_belongs(context, card, entity) for entity in unwanted)]
    return [card for card in kept if not wanted or any(_belongs(context, card, entity) for entity in wanted)]


def _belongs(context: Context, card: Certification, entity: Entity) -> bool:
    match entity.kind:
        case EntityKind.TIER:
            return str(card.tier) == entity.value
        case EntityKind.CERTIFICATION:
            return card.id == entity.value or card.vendor == entity.vendor
        case _:
            platform = context.reading(card, PLATFORM)
            name = context.knowledge.vendors[entity.value].name
            return card.vendor == entity.value or (platform is not None and name.lower() in platform.value.lower())


def _by_choice(context: Context, cards: list[Certification], criterion: Criterion) -> list[Certification]:
    def fits(card: Certification) -> bool:
        reading = read(context, card, criterion.attribute)
        return reading is not None and (criterion.value in reading.value) is not criterion.negated

    return [card for card in cards if fits(card)]


def _bound(figure: Figure, *, own: bool, negated: bool) -> Figure:
    """What one has, or "nothing over", is an upper bound."""
    if own or negated:
        return Figure(None, figure.most, figure.unit)
    return figure


def _by_amount(context: Context, found: _Found, bound: Figure) -> _Found:
    name = COST if bound.is_money else DURATION
    cards, unsure = [], []
    for card in found.cards:
        figure = _figure_of(context, card, name, bound.unit)
        if figure is None:
            unsure.append(card)
        elif _within(figure, bound):
            cards.append(card)
    return replace(found, cards=cards, unsure=found.unsure + unsure)


def _figure_of(context: Context, card: Certification, attribute: str, unit: Unit) -> Figure | None:
    """The figure of a fact that can be held against an amount of a unit; times in working hours."""
    if attribute == COST:
        return price_of(context, card, unit)
    reading = context.reading(card, attribute)
    return next((figure.in_hours() for figure in (reading.figures if reading else ()) if figure.is_time), None)


def _within(figure: Figure, bound: Figure) -> bool:
    limit = bound.in_hours() if bound.is_time else bound
    if limit.low is None:
        return figure.most <= limit.most
    if limit.high is None:
        return figure.least >= limit.least
    return figure.least <= limit.most * (1 + ROUGHLY) and figure.most >= limit.least * (1 - ROUGHLY)


def _superlatives(context: Context, found: _Found) -> list[Certification]:
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
    figure = _figure_of(context, card, attribute, Unit.USD if attribute == COST else Unit.HOURS)
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


def _others(context: Context, found: _Found, ranked: list[Certification]) -> list[str]:
    """The few that a superlative was chosen from: what they have instead."""
    name = _columns(context)[0]
    values = ((card, value_of(context, card, name)) for card in _passed_over(found, ranked))
    return [f"- {card.short}: {value}" for card, value in values if value]


def _passed_over(found: _Found, ranked: list[Certification]) -> list[Certification]:
    few = ranked and len(found.cards) <= MOST_SHOWN_BESIDE
    return [card for card in found.cards if card not in ranked] if few else []


def _left_out(gone: list[Certification], *, long: bool) -> list[str]:
    """Of a long list the retired ones are told in a line; a short one has room for what can be taken instead."""
    return [f"Left out as retired: {', '.join(card.short for card in gone)}."] if gone and long else []


def _unsure(found: _Found) -> list[str]:
    if not found.unsure:
        return []
    return [f"The guide gives no such figure for {', '.join(card.short for card in found.unsure)}."]
