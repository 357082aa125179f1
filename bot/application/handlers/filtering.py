"""Which of the reviewed certifications fulfil the wishes of a question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.application.handlers.facts import read
from bot.application.handlers.prices import COST, price_of
from bot.domain.figures import Figure, Unit
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.application.context import Context
    from bot.domain.certification import Certification
    from bot.nlu.recognition import Criterion, Entity

DURATION = "duration"
ROUGHLY = 0.1
"""An amount given without "under" or "over" is matched within this share of it."""
PLATFORM = "platform"
COMPARE = "compare"
REFERRING = frozenset({"plural", "than the pick"})
"""Cues that speak of what was spoken of before."""
AT_LARGE = frozenset({"at large", "everything"})
"""Cues that speak of all there are, not of those listed before."""
TWO = 2
REFINING_WORDS = 8
"""Up to this many tokens a list without a tier of its own narrows the one before."""


@dataclass(frozen=True, slots=True)
class Found:
    """What fulfils the wishes."""

    cards: list[Certification]
    unsure: list[Certification]
    """Cards that may belong but hold no figure to tell by."""
    spoken_of: bool = False
    """Whether they are some that were spoken of: then what is retired is compared too, and said to be so."""


def find_cards(context: Context) -> Found:
    """What fulfils every wish of a question, of all that is reviewed or of what was spoken of before."""
    recognition = context.understanding.recognition
    start = _start(context)
    found = Found(start, [], spoken_of=len(start) < len(context.knowledge.reviewed))
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


def _by_amount(context: Context, found: Found, bound: Figure) -> Found:
    name = COST if bound.is_money else DURATION
    cards, unsure = [], []
    for card in found.cards:
        figure = figure_of(context, card, name, bound.unit)
        if figure is None:
            unsure.append(card)
        elif _within(figure, bound):
            cards.append(card)
    return replace(found, cards=cards, unsure=found.unsure + unsure)


def figure_of(context: Context, card: Certification, attribute: str, unit: Unit) -> Figure | None:
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
