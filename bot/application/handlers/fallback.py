"""Not knowing, honestly: near matches, or a question back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.context import MOST_SUGGESTIONS
from bot.domain.entry import Entry, EntryKind
from bot.domain.reply import Reply, ReplyKind, Suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.application.context import Context

NEAR = 0.03
"""From this confidence on an entry is worth offering."""


def answer_nothing(context: Context) -> Reply:
    """Say "I don't know", with the nearest entries as suggestions."""
    return Reply(
        kind=ReplyKind.DECLINE,
        text="I don't know that one: I only answer what the guide to AI certifications says.",
        confidence=context.confidence,
        suggestions=tuple(_near(context)),
    )


def answer_nothing_before(context: Context) -> Reply:
    """Say that there is no answer before that could be explained or repeated."""
    return Reply(
        kind=ReplyKind.SMALLTALK,
        text="There is no answer before this that I could say more of. What would you like to know?",
        confidence=context.confidence,
    )


def ask_back(context: Context, suggestions: Sequence[Suggestion] = ()) -> Reply:
    """Say what was understood, and ask which of the likeliest readings was meant."""
    offered, further = tuple(suggestions[:MOST_SUGGESTIONS]) or tuple(_near(context)), suggestions[MOST_SUGGESTIONS:]
    if not offered:
        return answer_nothing(context)
    named = " and ".join(card.short for card in context.cards)
    lead = f"I understood that it is about {named}, but not what." if named else "I'm not sure what you mean."
    return Reply(
        kind=ReplyKind.CLARIFY,
        text=f"{lead} Is it one of these?",
        confidence=context.confidence,
        certifications=tuple(card.id for card in context.cards if card.reviewed),
        suggestions=offered,
        further=tuple(further),
    )


def ask_further(context: Context) -> Reply:
    """Go on after suggestions that were all turned down: with the next ones, or by admitting not to know."""
    offered = context.session.further if context.session else ()
    if not offered:
        return Reply(
            kind=ReplyKind.DECLINE,
            text="Then I don't know it. Try other words, or name the certification that it is about.",
            confidence=context.confidence,
        )
    return Reply(
        kind=ReplyKind.CLARIFY,
        text="Then maybe one of these?",
        confidence=context.confidence,
        suggestions=offered[:MOST_SUGGESTIONS],
        further=offered[MOST_SUGGESTIONS:],
    )


def ask_which(context: Context, entry: Entry) -> Reply:
    """Ask which certification a question about an attribute means."""
    cards = context.knowledge.reviewed[:MOST_SUGGESTIONS]
    return Reply(
        kind=ReplyKind.CLARIFY,
        text=f"{entry.title} of which certification? Name one, or pick:",
        topic=entry.id,
        confidence=context.confidence,
        suggestions=tuple(Suggestion(card.short, f"{entry.title} of {card.short}") for card in cards),
    )


def ask_what_to_compare(context: Context) -> Reply:
    """Ask for the certifications to compare, where fewer than two were named."""
    named = [card.short for card in context.cards]
    usable = [card for card in context.knowledge.reviewed if not context.retired(card)]
    first = named[0] if named else usable[0].short
    others = [card for card in usable if card.short != first][:MOST_SUGGESTIONS]
    lead = f"{first} and which other?" if named else "Which ones? Name two or more certifications, such as these:"
    return Reply(
        kind=ReplyKind.CLARIFY,
        text=lead,
        topic="compare",
        confidence=context.confidence,
        suggestions=tuple(
            Suggestion(f"{first} and {card.short}", f"compare {first} and {card.short}") for card in others
        ),
    )


def _near(context: Context) -> Iterator[Suggestion]:
    shown = 0
    for intent in context.understanding.intents:
        if intent.confidence < NEAR or shown == MOST_SUGGESTIONS:
            return
        if intent.entry.kind in (EntryKind.FAQ, EntryKind.ADVICE):
            shown += 1
            yield Suggestion(intent.entry.title, intent.entry.title)
