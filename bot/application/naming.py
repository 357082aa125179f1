"""Which certifications a message names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.certification import CardKind
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.domain.knowledge import Knowledge
    from bot.nlu.recognition import Entity
    from bot.nlu.understanding import Understanding

COMPARE, LIST, OVERVIEW, RECOMMEND = "compare", "list", "overview", "recommend"
OTHER_OF = "another of the vendor"
"""The cue of a vendor's other certification."""
EXAMS = "nouns for exams"
"""The cue of nouns that only an exam is called by."""


def named_cards(
    knowledge: Knowledge, understanding: Understanding, *, by_vendor: bool, before: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Ids of certifications by name and, where wanted, those that vendors' bare names stand for; none ruled out.

    ``before`` are ids of those spoken of lately: a vendor's name means its one among them rather than another.
    """
    cards = []
    certifications = understanding.recognition.of(EntityKind.CERTIFICATION)
    vendors = {knowledge.certifications[one.value].vendor for one in certifications}
    for entity in understanding.recognition.entities:
        if entity.negated:
            continue
        if entity.kind is EntityKind.CERTIFICATION:
            cards.append(_meant(knowledge, understanding, entity, before))
        elif entity.kind is EntityKind.VENDOR and by_vendor and not entity.several and entity.value not in vendors:
            known = _of_vendor(knowledge, entity.value, before, exam=EXAMS in understanding.recognition.cues)
            cards.append(known or knowledge.vendors[entity.value].default or "")
    return tuple(card for card in dict.fromkeys(cards) if card)


def ruled_out(knowledge: Knowledge, understanding: Understanding) -> tuple[str, ...]:
    """Ids of the certifications that a message rules out, by name or by their vendor's."""
    out = [entity.value for entity in understanding.recognition.entities if entity.negated]
    meant = [knowledge.vendors[name].default if name in knowledge.vendors else name for name in out]
    return tuple(name for name in meant if name and name in knowledge.certifications)


def _of_vendor(knowledge: Knowledge, vendor: str, before: tuple[str, ...], *, exam: bool) -> str:
    """The vendor's only certification among those spoken of lately; empty where there is none, or several.

    After nothing but free lessons its free lessons are meant, unless an ``exam`` is: "and microsoft's?" after Kaggle.
    """
    cards = [knowledge.certifications[id_] for id_ in before]
    found = [card.id for card in cards if card.vendor == vendor and (card.tier or not card.reviewed)]
    if cards and not exam and all(card.kind is CardKind.FREE_RESOURCE for card in cards):
        free = (card for card in knowledge.reviewed if card.kind is CardKind.FREE_RESOURCE)
        found = [card.id for card in free if card.vendor == vendor]
    return found[0] if len(found) == 1 else ""


def _meant(knowledge: Knowledge, understanding: Understanding, entity: Entity, before: tuple[str, ...]) -> str:
    """The certification itself; for "the aws cert for llm apps" the vendor's one that what was said speaks for most."""
    if not entity.vendor:
        return entity.value
    exam = entity.head in knowledge.vocabulary.phrases(EXAMS)
    if OTHER_OF in understanding.recognition.cues and len(before) == 1:  # "the other aws one"
        left = (card for card in knowledge.reviewed if card.vendor == entity.vendor and card.tier)
        return next((card.id for card in left if card.id not in before), entity.value)
    known = _of_vendor(knowledge, entity.vendor, before, exam=exam)
    if known and not (exam and knowledge.certifications[known].kind is not CardKind.EXAM):
        return known
    shown = [knowledge.rules[name] for name in understanding.profile.situation if name in knowledge.rules]
    of_vendor = [card for card in knowledge.reviewed if card.vendor == entity.vendor and card.tier]
    others = [card.id for card in of_vendor if card.kind is CardKind.EXAM or not exam]
    points = {card: sum(rule.prefers.get(card, 0) - rule.avoids.get(card, 0) for rule in shown) for card in others}
    best = max(others, key=lambda card: points[card], default=entity.value)
    return best if points.get(best, 0) > points.get(entity.value, 0) else entity.value
