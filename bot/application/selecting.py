"""Which of the reviewed certifications a message wishes to see listed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.handlers.filtering import belongs
from bot.application.naming import EXAMS, LIST
from bot.application.subject import ANOTHER
from bot.domain.actions import Browse
from bot.domain.figures import Figure
from bot.domain.filters import Criterion, Filter
from bot.nlu.names import THAN_PICK
from bot.nlu.profiling import wants_exam
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.nlu.recognition import Entity, Recognition

REFERRING = frozenset({"plural", THAN_PICK})
"""Cues that speak of what was spoken of before."""
AT_LARGE = frozenset({"at large", "everything"})
"""Cues that speak of all there are, not of those listed before."""
LOT = "the whole lot"
"""The cue of all that was spoken of lately."""
SORTING = "sorting"
"""The cue of somebody who wants a list in an order."""
TWO = 2
BARE_WISH = 3
"""Up to this many tokens a wish for the most or the least is about the list before: "and dearest"."""
REFINING_WORDS = 8
"""Up to this many tokens a list without a tier of its own narrows the one before."""


def browse(
    turn: Turn, voice: Voice, certifications: tuple[str, ...] = (), attributes: tuple[str, ...] | None = None
) -> Browse:
    """The list that is wanted; its attributes are those that were named, or the ones given."""
    wanted, order = _filter(turn, voice), _order(turn)
    asked = turn.recognition.attributes if attributes is None else attributes
    if order is not None:
        wanted = replace(wanted, extreme=None)
    return Browse(certifications=certifications, attributes=asked, wanted=wanted, order=order)


def _order(turn: Turn) -> Criterion | None:
    """By what the list is to be sorted; None where that is not asked for."""
    if SORTING not in turn.cues:
        return None
    wish = next(iter(turn.recognition.superlatives), None)
    graded = (Criterion(name, "lowest") for name in turn.recognition.attributes)
    return wish or next(graded, None)


def _filter(turn: Turn, voice: Voice) -> Filter:
    """Every wish of a message, about all that is reviewed or about what was spoken of before."""
    recognition = turn.recognition
    tiers, vendors = recognition.of(EntityKind.TIER), recognition.of(EntityKind.VENDOR)
    cards = recognition.of(EntityKind.CERTIFICATION)
    return Filter(
        among=_among(turn, voice),
        tiers=turn.tiers,
        tiers_out=_ids(tiers, negated=True),
        vendors=_ids(vendors, negated=False),
        vendors_out=_ids(vendors, negated=True),
        makers=tuple(dict.fromkeys(one.vendor for one in cards if one.vendor and not one.negated)),
        makers_out=tuple(dict.fromkeys(one.vendor for one in cards if one.vendor and one.negated)),
        certifications_out=(*_ids(cards, negated=True), *_left_out(turn)),
        choices=tuple(one for one in recognition.criteria if one.sense == "choice"),
        bounds=tuple(_bounds(recognition)),
        extreme=next(iter(recognition.superlatives), None),
        exam=_exam(turn),
    )


def _exam(turn: Turn) -> bool | None:
    """Whether it is to be an exam, as it is for "the cheapest exam"; None: either."""
    wished = wants_exam(turn.cues)
    return True if wished is None and turn.recognition.superlatives and EXAMS in turn.cues else wished


def _left_out(turn: Turn) -> tuple[str, ...]:
    """What was spoken of, where others of its tier are asked for: "what else is in its tier"."""
    known = turn.session.certifications if turn.session and turn.same_tier and ANOTHER in turn.cues else ()
    return known if len(known) == 1 else ()


def _ids(entities: Iterable[Entity], *, negated: bool) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity.value for entity in entities if entity.negated is negated))


def _bounds(recognition: Recognition) -> Iterable[Figure]:
    """What one has, or "nothing over", is an upper bound."""
    own = "own money" in recognition.cues
    for entity in recognition.entities:
        figure = entity.figure
        if figure is not None and entity.kind in (EntityKind.MONEY, EntityKind.TIME):
            yield Figure(None, figure.most, figure.unit) if own or entity.negated else figure


def _among(turn: Turn, voice: Voice) -> tuple[str, ...]:
    """For "only the cheap ones", "which of them": ids of what was listed or spoken of before; else none.

    A command states its whole filter, so it never starts from an earlier list.
    """
    session, recognition = turn.session, turn.recognition
    if session is None or turn.command or recognition.of(EntityKind.TIER) or turn.same_tier:
        return ()
    bare = bool(recognition.superlatives) and len(recognition.tokens) <= BARE_WISH
    again = session.topic == LIST and (bare or SORTING in turn.cues)
    referring = bool(turn.cues & {*REFERRING, LOT}) or again
    if not referring and turn.cues & AT_LARGE:
        return ()
    chosen = isinstance(session.action, Browse) and session.action.wanted.extreme is not None
    row = () if bare and chosen else session.row  # "and hardest" is looked for where the easiest was
    before = session.recent if LOT in turn.cues else session.listed or row
    if not before and THAN_PICK in turn.cues:
        before = session.recent[:TWO]
    if not before and "plural" in turn.cues:
        before = session.recent
    among = [card for card in turn.knowledge.reviewed if card.id in before]
    named = _ids(recognition.of(EntityKind.VENDOR), negated=False)
    if (
        named
        and "plural" not in turn.cues
        and not any(belongs(voice, card, vendor) for card in among for vendor in named)
    ):
        return ()
    few = len(recognition.tokens) <= REFINING_WORDS
    return tuple(card.id for card in among) if len(among) > 1 and few else ()
