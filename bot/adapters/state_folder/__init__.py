"""What is to outlive the process, as small files of a folder that only its owner may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.adapters.state_folder.actions import ActionFile
from bot.adapters.state_folder.communities import CommunityFolder
from bot.adapters.state_folder.exchanges import ExchangeFile
from bot.adapters.state_folder.installations import InstallationFolder
from bot.adapters.state_folder.registrations import RegistrationFolder
from bot.application.ports import PlatformStores

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from bot.application.action_texts.sessions import SessionTexts

__all__ = [
    "ActionFile",
    "CommunityFolder",
    "ExchangeFile",
    "InstallationFolder",
    "RegistrationFolder",
    "open_platform_stores",
]


def open_platform_stores(root: Path, texts: SessionTexts, now: datetime, part: str = "") -> PlatformStores:
    """All that a platform keeps, in a folder of its own; ``part`` is what processes that share it differ by."""
    return PlatformStores(
        ExchangeFile(root / f"answers{part}.jsonl", texts, now),
        CommunityFolder(root / "servers"),
        RegistrationFolder(root / "commands"),
    )
