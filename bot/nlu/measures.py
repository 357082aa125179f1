"""Amounts of money and spans of time in an utterance, as entities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.figures import FIGURE_PATTERN, find_figures
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from bot.domain.figures import Figure

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_PERIOD = rf"(?:{_DAY}|tomorrow|tonight|weekend|week|month|quarter|semester|summer|year|christmas)"
_DEADLINE = re.compile(
    rf"\b(?:by|before|until|till|within|over)\s+(?:the\s+|this\s+|next\s+|a\s+|end\s+of\s+)*{_PERIOD}\b"
    rf"|\bin\s+(?:a|one)\s+{_PERIOD}\b|\b(?:this|next)\s+(?:weekend|{_DAY})\b"
)


def cut_measures(text: str) -> tuple[str, tuple[tuple[EntityKind, str, Figure | None], ...]]:
    """Replace amounts and times of a normalised text by slots; returns the text and, in its order, what was cut.

    A deadline such as "by friday" is a time without a figure; "5 hours a week" is a pace.
    """
    found: list[tuple[EntityKind, str, Figure | None]] = []

    def cut(match: re.Match[str]) -> str:
        bare = re.fullmatch(_BARE, match[0])
        figure = next(iter(find_figures(f"{match[0]} dollars" if bare else match[0])), None)
        kind = EntityKind.MONEY if figure is not None and figure.is_money else EntityKind.TIME
        paced = kind is EntityKind.TIME and match["rate"]
        found.append((EntityKind.PACE if paced else kind, match[0].strip(), figure))
        kind = found[-1][0]
        return f" {kind.slot} "

    return _ANY.sub(cut, text), tuple(found)


_BARE = (
    r"\b(?:under|below|less than|over|above|more than|around)\s+\d[\d,]*k?\b"
    r"(?!\s*(?:%|percent|hours?|hrs?|minutes?|days?|weeks?|months?|years?|people|certs?|questions?))"
)
"""A bound without a unit, as in "anything under 250": dollars, since no other count of the cards is asked for so."""
_RATE = re.compile(r"\s*(?:/|a|per|each|every)\s*(?:day|evening|week|weekend|month)\b|\s*(?:daily|weekly)\b")
"""Behind a span of time it makes it a pace: "5 hours a week"."""
_ANY = re.compile(
    rf"(?:{FIGURE_PATTERN})(?P<rate>{_RATE.pattern})?(?!\s+(?:old|of age))|{_DEADLINE.pattern}|{_BARE}", re.IGNORECASE
)
