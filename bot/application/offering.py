"""Readings of a message as questions that somebody can pick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.acts import Act
from bot.domain.entry import EntryKind
from bot.domain.reply import Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.application.context import Context
    from bot.application.deciding import Option

NONE_OF_THESE = "none of these"
"""The cue of somebody who wants nothing of what was suggested."""
FEW_WORDS = 5
"""A message of more tokens asks something itself."""
OFFERED = 0.03
"""From this confidence on a reading is worth offering."""
WRITTEN = frozenset({EntryKind.FAQ, EntryKind.ADVICE})


def wants_none(context: Context) -> bool:
    """Whether all that was suggested in the place of an answer is turned down."""
    session, recognition = context.session, context.understanding.recognition
    asked = session is not None and bool(session.unanswered)
    return asked and NONE_OF_THESE in recognition.cues and len(recognition.tokens) <= FEW_WORDS


def offers(context: Context, options: Iterable[Option]) -> Iterator[Suggestion]:
    """A suggestion for each reading that can be put as a question, the likeliest first."""
    for option in options:
        if option.confidence < OFFERED:
            return
        title = option.entry.title
        if option.act is Act.FACT and context.cards:
            yield Suggestion(f"{title} of {context.cards[0].short}", f"{title} of {context.cards[0].short}")
        elif option.entry.kind in WRITTEN or option.act in (Act.RECOMMEND, Act.LIST):
            yield Suggestion(title, title)
