"""Not knowing, honestly: near matches, or a question back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.voice import MOST_SUGGESTIONS
from bot.domain.actions import Compare
from bot.domain.fallbacks import Decline
from bot.domain.reply import Reply, ReplyKind, Suggestion

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.fallbacks import AskBack, AskFurther, AskWhatToCompare, AskWhich, DeclineMore, DeclinePress

EXPIRED = "This button has expired: what it asked for is kept for a day only. Please ask again, then you get a new one."
FORGOTTEN = "I can't tell any more what this button asks for: I have changed since. Please ask again to get a new one."


def decline(_: Voice, action: Decline) -> Reply:
    """Say "I don't know", with the nearest entries as suggestions."""
    return Reply(
        kind=ReplyKind.DECLINE,
        text="I don't know that one: I only answer what the guide to AI certifications says.",
        suggestions=action.suggestions[:MOST_SUGGESTIONS],
    )


def decline_more(_: Voice, __: DeclineMore) -> Reply:
    """Say that there is no answer before that could be explained or repeated."""
    return Reply(
        kind=ReplyKind.SMALLTALK,
        text="There is no answer before this that I could say more of. What would you like to know?",
    )


def decline_press(_: Voice, action: DeclinePress) -> Reply:
    """Say that it can't be told any more what a button asked for."""
    return Reply(kind=ReplyKind.SMALLTALK, text=EXPIRED if action.expired else FORGOTTEN)


def ask_back(voice: Voice, action: AskBack) -> Reply:
    """Say what was understood, and ask which of the likeliest readings was meant; without any, admit not to know."""
    if not action.suggestions:
        return decline(voice, Decline())
    cards = voice.cards(action.certifications)
    named = " and ".join(card.short for card in cards)
    lead = f"I understood that it is about {named}, but not what." if named else "I'm not sure what you mean."
    return Reply(
        kind=ReplyKind.CLARIFY,
        text=f"{lead} Is it one of these?",
        certifications=tuple(card.id for card in cards),
        suggestions=action.suggestions[:MOST_SUGGESTIONS],
        further=action.suggestions[MOST_SUGGESTIONS:],
    )


def ask_further(_: Voice, action: AskFurther) -> Reply:
    """Go on after suggestions that were all turned down: with the next ones, or by admitting not to know."""
    if not action.suggestions:
        return Reply(
            kind=ReplyKind.DECLINE,
            text="Then I don't know it. Try other words, or name the certification that it is about.",
        )
    return Reply(
        kind=ReplyKind.CLARIFY,
        text="Then maybe one of these?",
        suggestions=action.suggestions[:MOST_SUGGESTIONS],
        further=action.suggestions[MOST_SUGGESTIONS:],
    )


def ask_which(voice: Voice, action: AskWhich) -> Reply:
    """Ask which certification a question about an attribute means."""
    cards = voice.knowledge.reviewed[:MOST_SUGGESTIONS]
    title = voice.label(action.attributes[0])
    return Reply(
        kind=ReplyKind.CLARIFY,
        text=f"{title} of which certification? Name one, or pick:",
        topic=action.attributes[0],
        suggestions=tuple(voice.suggest_fact(action.attributes[0], card, card.short) for card in cards),
    )


def ask_what_to_compare(voice: Voice, action: AskWhatToCompare) -> Reply:
    """Ask for the certifications to compare, where fewer than two were named."""
    named = voice.cards(action.certifications)
    usable = [card for card in voice.knowledge.reviewed if not voice.retired(card)]
    first = named[0] if named else usable[0]
    others = [card for card in usable if card != first][:MOST_SUGGESTIONS]
    lead = f"{first.short} and which other?" if named else "Which ones? Name two or more certifications, such as these:"
    return Reply(
        kind=ReplyKind.CLARIFY,
        text=lead,
        topic="compare",
        suggestions=tuple(
            Suggestion(f"{first.short} and {card.short}", Compare(certifications=(first.id, card.id)))
            for card in others
        ),
    )
