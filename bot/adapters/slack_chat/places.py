"""Where something is asked on Slack, and by whom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A person in a channel, a thread or a direct message."""

    team: str
    """Id of the workspace, or of the organisation where the app is installed for all of it."""
    channel: str
    """Id; empty in the App Home and in a modal that was opened there."""
    user: str
    thread: str = ""
    """Timestamp of the message that begins the thread; empty outside of one."""

    @property
    def person(self) -> str:
        """The person everywhere on Slack: ids of users are those of a workspace."""
        return f"{self.team}.{self.user}"

    @property
    def conversation(self) -> str:
        """The key of the session: one person in one thread, channel or direct message."""
        return f"slack:{self.channel}:{self.thread}:{self.person}"
