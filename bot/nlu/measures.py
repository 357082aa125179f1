"""Amounts of money and spans of time in an utterance, as entities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.figures import FIGURE_PATTERN, find_figures
from bot.nlu.numbers import with_digits
from bot.nlu.slots import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.figures import Figure

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_AT_PAR = re.compile(r"(?P<sign>[€£])\s?(?=\d)|(?<=\d)\s?(?:[€£]|(?:eur|euros?|gbp|pounds?|quid|chf|francs?)\b)")
"""Currencies near enough to the dollar, in which the guide gives all prices, to be taken for it."""
_PERIOD = rf"(?:{_DAY}|tomorrow|tonight|weekend|week|month|quarter|semester|summer|year|christmas)"
_DEADLINE = re.compile(
    rf"\b(?:by|before|until|till|within|over)\s+(?:the\s+|this\s+|next\s+|a\s+|end\s+of\s+)*{_PERIOD}\b"
    rf"|\bin\s+(?:a|one)\s+{_PERIOD}\b|\b(?:this|next)\s+(?:weekend|{_DAY})\b"
)


def cut_measures(
    text: str, bare: re.Pattern[str] | None = None
) -> tuple[str, tuple[tuple[EntityKind, str, Figure | None], ...]]:
    """Replace amounts and times of a normalised text by slots; returns the text and, in its order, what was cut.

    A deadline such as "by friday" is a time without a figure; "5 hours a week" is a pace. Euros, pounds and francs
    count as dollars, and so do the numbers that ``bare`` finds.
    """
    text = _AT_PAR.sub(lambda match: "$" if match["sign"] else " dollars", with_digits(text))
    text = bare.sub(r"$\g<0>", text) if bare else text
    found: list[tuple[EntityKind, str, Figure | None]] = []

    def cut(match: re.Match[str]) -> str:
        figure = next(iter(find_figures(_in_dollars(match[0]) if match["bare"] else match[0])), None)
        kind = EntityKind.MONEY if figure is not None and figure.is_money else EntityKind.TIME
        paced = kind is EntityKind.TIME and match["rate"]
        found.append((EntityKind.PACE if paced else kind, match[0].strip(), figure))
        kind = found[-1][0]
        return f" {kind.slot} "

    return _ANY.sub(cut, text), tuple(found)


def bare_amounts(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Numbers that stand for the amount in phrases such as "{money} more"; None where no phrase has one."""
    parts = []
    for phrase in phrases:
        before, slot, after = phrase.partition(EntityKind.MONEY.slot)
        start = f"(?<={re.escape(before)})" if before else r"(?<![\w$.,])"
        end = rf"(?={re.escape(after)}\b{_NO_COUNT})" if after else _NO_COUNT
        parts += [rf"{start}(?:\d[\d,]{{1,6}}k?|\dk)\b{end}"] if slot else []
    return re.compile("|".join(parts)) if parts else None


def _in_dollars(text: str) -> str:
    """An amount without a unit as one in dollars, "a week" as "1 week"."""
    amounts = re.findall(r"[0-9][0-9,]*k?", text)
    if not amounts:
        return f"1 {text.rsplit(maxsplit=1)[-1]}"
    monthly = " a month" if re.search(r"month|\bmo\b", text) else ""
    bound = re.match(r"(?:under|below|less than|over|above|more than|up to|at most)\s+", text)
    return f"{bound[0] if bound else ''}{amounts[0]} dollars{monthly}"


_NO_COUNT = (
    r"(?!\s*(?:%|percent|hours?|hrs?|h\b|minutes?|mins?|days?|weeks?|months?|years?|yrs?|people|certs?|questions?"
    r"|rupees?|inr|naira|shillings?|pesos?|yen|yuan|rmb|reais|cad|aud|nzd|sgd|zloty|lira|won)\b)"
)
_NO_UNIT = r"(?!\s*(?:\$|usd|us dollars|dollars?|bucks)|\s*(?:/|a |per |each |every )\s*(?:month|mo)\b|\s*monthly)"
_BARE = (
    rf"\b(?:under|below|less than|over|above|more than|around)\s+\d[\d,]*k?\b{_NO_COUNT}"
    rf"|\b(?:max(?:imum)?|up to|at most|budget(?: is| of)?)\s+(?:\d[\d,]{{1,6}}k?|\dk)\b{_NO_COUNT}"
    r"|\b\d[\d,]{1,6}k?\s+(?:max(?:imum)?|tops|budget|to spend|to invest|is fine|is ok|is okay|is all i have|per head"
    r"|per person|a head|each(?!\s+(?:month|mo)\b)|put aside|saved|set aside|in savings|altogether"
    r"|in total|in all|total)\b"
    r"|\b(?:pay|spend|invest|afford|fund|reimburse|expense|refund)"
    rf"(?:\s+(?:about|around|maybe|roughly|only|like))*\s+\d[\d,]{{1,6}}k?\b{_NO_COUNT}{_NO_UNIT}"
    r"|\b(?:gives? me|pays?(?: me)?|only|just)\s+\d{2,5}(?=\s*(?:now|then|$|[.,;!?]))"
    r"|\b(?:only|just|have|got)\s+(?:an?|one)\s+(?:week|month|year|day)\b"
    rf"|(?:(?<=\bexactly )|(?<=\bcost )|(?<=\bcosts ))\d[\d,]{{1,6}}\b{_NO_COUNT}"
    r"|\b\d[\d,]{1,6}\s*(?:/|a |per |each )\s*(?:month|mo)\b"
)
"""An amount without a unit, as in "anything under 250", "250 max" and "20 a month": dollars, since nothing else is
counted so."""
_RATE = re.compile(
    r"\s*(?:/|a|per|each|every|on)\s*(?:day|night|weekday|weeknight|evening|morning|week|weekend|sunday|saturday|month)s?\b"
    r"|\s*(?:daily|nightly|weekly)\b|\s*between\b"
)
"""Behind a span of time it makes it a pace: "5 hours a week"."""
_START = r"(?:(?<![a-z])|(?=[\d$]))"
"""None of the patterns below begins inside a word; to say so first spares three quarters of the time."""
_ANY = re.compile(
    rf"{_START}(?:"
    rf"(?:{FIGURE_PATTERN})(?P<rate>{_RATE.pattern})?(?!\s+(?:old|of age))|{_DEADLINE.pattern}|(?P<bare>{_BARE}))"
)
