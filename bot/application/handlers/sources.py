"""Where the answer before came from: "says who?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.plain import sources_text
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import TellSources

GUIDE_SAYS_SO = "The guide says so."
NO_SOURCE = "That answer claims nothing that would need a source."


def answer_sources(voice: Voice, action: TellSources, before: Reply) -> Reply:
    """The sources of a reply, with what the first card holds on the question."""
    cards = voice.cards(action.certifications[:1])
    readings = [voice.reading(card, name) for card in cards for name in action.attributes[:1]]
    told = [voice.say(reading.text) for reading in readings if reading]
    guide = any(citation.day == voice.knowledge.published for citation in before.citations)
    lead = [GUIDE_SAYS_SO] if guide and not told else []
    return Reply(
        kind=ReplyKind.ANSWER,
        text="\n".join([*lead, sources_text(before.citations, None) or NO_SOURCE, *told]),
        topic=before.topic,
        certifications=action.certifications,
        notices=voice.notices(cards),
    )
