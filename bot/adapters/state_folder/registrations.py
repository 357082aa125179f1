"""What was registered last, as files; see ``bot.application.ports.RegistrationLog``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.adapters.state_folder.files import file_name, write_whole

if TYPE_CHECKING:
    from pathlib import Path


class RegistrationFolder:
    """One small file an application."""

    def __init__(self, root: Path) -> None:
        """The folder is made when it is needed; OSError is raised where it cannot be written to."""
        self._root = root

    def find(self, application: str) -> str:
        """Find it."""
        try:
            return self._file(application).read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return ""

    def save(self, application: str, digest: str) -> None:
        """Keep it."""
        write_whole(self._file(application), f"{digest}\n")

    def _file(self, application: str) -> Path:
        return self._root / f"{file_name(application)}.txt"
