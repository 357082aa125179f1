"""What the application needs from outside, as small protocols; adapters implement them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.feedback import Feedback
    from bot.domain.installation import Installation
    from bot.domain.message import Session


class SessionStore(Protocol):
    """The memory of conversations."""

    def get(self, conversation: str, now: datetime) -> Session | None:
        """Give the session of a conversation, or None where there is none or it has expired."""
        ...

    def put(self, conversation: str, session: Session) -> None:
        """Remember a session in the place of the one before."""
        ...

    def forget(self, person: str) -> int:
        """Forget every session of a person (conversations end in ":" and the person); returns how many there were."""
        ...


class FeedbackStore(Protocol):
    """What people made of the replies."""

    def add(self, feedback: Feedback) -> None:
        """Remember it."""
        ...

    def forget(self, person: str) -> int:
        """Forget all that a person gave; returns how much it was."""
        ...


class ActionStore(Protocol):
    """What buttons ask for, where that is too long for them; kept for a while."""

    def keep(self, key: str, text: str, conversation: str, now: datetime) -> None:
        """Keep a text by its key, or keep it for longer."""
        ...

    def find(self, key: str, now: datetime) -> str | None:
        """Give a text, or None where there is none or it has expired."""
        ...

    def forget(self, person: str) -> int:
        """Forget all that was offered to a person; returns how much it was."""
        ...


class DeliveryLog(Protocol):
    """Which deliveries of a platform were taken on: platforms send some of them again, to whichever replica."""

    def claim(self, key: str, now: datetime) -> bool:
        """Take a delivery on; False where that was done before. Remembered for at least ten minutes."""
        ...


class InstallationStore(Protocol):
    """The workspaces in which the bot is installed, with what it was granted there. Holds secrets."""

    def save(self, installation: Installation) -> None:
        """Keep an installation in the place of the one before."""
        ...

    def find(self, organisation: str, workspace: str) -> Installation | None:
        """That of the workspace, else that of the whole organisation, else None."""
        ...

    def delete(self, organisation: str, workspace: str) -> None:
        """Forget the installation of a workspace, or, without one, of a whole organisation; none is fine."""
        ...


@dataclass(frozen=True, slots=True)
class Stores:
    """All that is kept between two messages."""

    sessions: SessionStore
    feedback: FeedbackStore
    actions: ActionStore
