"""What replies say of certifications that the guide does not review, so that nobody takes them for its picks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.readings import LIFECYCLE, read
from bot.application.succession import predecessors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.application.voice import Voice
    from bot.domain.certification import Certification, Reading

MOST_KNOWN = 3
INSTEAD = "to be taken instead of"


def unreviewed(voice: Voice, cards: Iterable[Certification]) -> tuple[str, ...]:
    """The notices that mark them, with what each of them can be taken instead of; none where all are reviewed."""
    outside = [card for card in dict.fromkeys(cards) if not card.reviewed]
    plain = [card.short for card in outside if not replaced_by(voice, card)]
    marks = [f"{' and '.join(plain)} {'is' if len(plain) == 1 else 'are'} not reviewed in the guide."] if plain else []
    pairs = ((card, " and ".join(one.short for one in replaced_by(voice, card))) for card in outside)
    return (*marks, *(f"{card.short}, {INSTEAD} {gone}, is not reviewed in the guide." for card, gone in pairs if gone))


def replaced_by(voice: Voice, card: Certification) -> tuple[Certification, ...]:
    """The retired certifications that one which is not reviewed can be taken instead of."""
    before = () if card.reviewed else predecessors(voice.knowledge, [card.id])
    return tuple(one for one in voice.cards(before) if voice.retired(one))


def spoken_of(voice: Voice, cards: Iterable[Certification]) -> tuple[str, ...]:
    """Ids of the cards and of what their marks name."""
    shown = tuple(cards)
    return tuple(
        dict.fromkeys(one.id for one in (*shown, *(gone for card in shown for gone in replaced_by(voice, card))))
    )


def known_instead(voice: Voice, card: Certification) -> str:
    """What is held of one where what was asked is not; empty for a reviewed one, of which there is too much."""
    if card.reviewed:
        return ""
    known = [f"{voice.label(name).lower()}: {reading.value}" for name, reading in held(voice, card)]
    return f" Known of it: {'; '.join(known[:MOST_KNOWN])}." if known else ""


def told_of(voice: Voice, card: Certification) -> Iterator[str]:
    """All that is known of one, a line each, and what is reviewed nearby."""
    known = list(held(voice, card))
    note = voice.say(card.summary)
    yield f"{card.name}: {note}" if note else f"{card.name}:" if known else f"{card.name}: nothing is known of it."
    yield from (f"- {voice.label(name)}: {voice.say(reading.text)}" for name, reading in known)
    near = [one.short for one in voice.cards(card.see)]
    if near:
        yield f"Reviewed nearby: {', '.join(near)}."


def held(voice: Voice, card: Certification) -> Iterator[tuple[str, Reading]]:
    """All that is held of one, by attribute."""
    for name in dict.fromkeys([*card.facts, LIFECYCLE]):
        if (reading := read(voice, card, name)) is not None:
            yield name, reading
