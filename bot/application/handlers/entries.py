"""FAQ, advice, small talk and polite refusals: what is written is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.references import references
from bot.domain.entry import Answer, EntryKind
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import OpenEntry


_ASIDE = {EntryKind.SMALLTALK: ReplyKind.SMALLTALK, EntryKind.OFF_TOPIC: ReplyKind.DECLINE}


def answer_entry(voice: Voice, action: OpenEntry) -> Reply:
    """The entry's own words, with the cards it speaks of."""
    entry = voice.entry(action.entry, Answer)
    cards = voice.cards(_spoken_of(entry))
    return Reply(
        kind=ReplyKind.ANSWER if action.reasons and entry.recommends else _kind(entry),
        text=voice.say(entry.answer),
        topic=entry.id,
        certifications=tuple(card.id for card in cards),
        notices=voice.notices(cards),
        more=voice.say(entry.more),
        citations=voice.cite([entry.source]),
        page=cards[0].page if len(cards) == 1 else None,
        suggestions=voice.suggest(entry.related),
    )


def _spoken_of(entry: Answer) -> tuple[str, ...]:
    """Ids of cards, each once; small talk and refusals name cards as examples only, and speak of none."""
    if entry.kind in _ASIDE:
        return ()
    named = (one.certification for one in references(entry.answer))
    return tuple(dict.fromkeys([*entry.recommends, *entry.about, *named]))


def _kind(entry: Answer) -> ReplyKind:
    if entry.recommends:
        return ReplyKind.RECOMMEND
    return _ASIDE.get(entry.kind, ReplyKind.ANSWER)
