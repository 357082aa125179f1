"""What was typed before, for the arrow keys: kept in a file, or in memory where none can be written."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_toolkit.history import FileHistory, InMemoryHistory

from bot.adapters.terminal_chat.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prompt_toolkit.history import History


class KeptHistory(FileHistory):
    """A file that may vanish or fill up while the chat goes on."""

    def store_string(self, string: str) -> None:
        """Append a line; a chat does not end because it could not."""
        with suppress(OSError):
            super().store_string(harmless(string))


def open_history(environment: Mapping[str, str]) -> History:
    """The history of this person, readable by nobody else."""
    try:
        path = _state_home(environment) / "certwise" / "history"
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600))
    except (OSError, RuntimeError):  # RuntimeError: there is no home folder
        return InMemoryHistory()
    return KeptHistory(path)


def _state_home(environment: Mapping[str, str]) -> Path:
    """Where the XDG specification puts it; it says to ignore a relative path."""
    named = Path(environment.get("XDG_STATE_HOME", "")).expanduser()
    return named if named.is_absolute() else Path.home() / ".local" / "state"
