"""Reverse questions: which certification has this in it, who is it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reply import Reply, ReplyKind
from bot.nlu.gazetteer import fold
from bot.nlu.text import tokenise

if TYPE_CHECKING:
    from bot.application.context import Context
    from bot.domain.certification import Certification

SEARCHED = ("coverage", "provider", "platform", "audience", "projects")
"""Attributes in whose texts the words are looked for."""
RARE = 5
"""A word that more cards than this use does not pick one out."""
MOST_FOUND = 5
SHORTEST = 3
EVERYDAY = "everyday words"
"""The cue of words that pick out no certification, however few cards use them."""


def answer_reverse(context: Context) -> Reply | None:
    """The cards that hold every telling word of the question; None where no word tells, or none is the person's own."""
    if context.understanding.read_as:
        return None
    words = {card.id: words_of_card(context, card) for card in context.knowledge.reviewed}
    tokens = context.understanding.recognition.tokens
    everyday = context.knowledge.vocabulary.phrases(EVERYDAY)
    asked = {fold(token) for token in tokens if len(token) >= SHORTEST}.difference(everyday, _naming(context))
    telling = {word for word in asked if 0 < sum(word in held for held in words.values()) <= RARE}
    found = [card for card in context.knowledge.reviewed if telling and telling <= words[card.id]][:MOST_FOUND]
    if not found:
        return None
    lines = [_line(context, card, telling) for card in found]
    sources = [reading.source for card in found for name in SEARCHED if (reading := context.reading(card, name))]
    lead = f"That is {found[0].name}:" if len(found) == 1 else "These fit:"
    return Reply(
        kind=ReplyKind.ANSWER,
        text="\n".join([lead, *lines]),
        topic="list",
        certifications=tuple(card.id for card in found),
        confidence=context.confidence,
        notices=context.notices(found),
        citations=context.cite(sources[:1]),
        page=found[0].page if len(found) == 1 else None,
    )


def _naming(context: Context) -> set[str]:
    """The words that only name what is asked, such as "price": they pick out no certification that speaks of prices."""
    asked = [one for one in context.knowledge.attributes if one.id in context.attributes and one.id not in SEARCHED]
    named = {fold(token) for one in asked for phrase in one.words for token in tokenise(phrase)}
    alike = (set(map(fold, group)) for group in context.knowledge.vocabulary.synonyms)
    return named.union(*(group for group in alike if group & named))


def words_of_card(context: Context, card: Certification) -> set[str]:
    """The words of its name and of the facts in which the words of a question are looked for, without plural s."""
    texts = [card.name]
    texts += [f"{reading.value} {reading.text}" for name in SEARCHED if (reading := context.reading(card, name))]
    return {fold(token) for text in texts for token in tokenise(text)}


def _line(context: Context, card: Certification, telling: set[str]) -> str:
    """The fact of the card that holds most of the telling words."""

    def hits(name: str) -> int:
        reading = context.reading(card, name)
        return len(telling & {fold(token) for token in tokenise(reading.text)}) if reading else -1

    reading = context.reading(card, max(SEARCHED, key=hits))
    return f"- {card.short}: {context.say(reading.text)}" if reading else f"- {card.short}"
