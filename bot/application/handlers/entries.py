"""FAQ, advice, small talk and polite refusals: what is written is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.references import references
from bot.domain.entry import EntryKind
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.context import Context
    from bot.domain.entry import Answer


def answer_entry(context: Context, entry: Answer) -> Reply:
    """The entry's own words, with the cards it speaks of."""
    asks_why = context.understanding.recognition.tokens[:1] == ("why",)
    spoken = [*entry.recommends, *entry.about, *(one.certification for one in references(entry.answer))]
    known = context.knowledge.certifications
    cards = [known[name] for name in dict.fromkeys(spoken)]
    return Reply(
        kind=ReplyKind.ANSWER if asks_why and entry.recommends else _kind(entry),
        text=context.say(entry.answer),
        topic=entry.id,
        certifications=tuple(card.id for card in cards if card.reviewed),
        confidence=context.confidence,
        notices=context.notices(cards),
        more=context.say(entry.more),
        citations=context.cite([entry.source]),
        page=cards[0].page if len(cards) == 1 else None,
        suggestions=context.suggest(entry.related),
    )


def _kind(entry: Answer) -> ReplyKind:
    if entry.recommends:
        return ReplyKind.RECOMMEND
    kinds = {EntryKind.SMALLTALK: ReplyKind.SMALLTALK, EntryKind.OFF_TOPIC: ReplyKind.DECLINE}
    return kinds.get(entry.kind, ReplyKind.ANSWER)
