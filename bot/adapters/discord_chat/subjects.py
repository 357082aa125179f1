"""What threads are about: somebody who joins in need not say it again."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.actions import Advise, AdviseCheaper, Describe, ExplainAdvice

if TYPE_CHECKING:
    from datetime import datetime

    from bot.adapters.discord_chat.core_thread import Answered
    from bot.adapters.discord_chat.places import Place
    from bot.domain.actions import Action

EXPIRY = timedelta(minutes=15)
"""As long as a session."""
PERSONAL = (Advise, AdviseCheaper, ExplainAdvice)
"""What is answered with what a person told of themselves."""
CAPACITY = 2_000
"""Threads; beyond, the one that was quiet for longest is forgotten."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What was answered in a thread."""

    action: Action
    certifications: tuple[str, ...]
    """Ids of those that the answer speaks of."""
    person: int
    """Id of the person who had asked."""
    since: datetime


class Subjects:
    """What was last answered in each thread, in the memory of this process."""

    def __init__(self) -> None:
        self._subjects: OrderedDict[int, Subject] = OrderedDict()

    def find(self, place: Place, now: datetime) -> Action | None:
        """What was last answered there to somebody else; None where nothing was, or not lately.

        Of advice it is what was advised: what people tell of themselves holds for nobody else.
        """
        subject = self._subjects.get(place.channel)
        if subject is None or subject.person == place.user or now - subject.since > EXPIRY:
            return None
        if not isinstance(subject.action, PERSONAL):
            return subject.action
        return Describe(certifications=subject.certifications[:1]) if subject.certifications else None

    def keep(self, place: Place, answered: Answered) -> None:
        """Remember what was answered for everybody to read; nothing outside of a thread."""
        if place.parent is None or answered.action is None:
            return
        self._subjects[place.channel] = Subject(answered.action, answered.certifications, place.user, answered.sent)
        self._subjects.move_to_end(place.channel)
        if len(self._subjects) > CAPACITY:
            self._subjects.popitem(last=False)

    def forget(self, person: int) -> int:
        """Forget what was answered to a person; gives in how many threads."""
        theirs = [thread for thread, subject in self._subjects.items() if subject.person == person]
        for thread in theirs:
            del self._subjects[thread]
        return len(theirs)
