"""What arrives from a person, and the memory of a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.context import SpokenOf
from bot.domain.learner import NOBODY, Profile

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.actions import Action
    from bot.domain.reply import Suggestion


@dataclass(frozen=True, slots=True)
class Message:
    """An utterance, or what a button, a command or a form asks for, with who, where and when."""

    utterance: str
    conversation: str
    """Key of the session: a direct message, a thread, or one person in a channel."""
    sent: datetime
    """With time zone."""
    command: str = ""
    """Id of the request that a command asks for outright, e.g. "recommend"; empty for plain talk."""
    action: Action | None = None
    """What is asked for without words; the utterance is then empty."""
    about: Action | None = None
    """What was answered by the message that this one replies to, whoever had asked; None where it replies to none."""


def message_of(
    asked: str | Action, conversation: str, sent: datetime, command: str = "", about: Action | None = None
) -> Message:
    """A message of what was said, or of what is asked for without words."""
    if isinstance(asked, str):
        return Message(asked, conversation, sent, command, about=about)
    return Message("", conversation, sent, action=asked)


@dataclass(frozen=True, slots=True)
class Session:
    """The slots of one conversation: what a follow-up may leave out."""

    updated: datetime
    certifications: tuple[str, ...] = ()
    """What was last spoken of, the main one first."""
    attributes: tuple[str, ...] = ()
    """What was last asked of them."""
    topic: str = ""
    """Id of the entry, attribute or card that last answered, or the request: "compare", "list", "recommend"."""
    recent: tuple[str, ...] = ()
    """Ids of the certifications spoken of lately, newest first: "compare those two"."""
    row: tuple[str, ...] = ()
    """Ids of the last two or more certifications spoken of at once, in their order: "the latter"."""
    since_row: int = 0
    """How many replies about a single certification came since."""
    listed: tuple[str, ...] = ()
    """Ids of the certifications of the list last given: "only the cheap ones" chooses among them."""
    profile: Profile = NOBODY
    """What was said of the person who asks for advice."""
    suggestions: tuple[Suggestion, ...] = ()
    """The buttons last offered, in their order: "2" picks the second."""
    unanswered: str = ""
    """The utterance that the suggestions stood in for an answer to; empty where they came beside an answer."""
    further: tuple[Suggestion, ...] = ()
    """What is suggested next, if it is none of those."""
    action: Action | None = None
    """What was last answered: "tell me more" and "says who?" are about it."""
    first: Action | None = None
    """What was first answered."""
    has_more: bool = False
    """Whether the last reply has a longer part."""
    has_sources: bool = False
    """Whether the last reply names its sources."""
    own: str = ""
    """Id of the certification last spoken of for the person who asks."""
    theirs: str = ""
    """The same for somebody else, for whom the person asked too."""
    pick: str = ""
    """Id of the certification last advised."""
    for_another: bool = False
    """Whether it is somebody else that is spoken of."""
    spoken_of: SpokenOf = SpokenOf.NOTHING
    """What the conversation has been about."""
    advising: bool = False
    """Whether the last reply was advice, which more words about the person refine."""
    asked: tuple[str, ...] = ()
    """Ids of the adviser's questions that were asked of the person."""

    @property
    def together(self) -> tuple[str, ...]:
        """Ids of what "them" means: the row; after several single ones those, in the order they were spoken of."""
        lately = tuple(reversed(self.recent[: self.since_row]))
        return lately if len(lately) > 1 else self.row
