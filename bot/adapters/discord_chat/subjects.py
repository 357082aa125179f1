"""What threads are about: somebody who joins in need not say it again."""

from __future__ import annotations

from collections import OrderedDict
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


class Subjects:
    """What was last answered in each thread, in the memory of this process."""

    def __init__(self) -> None:
        self._subjects: OrderedDict[int, tuple[int, Answered]] = OrderedDict()

    def find(self, place: Place, now: datetime) -> Action | None:
        """What was last answered there; None where nothing was, or not lately.

        Of advice to somebody else it is what was advised: what they told of themselves holds for nobody else.
        """
        person, answered = self._subjects.get(place.channel, (0, None))
        if answered is None or now - answered.sent > EXPIRY:
            return None
        if person == place.user or not isinstance(answered.action, PERSONAL):
            return answered.action
        return Describe(certifications=answered.certifications[:1]) if answered.certifications else None

    def keep(self, place: Place, answered: Answered) -> None:
        """Remember what was answered for everybody to read; nothing outside of a thread."""
        if place.parent is None or answered.action is None:
            return
        self._subjects[place.channel] = (place.user, answered)
        self._subjects.move_to_end(place.channel)
        if len(self._subjects) > CAPACITY:
            self._subjects.popitem(last=False)
