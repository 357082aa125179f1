"""What each typed line means in a chat: a question, a pick, or a word to the chat itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from bot.adapters.terminal_chat.harmless import harmless
from bot.domain.message import Message
from bot.domain.reply import ReplyKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.domain.reply import Reply, Suggestion

GREETING = "Certwise answers questions about AI certifications: cost, effort, and which one fits you."
EXAMPLES = (
    "How much is the Google ML exam?",
    "Compare AWS ML Specialty and Databricks",
    "Which certification suits a complete beginner?",
)
"""Questions to begin with; they can be picked by number like any suggestion."""
HELP = (
    "Ask in your own words. A number picks a suggestion, more shows the longer part of an answer, "
    "quit or Ctrl-D leaves."
)
FAREWELL = "Goodbye, and good luck with your exam."
LEAVING = frozenset({"quit", "exit"})
HELPING = frozenset({"help", "?"})
LONGER = "more"
MOST_DIGITS = 3


class Answering(Protocol):
    """What the chat needs of the core."""

    def __call__(self, message: Message, /) -> Reply:
        """Answer a message."""
        ...


@dataclass(frozen=True, slots=True)
class Answer:
    """The core's reply."""

    reply: Reply
    picked: str = ""
    """The question that a number stood for."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the chat itself says."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Farewell:
    """The person leaves."""

    text: str = FAREWELL


Outcome: TypeAlias = Answer | Remark | Farewell


class Conversation:
    """One run of the chat."""

    def __init__(self, answer: Answering, clock: Callable[[], datetime], key: str) -> None:
        self._answer = answer
        self._clock = clock
        self._key = key
        self._offers: tuple[str, ...] = EXAMPLES
        self._more = ""

    def hear(self, line: str) -> Outcome | None:
        """What comes of a line; None of an empty one."""
        said = harmless(line).strip()
        word = said.casefold()
        if not said:
            return None
        if word in LEAVING:
            return Farewell()
        if word in HELPING:
            return Remark(HELP)
        if word == LONGER:
            return Remark(self._more, "More") if self._more else Remark("There is no longer part to show.")
        return self._pick(said) or self._ask(said)

    def _pick(self, said: str) -> Outcome | None:
        """Numbers are read off the screen, so they hold as long as the list stands there, however long that is."""
        digits = said.rstrip(".)")
        if not (self._offers and digits.isascii() and digits.isdecimal() and len(digits) <= MOST_DIGITS):
            return None
        number = int(digits)
        if not 1 <= number <= len(self._offers):
            return Remark(f"There is no suggestion {number}; pick from 1 to {len(self._offers)}, or ask.")
        question = self._offers[number - 1]
        return self._ask(question, picked=question)

    def _ask(self, utterance: str, picked: str = "") -> Answer:
        reply = self._answer(Message(utterance, self._key, self._clock()))
        self._offers = tuple(suggestion.utterance for suggestion in reply.suggestions)
        self._more = reply.more
        return Answer(reply, picked)


def offer_heading(reply: Reply) -> str:
    """What stands over a reply's suggestions."""
    return "Pick a number:" if reply.kind is ReplyKind.CLARIFY else "You could also ask:"


def numbered(suggestions: Sequence[Suggestion]) -> list[str]:
    """Suggestions as lines that can be picked from."""
    return [f"  {number}. {one.label}" for number, one in enumerate(suggestions, 1)]
