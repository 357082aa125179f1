"""What each typed line means in a chat: a question, a pick, or a word to the chat itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from bot.adapters.terminal_chat.harmless import harmless
from bot.application.commands import ASK, read_command
from bot.application.commands import HELP as HELP_COMMAND
from bot.application.naming import RECOMMEND
from bot.application.plain import more_text
from bot.domain.message import message_of
from bot.domain.reply import ReplyKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from bot.application.commands import Command
    from bot.domain.actions import Action
    from bot.domain.form import FormQuestion, Option
    from bot.domain.message import Message
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
    "/recommend asks a few questions and advises, /compare and /browse set side by side and list, "
    "quit or Ctrl-D leaves."
)
SKIPPING = frozenset({"0", "skip", "s", ""})
SKIP = "0 skips a question; anything else ends the form and asks."
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
    """What stood beside the number that was typed."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the chat itself says."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Farewell:
    """The person leaves."""

    text: str = FAREWELL


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the adviser's form."""

    question: FormQuestion
    hint: str = SKIP


@dataclass(frozen=True, slots=True)
class Form:
    """The adviser's form."""

    questions: tuple[FormQuestion, ...]
    """One at least, in their order."""
    advise: Callable[[Iterable[Option]], Action]
    """Says what the chosen answers ask for."""


Outcome: TypeAlias = Answer | Remark | Farewell | Asked


class Conversation:
    """One run of the chat."""

    def __init__(
        self,
        answer: Answering,
        clock: Callable[[], datetime],
        key: str,
        form: Form | None = None,
    ) -> None:
        self._answer = answer
        self._clock = clock
        self._key = key
        self._form = form
        self._offers: tuple[Suggestion | str, ...] = EXAMPLES
        self._more = ""
        self._open: tuple[FormQuestion, ...] = ()
        self._chosen: tuple[Option, ...] = ()

    def hear(self, line: str) -> Outcome | None:
        """What comes of a line; None of an empty one."""
        said = harmless(line).strip()
        word = said.casefold()
        if word in LEAVING:
            return Farewell()
        if self._open and (outcome := self._fill_in(word)) is not None:
            return outcome
        if not said:
            return None
        if word in HELPING:
            return Remark(HELP)
        if word == LONGER:
            return Remark(self._more, "More") if self._more else Remark("There is no longer part to show.")
        command = read_command(said)
        return self._obey(command) if command else self._pick(said) or self._ask(said)

    def _obey(self, command: Command) -> Outcome:
        if command.name == HELP_COMMAND:
            return Remark(HELP)
        if command.name == RECOMMEND and not command.text and self._form:
            self._open, self._chosen = self._form.questions, ()
            return Asked(self._open[0])
        if command.name == ASK and not command.text:
            return Remark("Write the question behind it: /ask how much is the Google ML exam")
        return self._ask(command.text, request=command.request)

    def _fill_in(self, word: str) -> Outcome | None:
        """Take an answer to the form's question; None, and the form is left, where it is something else."""
        question, *rest = self._open
        digits = word.rstrip(".)")
        if word not in SKIPPING:
            if not (
                digits.isascii() and digits.isdecimal() and 1 <= int(digits[:MOST_DIGITS]) <= len(question.options)
            ):
                self._open = ()
                return None
            self._chosen += (question.options[int(digits) - 1],)
        self._open = tuple(rest)
        return Asked(rest[0]) if rest or self._form is None else self._ask(self._form.advise(self._chosen))

    def _pick(self, said: str) -> Outcome | None:
        """Numbers are read off the screen, so they hold as long as the list stands there, however long that is."""
        digits = said.rstrip(".)")
        if not (self._offers and digits.isascii() and digits.isdecimal() and len(digits) <= MOST_DIGITS):
            return None
        number = int(digits)
        if not 1 <= number <= len(self._offers):
            return Remark(f"There is no suggestion {number}; pick from 1 to {len(self._offers)}, or ask.")
        offered = self._offers[number - 1]
        if isinstance(offered, str):
            return self._ask(offered, picked=offered)
        return self._ask(offered.action, picked=offered.label)

    def _ask(self, asked: str | Action, picked: str = "", request: str = "") -> Answer:
        reply = self._answer(message_of(asked, self._key, self._clock(), request))
        self._offers = reply.suggestions
        self._more = more_text(reply)
        return Answer(reply, picked)


def offer_heading(reply: Reply) -> str:
    """What stands over a reply's suggestions."""
    return "Pick a number:" if reply.kind is ReplyKind.CLARIFY or reply.question else "You could also ask:"


def numbered(labels: Iterable[str]) -> list[str]:
    """Lines that can be picked from."""
    return [f"  {number}. {label}" for number, label in enumerate(labels, 1)]
