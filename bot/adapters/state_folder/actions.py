"""What buttons ask for, as a file; see ``bot.application.ports.ActionStore``."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.adapters.state_folder.lines import LineFile
from bot.application.memory import MemoryActions

if TYPE_CHECKING:
    from pathlib import Path

WRITTEN_ANEW = timedelta(hours=1)
"""How often the file is written without what is over."""


class ActionFile:
    """One line an action, read once and then only written behind. What cannot be kept is remembered all the same."""

    def __init__(self, file: Path, now: datetime) -> None:
        """Lines that cannot be read, or are over ``now``, are left out."""
        self._lines = LineFile(file, "some buttons do not work after a restart")
        self._memory = MemoryActions()
        self._written_anew = now
        for told in self._lines.read():
            try:
                kept = datetime.fromisoformat(told["kept"])
                self._memory.keep(told["key"], told["text"], told["conversation"], kept)
            except (ValueError, TypeError, KeyError):
                self._lines.complain_of_line()
        self._write_anew(now)

    def keep(self, key: str, text: str, conversation: str, now: datetime) -> None:
        """Keep it."""
        self._memory.keep(key, text, conversation, now)
        if now - self._written_anew > WRITTEN_ANEW:
            self._write_anew(now)
        else:
            self._lines.append({"key": key, "text": text, "conversation": conversation, "kept": now.isoformat()})

    def find(self, key: str, now: datetime) -> str | None:
        """Give it, unless it has expired."""
        return self._memory.find(key, now)

    def forget(self, person: str) -> int:
        """Forget what was offered to a person, here and in the file."""
        count = self._memory.forget(person)
        if count:
            self._write_anew(self._written_anew)
        return count

    def _write_anew(self, now: datetime) -> None:
        self._written_anew = now
        self._lines.write(
            {"key": key, "text": text, "conversation": conversation, "kept": kept.isoformat()}
            for key, text, conversation, kept in self._memory.all(now)
        )
