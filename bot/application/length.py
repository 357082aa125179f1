"""Keeps a reply short: what goes beyond the limit is shown when asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.plain import plain_text, table_text
from bot.domain.reply import Table

if TYPE_CHECKING:
    from bot.domain.reply import Reply

MOST_CHARACTERS = 900
"""Of all that a person reads, sources included: about what a phone shows without scrolling twice."""


def shorten(reply: Reply, most: int = MOST_CHARACTERS) -> Reply:
    """Move rows, lines or paragraphs, the last first, to the longer part until the reply fits.

    The first line stays whatever its length, and no line is cut.
    """
    short, moved = reply, list[str]()
    while len(plain_text(short)) > most:
        shorter, part = _without_last(short)
        if not part:
            break
        short, moved = shorter, [part, *moved]
    if not moved:
        return reply
    return replace(short, more="\n".join([*moved, *([f"\n{reply.more}"] if reply.more else [])]))


def _without_last(reply: Reply) -> tuple[Reply, str]:
    """The reply without its last row or line, and that; nothing where only the first is left."""
    table = reply.table
    if table is not None and len(table.rows) > 1:
        *rows, last = table.rows
        return replace(reply, table=Table(table.heads, tuple(rows))), table_text(Table(table.heads, (last,)))
    head, _, last_line = reply.text.rstrip().rpartition("\n")
    if not head.strip():
        return reply, ""
    return replace(reply, text=head.rstrip()), last_line
