"""Installations as files; see ``bot.application.ports.InstallationStore``."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict
from typing import TYPE_CHECKING

from bot.adapters.state_folder.files import file_name, write_whole
from bot.domain.installation import Installation

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)


class InstallationFolder:
    """One small file an installation."""

    def __init__(self, root: Path) -> None:
        """The folder is made when it is needed; OSError is raised by whatever cannot be read or written."""
        self._root = root

    def save(self, installation: Installation) -> None:
        """Keep it."""
        file = self._file(installation.organisation, installation.workspace)
        write_whole(file, json.dumps(asdict(installation)))

    def find(self, organisation: str, workspace: str) -> Installation | None:
        """Find it."""
        own = self._read(organisation, workspace)
        return own or (self._read(organisation, "") if organisation and workspace else None)

    def delete(self, organisation: str, workspace: str) -> None:
        """Forget it."""
        self._file(organisation, workspace).unlink(missing_ok=True)

    def _read(self, organisation: str, workspace: str) -> Installation | None:
        file = self._file(organisation, workspace)
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            return Installation(**kept | {"scopes": tuple(kept["scopes"])})
        except FileNotFoundError:
            return None
        except (ValueError, TypeError, KeyError):
            log.error("%s is damaged; delete it and have the workspace install the bot again", file)  # noqa: TRY400 - its text holds a token
            return None

    def _file(self, organisation: str, workspace: str) -> Path:
        return self._root / f"{file_name(organisation, workspace)}.json"
