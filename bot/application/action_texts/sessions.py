"""Sessions as texts, for what keeps them outside of the process."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.application.action_texts.forms import action_part, suggestions_part
from bot.application.action_texts.parts import (
    COUNT,
    FLAG,
    WORDS,
    Part,
    bracketed,
    maybe,
    one_id,
    one_of,
    or_else,
    record,
)
from bot.application.action_texts.values import Ids, profile_part
from bot.domain.context import SpokenOf
from bot.domain.message import Session

if TYPE_CHECKING:
    from bot.domain.actions import Action
    from bot.domain.knowledge import Knowledge


class SessionTexts:
    """Writes and reads sessions, and actions of any length, about one knowledge base.

    The one thing that is left out is ``Session.unanswered``: words of people are not written down.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        action = action_part(knowledge)
        self._action = maybe(action)
        self._session = maybe(record(Session, _fields(knowledge, bracketed(action))))

    def write(self, session: Session | None) -> str:
        """ASCII, empty for none."""
        return self._session.write(session)

    def read(self, text: str) -> Session | None:
        """The session; None where it is none of this release's, or speaks of what is no longer known."""
        session: Session | None = _read(self._session, text)
        return session

    def write_action(self, action: Action | None) -> str:
        """Likewise for an action."""
        return self._action.write(action)

    def read_action(self, text: str) -> Action | None:
        """Likewise."""
        action: Action | None = _read(self._action, text)
        return action


# Any: the parts of a session are of different types, which no mapping can say.
def _fields(knowledge: Knowledge, action: Part[Action]) -> dict[str, Part[Any]]:
    ids = Ids.of(knowledge)
    one, offered = or_else(one_id(ids.cards), ""), suggestions_part(action)
    spoken_of = one_of({str(number): one for number, one in enumerate(SpokenOf)})
    return {
        "updated": _MOMENT,
        "certifications": ids.cards,
        "attributes": ids.attributes,
        "topic": WORDS,
        "recent": ids.cards,
        "row": ids.cards,
        "since_row": COUNT,
        "listed": ids.cards,
        "profile": profile_part(ids),
        "suggestions": offered,
        "further": offered,
        "action": maybe(action),
        "first": maybe(action),
        "has_more": FLAG,
        "has_sources": FLAG,
        "own": one,
        "theirs": one,
        "pick": one,
        "for_another": FLAG,
        "spoken_of": spoken_of,
        "advising": FLAG,
        "asked": ids.questions,
    }


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


_MOMENT: Part[datetime] = Part(datetime.isoformat, _moment)


def _read(part: Part[Any], text: str) -> Any:
    try:
        return part.read(text)
    except (ValueError, RecursionError):
        return None
