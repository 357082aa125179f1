"""``certwise chat``: the chat in a terminal, or over a pipe."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from bot.adapters.terminal_chat.conversation import Conversation, Form
from bot.adapters.terminal_chat.piped import chat_piped
from bot.adapters.terminal_chat.stopping import Stopping
from bot.cli.main import UnusableError, clock
from bot.cli.opening import open_assistant
from bot.settings import read_settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from typing import TextIO

    from bot.adapters.terminal_chat.screen import Screen

LONGEST_LINE = 10_000
"""Characters of a piped line that are read; no question is that long."""
OPTIONAL = frozenset({"prompt_toolkit", "rich"})
"""The packages of the extra ``chat``."""


def run(options: Namespace) -> int:
    """Talk until the person, or the input, ends it."""
    if sys.stdin is None:
        raise UnusableError("the input is closed, so there is nobody to talk to; use certwise ask")
    read_settings()
    screen = _screen() if sys.stdin.isatty() and sys.stdout.isatty() else None
    stopping = Stopping()
    with stopping.on_signal():
        if screen is None:
            chat_piped(_conversation(options), _lines(sys.stdin), sys.stdout, stopping)
            return 0
        screen.greet()
        with screen.busy("Reading the knowledge ..."):
            conversation = _conversation(options)
        screen.converse(conversation, stopping)
    return 0


def _lines(stream: TextIO) -> Iterator[str]:
    """Lines of a bearable length: what comes over a pipe may have none, or no end."""
    while line := stream.readline(LONGEST_LINE):
        if "\0" in line:
            raise UnusableError("the input is no text, it holds NUL characters; pipe questions in, one a line")
        yield line
        while len(line) == LONGEST_LINE and not line.endswith("\n"):
            line = stream.readline(LONGEST_LINE)


def _screen() -> Screen:
    try:
        from bot.adapters.terminal_chat.screen import Screen  # noqa: PLC0415 - its packages are optional
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in OPTIONAL:
            raise
        mend = "pip install 'certwise[chat]', or pipe your questions in"
        raise UnusableError(f"the chat in a terminal needs the package {error.name}: {mend}") from None
    return Screen(os.environ)


def _conversation(options: Namespace) -> Conversation:
    start = clock(options)
    assistant = open_assistant(start.date())
    shift = start - datetime.now(UTC)  # time passes on the day of --as-of too: conversations grow old
    questions = assistant.knowledge.questions
    form = Form(questions, assistant.commands.advise) if questions else None
    return Conversation(assistant.reply, lambda: datetime.now(UTC) + shift, f"terminal:{uuid4().hex}", form)
