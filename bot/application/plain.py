"""A reply as plain text: what a terminal, a log or a screen reader gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.reply import Citation, Reply, Table


def plain_text(reply: Reply) -> str:
    """All that a person reads, suggestions left out."""
    return "\n\n".join(part for part in _parts(reply) if part)


def _parts(reply: Reply) -> Iterator[str]:
    yield reply.text
    if reply.table:
        yield table_text(reply.table)
    yield "\n".join(f"Note: {notice}" for notice in reply.notices)
    yield reply.question
    yield sources_text(reply.citations, reply.page)


def more_text(reply: Reply) -> str:
    """The longer part; empty where there is none."""
    return "\n".join(part for part in (table_text(reply.more_rows) if reply.more_rows else "", reply.more) if part)


def table_text(table: Table) -> str:
    """One line a row, each value with the head it belongs to."""
    return "\n".join(
        f"- {row.label}: " + "; ".join(f"{head}: {value}" for head, value in zip(table.heads, row.values, strict=True))
        for row in table.rows
    )


def sources_text(citations: tuple[Citation, ...], page: str | None) -> str:
    """The line that says where it comes from and how old it is."""
    named = "; ".join(f"{citation.title} ({citation.day})" for citation in citations)
    official = f"Official page: {page}" if page else ""
    return "\n".join(part for part in (f"Source: {named}" if named else "", official) if part)
