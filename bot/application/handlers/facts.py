"""Fields of cards: "how much is it and how long does it take"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.readings import LIFECYCLE, read, value_of
from bot.application.handlers.reckoning import reckoned_lines
from bot.application.handlers.unreviewed import known_instead, marked, spoken_of, unreviewed
from bot.application.references import references
from bot.application.succession import successors
from bot.domain.reply import Reply, ReplyKind
from bot.nlu.gazetteer import fold
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.application.voice import Voice
    from bot.domain.actions import TellFacts
    from bot.domain.certification import Certification, Reading
    from bot.domain.reply import Suggestion

OFFERED = ("cost", "duration", "level", "audience", "prerequisites", "coverage")
"""Attributes offered as follow-ups, the likeliest first."""
PREREQUISITES = "prerequisites"
OF_ITSELF = frozenset({LIFECYCLE, PREREQUISITES})
"""Attributes of a retired certification that are told of it alone."""


def answer_facts(voice: Voice, action: TellFacts) -> Reply:
    """What the cards hold on the attributes asked about."""
    cards = voice.cards(action.certifications)
    lines = [_lines(voice, action, card) for card in cards]
    readings = [reading for card in cards for name in action.attributes if (reading := read(voice, card, name))]
    instead = [pair for card in cards for pair in _instead(voice, action, card)]
    further = [reading for one, names in instead for name in names if (reading := read(voice, one, name))]
    kind = ReplyKind.ANSWER if readings else ReplyKind.DECLINE
    return Reply(
        kind=kind,
        text="\n\n".join([*lines, *reckoned_lines(voice, action)]),
        topic=action.attributes[0],
        certifications=_spoken_of(voice, cards, [one for one, _ in instead], readings),
        notices=unreviewed(voice, cards) if action.attributes == (LIFECYCLE,) else marked(voice, cards),
        citations=voice.cite(reading.source for reading in (*readings, *further)),
        page=cards[0].page if len(cards) == 1 else None,
        suggestions=_follow_ups(voice, action, cards[0]) if len(cards) == 1 else (),
    )


def _spoken_of(
    voice: Voice, cards: tuple[Certification, ...], instead: list[Certification], readings: list[Reading]
) -> tuple[str, ...]:
    """The cards asked about and, behind them, those that can be taken instead and those that the answer names."""
    named = [one.certification for reading in readings for one in references(reading.text)]
    known = voice.knowledge.certifications
    ids = [*spoken_of(voice, cards), *(one.id for one in instead), *(name for name in named if name in known)]
    return tuple(dict.fromkeys(ids))


def _lines(voice: Voice, action: TellFacts, card: Certification) -> str:
    """The paragraph on one card: a sentence for a single attribute, a list for several."""
    missing = any(read(voice, card, name) is None for name in action.attributes)
    known = known_instead(voice, card) if missing else ""
    after = list(_of_successors(voice, action, card))
    if len(action.attributes) == 1:
        told = f"{card.short}: {_sentence(voice, card, action.attributes[0], action.needs)}{known}"
        return "\n".join([told, *after])
    lines = [f"- {voice.label(name)}: {_sentence(voice, card, name, action.needs)}" for name in action.attributes]
    head = f"{card.short if len(action.certifications) > 1 else card.name}:"
    return "\n".join([head, *lines, *([known.strip()] if known else []), *after])


def _instead(voice: Voice, action: TellFacts, card: Certification) -> Iterator[tuple[Certification, list[str]]]:
    """What can be taken instead of a card that is gone, with what is held of it on what is asked about."""
    gone = voice.cards(successors(voice, [card.id])) if voice.retired(card) else ()
    for one in gone:
        names = [name for name in action.attributes if name not in OF_ITSELF and read(voice, one, name)]
        if names and one.id not in action.certifications:
            yield one, names


def _of_successors(voice: Voice, action: TellFacts, card: Certification) -> Iterator[str]:
    """The same of what can be taken instead, in short."""
    for one, names in _instead(voice, action, card):
        values = [f"{voice.label(name).lower()} {value_of(voice, one, name)}" for name in names]
        told = "; ".join(values) if len(action.attributes) > 1 else value_of(voice, one, names[0])
        yield f"{one.short}, to be taken instead: {told}."


def _sentence(voice: Voice, card: Certification, attribute: str, needs: frozenset[str] | None) -> str:
    reading = read(voice, card, attribute)
    if reading is None:
        return voice.unsaid(attribute)
    return voice.say(f"{_yes_or_no(attribute, reading, needs)}{reading.text}")


def _yes_or_no(attribute: str, reading: Reading, needs: frozenset[str] | None) -> str:
    """The word before the answer to "do i need aws experience?"; empty where the text has it, or it is not clear."""
    if attribute != PREREQUISITES or needs is None or reading.text.startswith(("Yes", "No")):
        return ""
    if reading.value == "none":
        return "No. "
    return "Yes. " if needs.intersection(fold(token) for token in tokenise(reading.value)) else ""


def _follow_ups(voice: Voice, action: TellFacts, card: Certification) -> tuple[Suggestion, ...]:
    names = [name for name in OFFERED if name not in action.attributes and voice.reading(card, name)]
    return tuple(voice.suggest_fact(name, card) for name in names[:3])
