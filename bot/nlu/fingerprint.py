"""What tells built matchers apart."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.nlu.learning import SETTINGS

if TYPE_CHECKING:
    from bot.domain.knowledge import Knowledge


def fingerprint(knowledge: Knowledge, encoder: str) -> str:
    """What tells apart knowledge that needs matchers of its own: its phrasings, names and vocabulary; hexadecimal."""
    cards = knowledge.certifications.values()
    parts = (
        encoder,
        SETTINGS,
        [(one.says, one.means, one.after, one.asks, one.in_conversation) for one in knowledge.collected],
        [(rule.id, rule.shown_by, rule.vendors, rule.holds) for rule in knowledge.rules.values()],
        [
            (one.id, one.words, one.lowest, one.highest, sorted(one.choice_words.items()))
            for one in knowledge.attributes
        ],
        [(one.id, one.words) for one in knowledge.requests],
        [(entry.id, entry.examples) for entry in knowledge.entries.values()],
        [
            (card.id, card.reviewed, card.vendor, card.name, card.short, card.aliases, card.topics, card.codes)
            for card in cards
        ],
        [(vendor.id, vendor.name, vendor.aliases, vendor.default) for vendor in knowledge.vendors.values()],
        list(knowledge.not_covered.items()),
        list(knowledge.vocabulary.shorthand.items()),
        knowledge.vocabulary.synonyms,
        sorted(knowledge.vocabulary.cues.items()),
    )
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()
