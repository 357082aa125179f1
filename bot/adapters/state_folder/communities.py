"""What moderators have chosen, as files; see ``bot.application.ports.CommunityStore``."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict
from typing import TYPE_CHECKING

from bot.adapters.state_folder.files import file_name, write_whole
from bot.domain.community import AS_IT_COMES, CommunityChoices

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)


class CommunityFolder:
    """One small file a community."""

    def __init__(self, root: Path) -> None:
        """The folder is made when it is needed; OSError is raised where it cannot be written to."""
        self._root = root

    def save(self, community: str, choices: CommunityChoices) -> None:
        """Keep them."""
        write_whole(self._file(community), json.dumps(asdict(choices)))

    def find(self, community: str) -> CommunityChoices:
        """Find them."""
        file = self._file(community)
        try:
            kept = json.loads(file.read_text(encoding="utf-8"))
            return CommunityChoices(tuple(kept["channels"]), tuple(kept["moderators"]), public=kept["public"] is True)
        except FileNotFoundError:
            return AS_IT_COMES
        except (OSError, ValueError, TypeError, KeyError) as error:
            log.error("%s cannot be read (%s); choose the settings again", file, type(error).__name__)  # noqa: TRY400 - that is all
            return AS_IT_COMES

    def _file(self, community: str) -> Path:
        return self._root / f"{file_name(community)}.json"
