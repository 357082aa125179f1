"""Known unknowns: what the guide does not say, and certifications it does not cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.facts import read
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.context import Context
    from bot.domain.certification import Certification
    from bot.domain.entry import Unknown
    from bot.nlu.recognition import Entity


OTHERS = " (other)"
"""Ends the names of vendors whose further certifications are not listed one by one."""


def answer_unknown(context: Context, entry: Unknown) -> Reply:
    """Say that the guide does not hold it, with what it does hold nearby and the official page."""
    cards = context.cards
    lines = [f"The guide does not say {entry.asks}."]
    sources = []
    for card in cards[:1]:
        nearby = [(name, reading) for name in entry.nearby if (reading := context.reading(card, name))]
        lines += [f"- {context.label(name)} of {card.short}: {reading.value}" for name, reading in nearby[:2]]
        sources = [reading.source for _, reading in nearby]
        if card.page:
            lines.append(f"The official page may tell: {card.page}")
    return Reply(
        kind=ReplyKind.DECLINE,
        text="\n".join(lines),
        topic=entry.id,
        certifications=tuple(card.id for card in cards if card.reviewed),
        confidence=context.confidence,
        notices=context.notices(cards),
        citations=context.cite(sources),
        suggestions=context.suggest(entry.related),
    )


def answer_outside(context: Context, entity: Entity) -> Reply:
    """Say that a certification is not covered; tell what little is known of it, and what is covered nearby."""
    card = context.knowledge.certifications.get(entity.value)
    if card is None:
        text = f"{entity.text.removesuffix(OTHERS)} is not in the guide, so I can't say anything about it."
        return Reply(ReplyKind.DECLINE, text, topic="not-covered", confidence=context.confidence)
    known = _known(context, card)
    near = [context.knowledge.certifications[name] for name in card.see]
    lines = [_lead(context, card), *known]
    if near:
        lines.append(f"Reviewed nearby: {', '.join(one.short for one in near)}.")
    facts = [fact.source for name in card.facts if (fact := context.reading(card, name))]
    return Reply(
        kind=ReplyKind.ANSWER if known or (card.summary and not context.attributes) else ReplyKind.DECLINE,
        text="\n".join(lines),
        topic=card.id,
        certifications=tuple(one.id for one in near),
        confidence=context.confidence,
        notices=context.notices([card]),
        citations=context.cite(facts),
        page=card.page,
    )


def _lead(context: Context, card: Certification) -> str:
    """That it is not reviewed, once: where the card's own note says so, the note alone."""
    note = context.say(card.summary)
    told = "not review" in note or "no review" in note
    return f"{card.name}: {note}" if told else f"{card.name} is not reviewed in the guide. {note}".strip()


def _known(context: Context, card: Certification) -> list[str]:
    """The facts that are held of it: those asked about, else all of them."""
    names = [name for name in context.attributes if read(context, card, name)] or list(card.facts)
    return [f"- {context.label(name)}: {context.say(one.text)}" for name in names if (one := read(context, card, name))]
