"""Slash commands and the adviser's form, as every platform understands them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.application.naming import COMPARE, LIST, RECOMMEND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.domain.form import Option

ASK, BROWSE, HELP = "ask", "browse", "help"
COMMANDS = (ASK, RECOMMEND, COMPARE, BROWSE, HELP)


@dataclass(frozen=True, slots=True)
class Command:
    """A command with what stands behind it."""

    name: str
    """One of COMMANDS."""
    text: str = ""

    @property
    def request(self) -> str:
        """What it asks for outright; see ``bot.domain.message.Message.command``."""
        return {RECOMMEND: RECOMMEND, COMPARE: COMPARE, BROWSE: LIST}.get(self.name, "")


def read_command(line: str) -> Command | None:
    """The command of a line such as "/compare aws and google"; None where it is plain talk."""
    if not line.startswith("/"):
        return None
    name, _, text = line[1:].partition(" ")
    return Command(name.lower(), text.strip()) if name.lower() in COMMANDS else None


def filled_in(options: Iterable[Option]) -> str:
    """What a filled-in form says, as one message; questions that were skipped are left out by the caller."""
    return ". ".join(option.says for option in options)
