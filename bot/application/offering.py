"""Readings of a message as suggestions that somebody can pick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.advising import advise
from bot.application.selecting import browse
from bot.domain.actions import OpenEntry
from bot.domain.acts import Act
from bot.domain.entry import Answer, EntryKind
from bot.domain.reply import Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.application.deciding import Option
    from bot.application.turn import Turn
    from bot.application.voice import Voice
    from bot.domain.entry import Entry

NONE_OF_THESE = "none of these"
"""The cue of somebody who wants nothing of what was suggested."""
FEW_WORDS = 5
"""A message of more tokens asks something itself."""
OFFERED = 0.03
"""From this confidence on a reading is worth offering."""
WRITTEN = frozenset({EntryKind.FAQ, EntryKind.ADVICE})


def wants_none(turn: Turn) -> bool:
    """Whether all that was suggested in the place of an answer is turned down."""
    session, recognition = turn.session, turn.recognition
    asked = session is not None and bool(session.unanswered)
    return asked and NONE_OF_THESE in recognition.cues and len(recognition.tokens) <= FEW_WORDS


def offers(turn: Turn, voice: Voice, options: Iterable[Option], about: tuple[str, ...]) -> Iterator[Suggestion]:
    """A suggestion for each reading that can be put as a title, the likeliest first; ``about`` are ids of cards."""
    for option in options:
        if option.confidence < OFFERED:
            return
        entry = option.entry
        if option.act is Act.FACT and about:
            (card, *_), attribute = voice.cards(about), entry.attribute if isinstance(entry, Answer) else entry.id
            yield voice.suggest_fact(attribute, card, f"{voice.label(attribute)} of {card.short}")
        elif entry.kind in WRITTEN:
            yield _opening(entry)
        elif option.act is Act.RECOMMEND:
            yield Suggestion(entry.title, advise(turn))
        elif option.act is Act.LIST:
            yield Suggestion(entry.title, browse(turn, voice))


def near_entries(turn: Turn) -> Iterator[Suggestion]:
    """A suggestion for each written entry that may be meant, the likeliest first."""
    for intent in turn.understanding.intents:
        if intent.confidence < OFFERED:
            return
        if intent.entry.kind in WRITTEN:
            yield _opening(intent.entry)


def _opening(entry: Entry) -> Suggestion:
    return Suggestion(entry.title, OpenEntry(entry=entry.id))
