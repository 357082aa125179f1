"""Keeps a reply short: what goes beyond the limit is shown when asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.application.plain import plain_text
from bot.domain.reply import Table

if TYPE_CHECKING:
    from bot.domain.reply import Reply

MOST_CHARACTERS = 900
"""Of all that a person reads, sources included: about what a phone shows without scrolling twice."""


def shorten(reply: Reply, most: int = MOST_CHARACTERS) -> Reply:
    """Move rows, lines or paragraphs, the last first, to the longer part until the reply fits.

    The first line stays whatever its length, and no line is cut.
    """
    short, lines = reply, list[str]()
    while len(plain_text(short)) > most:
        if short.table is not None and len(short.table.rows) > 1:
            short = _without_last_row(short, short.table)
            continue
        head, _, last_line = short.text.rstrip().rpartition("\n")
        if not head.strip():
            break
        short, lines = replace(short, text=head.rstrip()), [last_line, *lines]
    if not lines:
        return short
    return replace(short, more="\n".join([*lines, *([f"\n{reply.more}"] if reply.more else [])]))


def _without_last_row(reply: Reply, table: Table) -> Reply:
    """The same with the last row among those that are shown when asked for."""
    *rows, last = table.rows
    moved = reply.more_rows.rows if reply.more_rows else ()
    return replace(reply, table=Table(table.heads, tuple(rows)), more_rows=Table(table.heads, (last, *moved)))
