"""What is kept of platforms, in this process's memory."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.domain.community import AS_IT_COMES

if TYPE_CHECKING:
    from bot.domain.community import CommunityChoices
    from bot.domain.exchange import Exchange
    from bot.domain.installation import Installation

EXCHANGE_EXPIRY = timedelta(days=1)
"""How long an answer is corrected or removed with its question."""
CAPACITY = 10_000
"""Exchanges kept; beyond, the oldest is forgotten."""
DELIVERY_EXPIRY = timedelta(minutes=15)
"""How long a delivery is known again: Slack sends an event for the last time after six minutes."""


class MemoryDeliveries:
    """See ``bot.application.ports.DeliveryLog``."""

    def __init__(self, expiry: timedelta = DELIVERY_EXPIRY) -> None:
        self._expiry = expiry
        self._claimed: OrderedDict[str, datetime] = OrderedDict()

    def claim(self, key: str, now: datetime) -> bool:
        """Take it on, unless that was done before."""
        while self._claimed and now - next(iter(self._claimed.values())) > self._expiry:
            self._claimed.popitem(last=False)
        if key in self._claimed:
            return False
        self._claimed[key] = now
        return True


class MemoryExchanges:
    """See ``bot.application.ports.ExchangeLog``; beyond the capacity the oldest is forgotten."""

    def __init__(self, expiry: timedelta = EXCHANGE_EXPIRY, capacity: int = CAPACITY) -> None:
        self._expiry = expiry
        self._capacity = capacity
        self._exchanges: OrderedDict[str, Exchange] = OrderedDict()
        self._answers: dict[str, str] = {}
        """Keys of answers by those of their questions."""

    def keep(self, exchange: Exchange) -> None:
        """Keep it."""
        self.expire(exchange.sent)
        self._exchanges[exchange.answer] = exchange
        if exchange.question:
            self._answers[exchange.question] = exchange.answer
        if len(self._exchanges) > self._capacity:
            self.drop(next(iter(self._exchanges)))

    def of_question(self, question: str, now: datetime) -> Exchange | None:
        """Find it."""
        return self.of_answer(self._answers.get(question, ""), now)

    def of_answer(self, answer: str, now: datetime) -> Exchange | None:
        """Find it."""
        found = self._exchanges.get(answer)
        return found if found and now - found.sent <= self._expiry else None

    def drop(self, answer: str) -> None:
        """Forget it."""
        gone = self._exchanges.pop(answer, None)
        if gone is not None and self._answers.get(gone.question) == answer:
            del self._answers[gone.question]

    def forget(self, person: str) -> int:
        """Forget what a person asked."""
        theirs = [one.answer for one in self._exchanges.values() if one.conversation.endswith(f":{person}")]
        for answer in theirs:
            self.drop(answer)
        return len(theirs)

    def expire(self, now: datetime) -> None:
        """Forget what is over."""
        while self._exchanges and now - next(iter(self._exchanges.values())).sent > self._expiry:
            self.drop(next(iter(self._exchanges)))

    def all(self) -> tuple[Exchange, ...]:
        """What is remembered, the oldest first."""
        return tuple(self._exchanges.values())


class MemoryCommunities:
    """See ``bot.application.ports.CommunityStore``."""

    def __init__(self) -> None:
        self._choices: dict[str, CommunityChoices] = {}

    def find(self, community: str) -> CommunityChoices:
        """Find it."""
        return self._choices.get(community, AS_IT_COMES)

    def save(self, community: str, choices: CommunityChoices) -> None:
        """Keep it."""
        self._choices[community] = choices


class MemoryRegistrations:
    """See ``bot.application.ports.RegistrationLog``."""

    def __init__(self) -> None:
        self._digests: dict[str, str] = {}

    def find(self, application: str) -> str:
        """Find it."""
        return self._digests.get(application, "")

    def save(self, application: str, digest: str) -> None:
        """Keep it."""
        self._digests[application] = digest


class MemoryInstallations:
    """See ``bot.application.ports.InstallationStore``."""

    def __init__(self) -> None:
        self._installations: dict[tuple[str, str], Installation] = {}

    def save(self, installation: Installation) -> None:
        """Keep it."""
        self._installations[installation.organisation, installation.workspace] = installation

    def find(self, organisation: str, workspace: str) -> Installation | None:
        """Find it."""
        own = self._installations.get((organisation, workspace))
        return own or (self._installations.get((organisation, "")) if organisation else None)

    def delete(self, organisation: str, workspace: str) -> None:
        """Forget it."""
        self._installations.pop((organisation, workspace), None)
