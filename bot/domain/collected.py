"""Messages that members wrote, with what they wanted: the decision is learnt from them, beside the phrasings."""

from __future__ import annotations

from dataclasses import dataclass

CONVERSATIONS = "conversations"
"""Kind of the files that hold whole conversations."""


@dataclass(frozen=True, slots=True)
class Collected:
    """One message."""

    says: str
    means: tuple[str, ...]
    """Ids of the entries that would be a fair answer, best first; at least one."""
    after: str = ""
    """Id of the entry that the message before was about; empty where there was none."""
    asks: str = ""
    """The clause that carries the request, in a long message; empty where the whole does."""
    place: tuple[str, str, int, int] = ("", "", 0, 0)
    """Where it stands: kind and name of the file, number of the message or conversation, number of the turn."""

    @property
    def conversation(self) -> tuple[str, str, int]:
        """What tells conversations apart: those of one were written by one person."""
        return self.place[:3]

    @property
    def in_conversation(self) -> bool:
        """Whether all that was said before it is at hand."""
        return self.place[0] == CONVERSATIONS
