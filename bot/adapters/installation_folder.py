"""Installations as files of a folder that only its owner may read; see ``bot.application.ports.InstallationStore``."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from dataclasses import asdict
from pathlib import Path

from bot.domain.installation import Installation

log = logging.getLogger(__name__)
OWNER_ONLY = 0o700
NOBODY = "-"
"""Stands in a file's name for an id that there is none of."""


class InstallationFolder:
    """One small file an installation. Written beside and moved into place, so none is ever half there."""

    def __init__(self, root: Path) -> None:
        """The folder is made when it is needed; OSError is raised by whatever cannot be read or written."""
        self._root = root

    def save(self, installation: Installation) -> None:
        """Keep it."""
        self._root.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=self._root)  # readable by its owner alone
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(asdict(installation), file)
        Path(name).replace(self._file(installation.organisation, installation.workspace))

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
        # Ids are letters and digits; whatever else a request claims must not lead out of the folder.
        parts = ("".join(sign for sign in one if sign.isalnum()) or NOBODY for one in (organisation, workspace))
        return self._root / f"{'.'.join(parts)}.json"
