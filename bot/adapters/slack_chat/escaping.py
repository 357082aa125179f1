"""Texts to and from Slack's mark-up.

Replies are sent as rich text, in which nothing that people typed means anything; only what stands in for it in
notifications, and the names of sources, are marked up and need escaping.
"""

from __future__ import annotations

import re

MOST_CHARACTERS = 2_000
"""Of a question; no platform lets anybody type a longer one."""
_MENTION = re.compile(r"<@[A-Z0-9]+(?:\|[^>]*)?>")
_LABELLED = re.compile(r"<(?:[#!]?[^<>|]*)\|([^<>]*)>")
_BARE = re.compile(r"<[#!]?([^<>|]*)>")


def escaped(text: str) -> str:
    """Plain text as Slack must get it to show it as it is: no link, no ping, no ``<!channel>`` gets through."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def question_in(text: str) -> str:
    """The words of a message as they were typed, without mentions and mark-up."""
    words = _BARE.sub(r"\1", _LABELLED.sub(r"\1", _MENTION.sub(" ", text)))
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")[:MOST_CHARACTERS].strip()
