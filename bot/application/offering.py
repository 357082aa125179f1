"""Readings of a message as questions that somebody can pick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.acts import Act
from bot.domain.entry import EntryKind
from bot.domain.reply import Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.application.deciding import Option
    from bot.application.turn import Turn
    from bot.domain.knowledge import Knowledge

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


def offers(knowledge: Knowledge, options: Iterable[Option], about: tuple[str, ...]) -> Iterator[Suggestion]:
    """A suggestion for each reading that can be put as a question, the likeliest first; ``about`` are ids of cards."""
    for option in options:
        if option.confidence < OFFERED:
            return
        title = option.entry.title
        if option.act is Act.FACT and about:
            asked = f"{title} of {knowledge.certifications[about[0]].short}"
            yield Suggestion(asked, asked)
        elif option.entry.kind in WRITTEN or option.act in (Act.RECOMMEND, Act.LIST):
            yield Suggestion(title, title)


def near_entries(turn: Turn) -> Iterator[Suggestion]:
    """A suggestion for each written entry that may be meant, the likeliest first."""
    for intent in turn.understanding.intents:
        if intent.confidence < OFFERED:
            return
        if intent.entry.kind in WRITTEN:
            yield Suggestion(intent.entry.title, intent.entry.title)
