"""What a button carries: everything that is needed to answer it, so that it works after a restart and a new release."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 100
"""Characters of a custom id; Discord's limit."""
VERSION = "v1"
ASK, MORE, WHY, SHARE, HELPFUL, UNHELPFUL = "ask", "more", "why", "share", "up", "down"
ACTIONS = (ASK, MORE, WHY, SHARE, HELPFUL, UNHELPFUL)
TEMPLATE = re.compile(rf"{VERSION}:(?P<action>{'|'.join(ACTIONS)}):(?P<text>.*)", re.DOTALL)
"""Ids of this release."""
OTHER = re.compile(r"v\d+:.*", re.DOTALL)
"""Ids of any release: what is not of this one is answered politely."""


@dataclass(frozen=True, slots=True)
class Press:
    """What pressing a button asks for."""

    action: str
    """One of ACTIONS."""
    text: str
    """The utterance it stands for; for feedback the topic of the reply."""


def custom_id(action: str, text: str) -> str | None:
    """The id of a button; None where the text is too long to be carried."""
    made = f"{VERSION}:{action}:{text}"
    return made if len(made) <= LONGEST else None


def read_custom_id(made: str) -> Press | None:
    """What an id asks for; None for one of another release."""
    match = TEMPLATE.fullmatch(made)
    return Press(match["action"], match["text"]) if match else None
