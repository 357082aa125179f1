"""Known unknowns: what the guide does not say, and certifications it does not cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.handlers.facts import read
from bot.domain.entry import Unknown
from bot.domain.reply import Reply, ReplyKind

if TYPE_CHECKING:
    from bot.application.voice import Voice
    from bot.domain.actions import TellOutside, TellUnknown
    from bot.domain.certification import Certification


OTHERS = " (other)"
"""Ends the names of vendors whose further certifications are not listed one by one."""


def answer_unknown(voice: Voice, action: TellUnknown) -> Reply:
    """Say that the guide does not hold it, with what it does hold nearby and the official page."""
    cards = voice.cards(action.certifications)
    entry = voice.entry(action.entry, Unknown)
    lines = [f"The guide does not say {entry.asks}."]
    sources = []
    for card in cards[:1]:
        nearby = [(name, reading) for name in entry.nearby if (reading := voice.reading(card, name))]
        lines += [f"- {voice.label(name)} of {card.short}: {reading.value}" for name, reading in nearby[:2]]
        sources = [reading.source for _, reading in nearby]
        if card.page:
            lines.append(f"The official page may tell: {card.page}")
    return Reply(
        kind=ReplyKind.DECLINE,
        text="\n".join(lines),
        topic=entry.id,
        certifications=tuple(card.id for card in cards if card.reviewed),
        notices=voice.notices(cards),
        citations=voice.cite(sources),
        suggestions=voice.suggest(entry.related),
    )


def answer_outside(voice: Voice, action: TellOutside) -> Reply:
    """Say that a certification is not covered; tell what little is known of it, and what is covered nearby."""
    card = voice.knowledge.certifications.get(action.outside)
    if card is None:
        text = f"{action.name.removesuffix(OTHERS)} is not in the guide, so I can't say anything about it."
        return Reply(ReplyKind.DECLINE, text, topic="not-covered")
    known = _known(voice, action, card)
    near = [voice.knowledge.certifications[name] for name in card.see]
    lines = [_lead(voice, card), *known]
    if near:
        lines.append(f"Reviewed nearby: {', '.join(one.short for one in near)}.")
    facts = [fact.source for name in card.facts if (fact := voice.reading(card, name))]
    return Reply(
        kind=ReplyKind.ANSWER if known or (card.summary and not action.attributes) else ReplyKind.DECLINE,
        text="\n".join(lines),
        topic=card.id,
        certifications=tuple(one.id for one in near),
        notices=voice.notices([card]),
        citations=voice.cite(facts),
        page=card.page,
    )


def _lead(voice: Voice, card: Certification) -> str:
    """That it is not reviewed, once: where the card's own note says so, the note alone."""
    note = voice.say(card.summary)
    told = "not review" in note or "no review" in note
    return f"{card.name}: {note}" if told else f"{card.name} is not reviewed in the guide. {note}".strip()


def _known(voice: Voice, action: TellOutside, card: Certification) -> list[str]:
    """The facts that are held of it: those asked about, else all of them."""
    names = [name for name in action.attributes if read(voice, card, name)] or list(card.facts)
    return [f"- {voice.label(name)}: {voice.say(one.text)}" for name in names if (one := read(voice, card, name))]
