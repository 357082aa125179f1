"""Whether something was named to rule it out."""

from __future__ import annotations

from bot.nlu.text import is_slot

NEGATORS = frozenset(
    {
        "not",
        "no",
        "without",
        "except",
        "excluding",
        "besides",
        "non",
        "never",
        "nothing",
        "avoid",
        "skip",
        "minus",
        "hate",
    }
    | {"dont", "doesnt", "isnt", "arent", "wont", "cant"}
)
BREAKS = frozenset({"but", "just", "only", "and", "or", "for", "meant", "mean", "want", "need", "rather"})
"""Words after which an earlier negation no longer holds: "not aws but google"."""
REACH = 4
"""Tokens before a word in which a negation still concerns it."""


def is_negated(tokens: tuple[str, ...], at: int) -> bool:
    """Whether a negation stands shortly before the token at a position."""
    for token in reversed(tokens[max(0, at - REACH) : at]):
        if token in NEGATORS:
            return True
        if token in BREAKS or is_slot(token):
            return False
    return False
