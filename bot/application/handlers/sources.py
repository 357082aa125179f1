"""Where the answer before came from: "says who?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.plain import sources_text
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.context import Context


def answer_sources(context: Context) -> Reply | None:
    """The sources of the last reply, with what the cards hold on the question; None where nothing was claimed."""
    session = context.session
    if session is None or not session.citations:
        return None
    cards = [context.knowledge.certifications[name] for name in session.certifications]
    readings = [context.reading(card, name) for card in cards[:1] for name in session.attributes[:1]]
    told = [context.say(reading.text) for reading in readings if reading]
    return Reply(
        kind=ReplyKind.ANSWER,
        text="\n".join([sources_text(session.citations, None), *told]),
        topic=session.topic,
        certifications=session.certifications,
        notices=context.notices(cards[:1]),
    )
