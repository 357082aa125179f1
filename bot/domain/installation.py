"""An installation of the bot in a workspace of a platform."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Installation:
    """What the bot was granted there."""

    organisation: str
    """Id of the organisation that the workspace belongs to; empty where it belongs to none."""
    workspace: str
    """Id; empty where the bot was installed for a whole organisation."""
    token: str = field(repr=False)
    """Secret: never in a log, a reply or a repr."""
    bot: str
    """Id of the bot there."""
    bot_user: str
    """Id of the bot's user there."""
    scopes: tuple[str, ...] = ()
    """What it may do."""
