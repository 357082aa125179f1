"""Replies as cards. Texts go in as ``Text``, never as markup: what looks like markup is shown as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.panel import Panel
from rich.table import Table as Grid
from rich.text import Text

from bot.adapters.terminal_chat.conversation import offer_heading
from bot.adapters.terminal_chat.harmless import harmless
from bot.application.plain import sources_text
from bot.domain.reply import ReplyKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from bot.domain.reply import Reply, Table

WIDEST = 96
"""Longer lines are hard to read."""
FRAMED_FROM = 60
"""From this width on there is room for a frame at the sides."""
COLUMN = 17
"""A column narrower than this breaks every other word; the table is then told row by row."""
FRAME = 4

_HEADINGS: dict[ReplyKind, tuple[str, str]] = {
    ReplyKind.ANSWER: ("Answer", "green"),
    ReplyKind.RECOMMEND: ("Recommendation", "magenta"),
    ReplyKind.COMPARE: ("Comparison", "cyan"),
    ReplyKind.CLARIFY: ("Did you mean", "yellow"),
    ReplyKind.DECLINE: ("I don't know", "red"),
    ReplyKind.SMALLTALK: ("Certwise", "blue"),
}


def reply_card(reply: Reply, width: int) -> RenderableType:
    """A reply with its suggestions beneath."""
    title, colour = _HEADINGS[reply.kind]
    body = _spaced(_parts(reply, min(width, WIDEST) - FRAME))
    parts: list[RenderableType] = [_framed(title, colour, body, width)]
    if reply.has_more:
        parts.append(_text("There is a longer part: type more", "dim"))
    if reply.suggestions:
        parts += [_text(offer_heading(reply), "bold"), offers(one.label for one in reply.suggestions)]
    return Group(*parts)


def text_card(title: str, text: str, width: int) -> RenderableType:
    """A card that holds only a text."""
    return _framed(title, "green", _spaced([_body(text)]), width)


def offers(labels: Iterable[str]) -> RenderableType:
    """What can be picked, with the numbers that pick it."""
    return Group(*(_hanging(f"  {number}.", _text(label)) for number, label in enumerate(labels, 1)))


def _framed(title: str, colour: str, body: RenderableType, width: int) -> Panel:
    """The frame: with sides where there is room for them."""
    frame = box.ROUNDED if width >= FRAMED_FROM else box.HORIZONTALS
    return Panel(
        body,
        box=frame,
        title=_text(title, f"bold {colour}"),
        title_align="left",
        border_style=colour,
        width=min(width, WIDEST),
    )


def _parts(reply: Reply, room: int) -> Iterator[RenderableType]:
    yield _body(reply.text)
    if reply.table:
        columns = len(reply.table.heads) + 1
        yield _grid(reply.table) if room >= columns * COLUMN else _stack(reply.table)
    for notice in reply.notices:
        yield Text.assemble(("Note: ", "bold reverse yellow"), (harmless(notice), "yellow"))
    if reply.question:
        yield _text(reply.question, "bold")
    if told := sources_text(reply.citations, reply.page):
        yield _text(told, "dim")


def _body(text: str) -> RenderableType:
    """Paragraphs and lists; what follows a dash is set in as a block."""
    lines = harmless(text).split("\n")
    return Group(*(_hanging("-", _text(line[2:])) if line.startswith("- ") else _text(line) for line in lines))


def _grid(table: Table) -> RenderableType:
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    grid.add_column("", style="bold")
    for head in table.heads:
        grid.add_column(_text(head))
    for row in table.rows:
        grid.add_row(_text(row.label), *(_text(value) for value in row.values))
    return grid


def _stack(table: Table) -> RenderableType:
    lines: list[RenderableType] = []
    for row in table.rows:
        lines.append(_text(row.label, "bold"))
        for head, value in zip(table.heads, row.values, strict=True):
            lines.append(_hanging("-", Text.assemble((harmless(f"{head}: "), "dim"), harmless(value))))
    return Group(*lines)


def _hanging(sign: str, text: Text) -> RenderableType:
    grid = Grid.grid(padding=(0, 1))
    grid.add_row(Text(sign), text)
    return grid


def _spaced(parts: Iterable[RenderableType]) -> Group:
    """The parts with a blank line between each two."""
    lines = [line for part in parts for line in (Text(), part)]
    return Group(*lines[1:])


def _text(text: str, style: str = "") -> Text:
    return Text(harmless(text), style)
