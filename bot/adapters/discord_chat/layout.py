"""A reply as a layout of components: readable on a phone, within Discord's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.adapters.discord_chat.buttons import AnswerButton
from bot.adapters.discord_chat.escaping import escaped
from bot.application.headings import HEADINGS
from bot.application.plain import sources_text
from bot.application.reacting import reactions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.domain.actions import Action
    from bot.domain.reply import Reply, Suggestion, Table

MOST_CHARACTERS = 4_000
"""Of all texts of a message together; Discord's limit, which the library does not check."""
MOST_ROW = 5
"""Buttons in a row."""
LONGEST_LABEL = 80
CUT = " ..."


def layout_of(reply: Reply, write: Callable[[Action], str], *, private: bool) -> ui.LayoutView:
    """The layout; needs a running event loop, as the library's views do.

    ``write`` makes the texts that its buttons carry; what is ``private`` only one person sees, and may want to share.
    """
    view = ui.LayoutView(timeout=None)
    for text in _within(list(_texts(reply)), MOST_CHARACTERS):
        view.add_item(ui.TextDisplay(text))
    rows = (
        (reply.suggestions, discord.ButtonStyle.primary),
        (reactions(reply, private=private), discord.ButtonStyle.secondary),
    )
    taken: set[str] = set()
    for suggestions, style in rows:
        buttons = list(_buttons(suggestions, style, write, taken))
        if buttons:
            view.add_item(ui.ActionRow(*buttons))
    return view


def text_layout(text: str) -> ui.LayoutView:
    """A layout of nothing but the bot's own words, in Discord's markdown."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay(text[:MOST_CHARACTERS]))
    return view


def _texts(reply: Reply) -> Iterator[str]:
    heading = HEADINGS.get(reply.kind)
    yield f"**{heading}**\n{escaped(reply.text)}" if heading else escaped(reply.text)
    if reply.table:
        yield from _rows(reply.table)
    for notice in reply.notices:
        yield f"**Note:** {escaped(notice)}"
    if reply.question:
        yield f"**{escaped(reply.question)}**"
    if told := sources_text(reply.citations, reply.page):
        yield "\n".join(f"-# {escaped(line)}" for line in told.split("\n"))


def _rows(table: Table) -> Iterator[str]:
    """One text an attribute: columns would not fit on a phone."""
    for row in table.rows:
        values = zip(table.heads, row.values, strict=True)
        yield "\n".join(
            [f"**{escaped(row.label)}**", *(f"- {escaped(head)}: {escaped(value)}" for head, value in values)]
        )


def _within(texts: list[str], most: int) -> Iterator[str]:
    """The texts as far as they fit together; the one that does not is cut, and those behind it are left out."""
    left = most
    for text in texts:
        if len(text) > left:
            if left > len(CUT):
                yield text[: left - len(CUT)] + CUT
            return
        left -= len(text)
        yield text


def _buttons(
    suggestions: Iterable[Suggestion], style: discord.ButtonStyle, write: Callable[[Action], str], taken: set[str]
) -> Iterator[AnswerButton]:
    """A row of them; no two buttons of a message may carry the same text."""
    for suggestion in tuple(suggestions)[:MOST_ROW]:
        text = write(suggestion.action)
        if text not in taken:
            taken.add(text)
            yield AnswerButton(ui.Button(label=suggestion.label[:LONGEST_LABEL], custom_id=text, style=style))
