"""A reply in its shortest form."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.handlers.ordering import extremes
from bot.application.handlers.prices import COST
from bot.application.handlers.readings import NOT_STATED, value_of
from bot.application.handlers.reckoning import reckoned_lines
from bot.application.plain import more_text, table_text
from bot.domain.actions import Browse, Compare, TellFacts
from bot.domain.reckoning import NOTHING_RECKONED
from bot.domain.reply import ReplyKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.application.voice import Voice
    from bot.domain.actions import TellBriefly
    from bot.domain.reply import Reply

SHORTEST = (COST, "duration")
"""Attributes that a comparison without any of its own is cut down to."""
_LISTED = re.compile(r"- |\d+\. ")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def tell_briefly(voice: Voice, action: TellBriefly, before: Reply) -> Reply:
    """What the reply before comes down to; the whole of it is its longer part."""
    of = action.of
    if isinstance(of, TellFacts | Compare):
        text = _figures(voice, of)
    elif isinstance(of, Browse) and before.certifications:
        text = _names(voice, of, before)
    else:
        text = _gist(before)
    whole = [before.text, table_text(before.table) if before.table else "", more_text(before)]
    return replace(before, text=text, table=None, more="\n".join(filter(None, whole)), more_rows=None)


def _figures(voice: Voice, action: TellFacts | Compare) -> str:
    """What several come to in all; else the bare values, with what was worked out of them."""
    worked_out = reckoned_lines(voice, action) if action.in_all or action.reckoning != NOTHING_RECKONED else []
    if action.in_all and worked_out:
        return worked_out[-1]
    return "\n".join([_values(voice, action.certifications, action.attributes or SHORTEST), *worked_out])


def _names(voice: Voice, action: Browse, before: Reply) -> str:
    """What is on a list; of the most or the least of something only that, with its value."""
    cards, wish = list(voice.cards(before.certifications)), action.wanted.extreme
    if wish is None or wish.place > 1:
        return f"{'; '.join(card.short for card in cards)}."
    chosen = extremes(voice, cards, wish) or cards
    if any(map(voice.retired, chosen)) and not action.wanted.among:  # nothing that can be taken was found
        return _gist(before)
    return "; ".join(f"{card.short}: {value_of(voice, card, wish.attribute) or NOT_STATED}" for card in chosen)


def _values(voice: Voice, cards: Sequence[str], attributes: Sequence[str]) -> str:
    """The bare values of some certifications, a line for each attribute."""
    lines = []
    for name in attributes:
        held = [(card.short, value_of(voice, card, name) or NOT_STATED) for card in voice.cards(cards)]
        label = voice.label(name)
        several = f"{label}: {'; '.join(f'{short}: {value}' for short, value in held)}"
        lines.append(several if len(held) > 1 else f"{held[0][0]}, {label.lower()}: {held[0][1]}")
    return "\n".join(lines)


def _gist(reply: Reply) -> str:
    """The first sentence; of a list what its lines begin with; of advice the pick and the first reason."""
    head, *lines = reply.text.strip().splitlines()
    if reply.kind is ReplyKind.RECOMMEND:
        return f"{head.split('; ')[0].rstrip('.')}."
    listed = [line.split(": ")[0] for line in lines if _LISTED.match(line)]
    if head.endswith(":") and listed:
        return "\n".join([head, *listed])
    return _SENTENCE.split(head)[0]
