"""Texts made harmless for Discord: what people typed must not format, ping, link or invite."""

from __future__ import annotations

import re

from discord.utils import escape_markdown, escape_mentions

_BREAK = "\u200b"
"""A space without width: breaks up what would be taken for something else, and is not seen."""
_INVITE = re.compile(r"(discord(?:app)?)(\.(?:gg|com/invite)|://)", re.IGNORECASE)
_TAG = re.compile(r"<(?=[#/:@]|a:|t:|id:)")
"""Begins a channel, a command, an emoji, a person or a role, a time, or a place of the server."""
_LINK = re.compile(r"(?<!<)(https?://[^\s<>]+)")
LIST = "- "


def escaped(text: str) -> str:
    """Plain text as Discord must get it to show it as it is; lines that start with "- " stay list items."""
    return "\n".join(_line(line) for line in text.split("\n"))


def escaped_line(text: str) -> str:
    """The same as one line that is no list item."""
    return _harmless(" ".join(text.split()))


def _line(line: str) -> str:
    if line.startswith(LIST):
        return LIST + _harmless(line.removeprefix(LIST))
    return _harmless(line)


def _harmless(text: str) -> str:
    """Links are put in angle brackets, so that no preview unfolds."""
    broken_up = _TAG.sub(f"<{_BREAK}", _INVITE.sub(rf"\1{_BREAK}\2", text))
    return _LINK.sub(r"<\1>", escape_mentions(escape_markdown(broken_up)))
