"""The chat on a terminal: a prompt with history, and cards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from rich.console import Console
from rich.text import Text

from bot.adapters.terminal_chat.cards import WIDEST, offers, reply_card, text_card
from bot.adapters.terminal_chat.conversation import EXAMPLES, FAREWELL, GREETING, Answer, Asked, Farewell
from bot.adapters.terminal_chat.harmless import harmless
from bot.adapters.terminal_chat.history import open_history

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

    from prompt_toolkit.application import Application
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.output import Output

    from bot.adapters.terminal_chat.conversation import Conversation, Outcome
    from bot.adapters.terminal_chat.stopping import Stopping

PROMPT = "> "
HINT = "Type a question or a number; help tells more, Ctrl-D leaves."
HOW_TO_LEAVE = "Ctrl-C once more leaves, as does Ctrl-D; or type a question."


class Screen:
    """A terminal that somebody sits at."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._console = Console(markup=False, emoji=False, highlight=False, _environ=environment)
        self._environment = environment

    def greet(self) -> None:
        """Say what this is, and what could be asked."""
        self._say(GREETING, "bold")
        self._console.print(offers(EXAMPLES), width=self._width)
        self._say(HINT, "dim")
        self._console.print()

    def busy(self, what: str) -> AbstractContextManager[object]:
        """Show that something is being done."""
        return self._console.status(Text(what, "dim"), spinner="line")

    def converse(self, conversation: Conversation, stopping: Stopping) -> None:
        """Prompt and answer until the person leaves."""
        session: PromptSession[str] = PromptSession(
            history=open_history(self._environment), key_bindings=_bindings(), enable_suspend=True, output=_output()
        )
        leaving = False
        while True:
            try:
                with stopping.waiting(partial(_leave, session.app)):
                    line = session.prompt(PROMPT)
            except (KeyboardInterrupt, EOFError) as key:
                if leaving or isinstance(key, EOFError):
                    self._say(FAREWELL)
                    return
                self._say(HOW_TO_LEAVE, "dim")
                leaving = True
                continue
            leaving = False
            with stopping.answering():
                outcome = conversation.hear(line)
                if outcome is not None:
                    self._show(outcome)
            if isinstance(outcome, Farewell):
                return

    def _show(self, outcome: Outcome) -> None:
        if isinstance(outcome, Answer):
            if outcome.picked:
                self._say(outcome.picked, "italic")
            self._console.print(reply_card(outcome.reply, self._console.width))
        elif isinstance(outcome, Farewell):
            self._say(outcome.text)
            return
        elif isinstance(outcome, Asked):
            self._say(outcome.question.ask, "bold")
            self._console.print(offers(one.label for one in outcome.question.options), width=self._width)
            self._say(outcome.hint, "dim")
        elif outcome.title:
            self._console.print(text_card(outcome.title, outcome.text, self._console.width))
        else:
            self._say(outcome.text)
        self._console.print()

    @property
    def _width(self) -> int:
        return min(self._console.width, WIDEST)

    def _say(self, text: str, style: str = "") -> None:
        self._console.print(Text(harmless(text), style), width=self._width)


def _leave(prompt: Application[str]) -> None:
    """End a prompt, and with it the process, from a signal's handler.

    Broken off in the middle, it would leave the terminal without echo. One that has just got its line goes on to the
    answer, behind which the process ends as well.
    """

    def end() -> None:
        if prompt.future is not None and not prompt.future.done():
            prompt.exit(exception=SystemExit(0))

    if prompt.is_running and prompt.loop is not None:
        prompt.loop.call_soon_threadsafe(end)
    else:
        raise SystemExit(0)


def _output() -> Output:
    """The terminal, not asked where its cursor is: one line needs no answer, and some terminals give none."""
    output = create_output()
    if isinstance(output, Vt100_Output):
        output.enable_cpr = False
    return output


def _bindings() -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add("c-c")
    def _(event: KeyPressEvent) -> None:
        """Clear the line; on an empty one the chat says how to leave."""
        if event.current_buffer.text:
            event.current_buffer.reset()
        else:
            event.app.exit(exception=KeyboardInterrupt())

    @bindings.add(Keys.Vt100MouseEvent)
    def _(_event: KeyPressEvent) -> None:
        """No mouse is asked for; the library takes typed colour sequences for one and stumbles."""

    return bindings
