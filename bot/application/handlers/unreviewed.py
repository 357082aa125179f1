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


def marked(voice: Voice, cards: Iterable[Certification]) -> tuple[str, ...]:
    """The notices of cards, those among them that mark what is not reviewed."""
    shown = tuple(cards)
    return (*voice.notices(shown), *unreviewed(voice, shown))


def unreviewed(voice: Voice, cards: Iterable[Certification]) -> tuple[str, ...]:
    """The notices that mark what is not reviewed, with what each can be taken instead of; none where all are."""
    outside = [(card, replaces(voice, card)) for card in dict.fromkeys(cards) if not card.reviewed]
    plain = [card.short for card, gone in outside if not gone]
    marks = [f"{' and '.join(plain)} {'is' if len(plain) == 1 else 'are'} not reviewed in the guide."] if plain else []
    pairs = ((card.short, " and ".join(one.short for one in gone)) for card, gone in outside if gone)
    return (*marks, *(f"{card}, to be taken instead of {gone}, is not reviewed in the guide." for card, gone in pairs))


def replaces(voice: Voice, card: Certification) -> tuple[Certification, ...]:
    """The retired certifications that one which is not reviewed can be taken instead of."""
    before = () if card.reviewed else predecessors(voice, [card.id])
    return tuple(one for one in voice.cards(before) if voice.retired(one))


def spoken_of(voice: Voice, cards: Iterable[Certification]) -> tuple[str, ...]:
    """Ids of the cards and of what their marks name."""
    shown = tuple(cards)
    replaced = (gone for card in shown for gone in replaces(voice, card))
    return tuple(dict.fromkeys(one.id for one in (*shown, *replaced)))


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
