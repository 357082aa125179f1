"""What a question names, and the words for what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.domain.certification import Certification
    from bot.domain.knowledge import Knowledge
    from bot.nlu.recognition import Entity
    from bot.nlu.understanding import Understanding

COMPARE, LIST, OVERVIEW, RECOMMEND = "compare", "list", "overview", "recommend"
FACTS = "facts"
"""What a follow-up such as "and the aws one?" repeats: the attributes asked before."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about."""

    certifications: tuple[Certification, ...] = ()
    attributes: tuple[str, ...] = ()
    request: str = ""
    """What is asked by word or repeated by a follow-up, COMPARE, LIST or FACTS; empty: the matcher decides."""


def named_cards(knowledge: Knowledge, understanding: Understanding, *, by_vendor: bool) -> tuple[Certification, ...]:
    """Certifications by name and, where wanted, those that vendors' bare names stand for; none that is ruled out."""
    cards = []
    certifications = understanding.recognition.of(EntityKind.CERTIFICATION)
    vendors = {knowledge.certifications[one.value].vendor for one in certifications}
    for entity in understanding.recognition.entities:
        if entity.negated:
            continue
        if entity.kind is EntityKind.CERTIFICATION:
            cards.append(_meant(knowledge, understanding, entity))
        elif entity.kind is EntityKind.VENDOR and by_vendor and entity.value not in vendors:
            default = knowledge.vendors[entity.value].default
            cards += [knowledge.certifications[default]] if default else []
    return tuple(dict.fromkeys(cards))


def _meant(knowledge: Knowledge, understanding: Understanding, entity: Entity) -> Certification:
    """The certification itself; for "the aws cert for llm apps" the vendor's one that what was said speaks for most."""
    named = knowledge.certifications[entity.value]
    if not entity.vendor:
        return named
    shown = [knowledge.rules[name] for name in understanding.profile.situation if name in knowledge.rules]
    others = [card for card in knowledge.reviewed if card.vendor == entity.vendor and card.tier]
    points = {
        card.id: sum(rule.prefers.get(card.id, 0) - rule.avoids.get(card.id, 0) for rule in shown) for card in others
    }
    best = max(others, key=lambda card: points[card.id], default=named)
    return best if points.get(best.id, 0) > points.get(named.id, 0) else named
