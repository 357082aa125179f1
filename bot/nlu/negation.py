"""Whether something was named to rule it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.nlu.text import is_slot

if TYPE_CHECKING:
    from bot.domain.knowledge import Vocabulary

SHUNNING = "rule out what follows"
"""The cue of verbs that rule out what follows, unless they are negated themselves: "i do not hate aws"."""
VERBAL = frozenset(
    {"not", "never", "cannot", "dont", "doesnt", "isnt", "arent", "wont", "cant", "didnt", "wouldnt", "shouldnt"}
)
"""Negators that go with a verb."""
NEGATORS = VERBAL | {"no", "without", "besides", "non", "nothing", "minus", "neither", "nor"}
NEGATING_PAIRS = frozenset(
    {("anything", "but"), ("everything", "but"), ("all", "but"), ("any", "but"), ("other", "than"), ("apart", "from")}
    | {("instead", "of"), ("rather", "than"), ("aside", "from")}
)
AUXILIARIES = frozenset({"is", "are", "was", "does", "did", "can", "could", "will", "would", "should"})
"""Words that, negated at its start, make a question and rule nothing out: "isn't it retired?"."""
BREAKS = frozenset({"but", "just", "only", "and", "for", "meant", "mean", "want", "need", "rather"})
"""Words after which an earlier negation no longer holds: "not aws but google"."""
BARRED = tuple(
    (*verb, *words)
    for verb in ((), ("is",), ("are",))
    for words in (
        ("blocked",),
        ("banned",),
        ("forbidden",),
        ("not", "allowed"),
        ("not", "an", "option"),
        ("no", "option"),
        ("out",),
        ("left", "out"),
        ("excluded",),
        ("not", "for", "me"),
        ("not", "my", "thing"),
    )
)
"""What behind a name rules it out."""
UNDECIDED = frozenset(
    {"sure", "certain", "decided", "clear", "stop", "wait", "mind", "forget", "resist", "help", "even"}
)
"""Words that, negated, rule nothing out: "not sure if aws", "can't wait to learn python"."""
WHOM = "opens for whom"
"""The cue of words that open a question for whom, or when, something is not: "who should not take ibm"."""
REACH = 4
"""Tokens before a word in which a negation still concerns it."""


class Negation:
    """Knows the verbs of one vocabulary that rule out what follows."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._shunning = frozenset(vocabulary.phrases(SHUNNING))
        self._negators = NEGATORS | self._shunning
        self._whom = frozenset(vocabulary.phrases(WHOM))

    def concerns(self, tokens: tuple[str, ...], at: int) -> bool:
        """Whether a negation stands shortly before the token at a position, or what bars it behind."""
        if _is_barred(tokens, at) or self._joins_negated(tokens, at):
            return True
        first = self._end_of_negated_question(tokens)
        for place in range(at - 1, max(first, at - REACH) - 1, -1):
            token, before = tokens[place], tokens[place - 1] if place > first else ""
            if token in UNDECIDED and before in self._negators:
                return False
            if token in self._negators or (before, token) in NEGATING_PAIRS:
                return not (token in self._shunning and before in self._negators)
            if token in BREAKS:
                return before in self._negators
            if is_slot(token):
                return False
        return False

    def _joins_negated(self, tokens: tuple[str, ...], at: int) -> bool:
        """Whether "or" joins a name to one that is ruled out: "not aws or azure"."""
        joined = at > 1 and tokens[at - 1] in ("or", "nor") and is_slot(tokens[at]) and is_slot(tokens[at - 2])
        return joined and self.concerns(tokens, at - 2)

    def _end_of_negated_question(self, tokens: tuple[str, ...]) -> int:
        """The position behind "is not", "isnt", "who should not" or "who should avoid" at the start, 0 without one."""
        if tokens[:1] and tokens[0] in self._whom:
            against = VERBAL | self._shunning
            return next((at + 1 for at in range(1, min(REACH, len(tokens))) if tokens[at] in against), 0)
        if tokens[:1] and tokens[0].removesuffix("nt") in AUXILIARIES | {"ca", "wo"} and tokens[0] not in AUXILIARIES:
            return 1
        return 2 if tokens[:1] and tokens[0] in AUXILIARIES and tokens[1:2] == ("not",) else 0


def _is_barred(tokens: tuple[str, ...], at: int) -> bool:
    """Whether what follows a name rules it out: "coursera is blocked here"."""
    if not is_slot(tokens[at]):
        return False
    after = tokens[at + 1 : at + 1 + REACH]
    return any(after[: len(words)] == words for words in BARRED)
