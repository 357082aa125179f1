"""What the application needs from outside, as small protocols; adapters implement them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.community import CommunityChoices
    from bot.domain.exchange import Exchange
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


class ExchangeLog(Protocol):
    """Which message answers which, each kept for a day: an answer is corrected or removed with its question."""

    def keep(self, exchange: Exchange) -> None:
        """Remember it, in the place of one with the same answer."""
        ...

    def of_question(self, question: str, now: datetime) -> Exchange | None:
        """The latest by the key of its question; None where there is none or it has expired."""
        ...

    def of_answer(self, answer: str, now: datetime) -> Exchange | None:
        """Likewise by the key of its answer."""
        ...

    def drop(self, answer: str) -> None:
        """Forget one by the key of its answer; none is fine."""
        ...

    def forget(self, person: str) -> int:
        """Forget all that a person asked; returns how much it was."""
        ...


class CommunityStore(Protocol):
    """What moderators have chosen, by the key of their community."""

    def find(self, community: str) -> CommunityChoices:
        """Give it, ``AS_IT_COMES`` where nobody has chosen."""
        ...

    def save(self, community: str, choices: CommunityChoices) -> None:
        """Keep it in the place of what was chosen before. Raises OSError where it cannot be kept."""
        ...


class RegistrationLog(Protocol):
    """What was last registered with a platform: to register it again costs of what a platform allows in a day."""

    def find(self, application: str) -> str:
        """The digest of what is registered for an application; empty where that is not known."""
        ...

    def save(self, application: str, digest: str) -> None:
        """Remember it. Raises OSError where it cannot be kept."""
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
class PlatformStores:
    """All that a platform keeps beside conversations."""

    exchanges: ExchangeLog
    communities: CommunityStore
    registrations: RegistrationLog


@dataclass(frozen=True, slots=True)
class Stores:
    """All that is kept between two messages."""

    sessions: SessionStore
    feedback: FeedbackStore
    actions: ActionStore
