"""A reply as a layout of components: readable on a phone, within Discord's limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.adapters.discord_chat import custom_ids
from bot.adapters.discord_chat.buttons import AnswerButton
from bot.adapters.discord_chat.escaping import escaped
from bot.application.plain import sources_text
from bot.domain.reply import ReplyKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.reply import Reply, Table

MOST_CHARACTERS = 4_000
"""Of all texts of a message together; Discord's limit, which the library does not check."""
MOST_ROW = 5
"""Buttons in a row."""
LONGEST_LABEL = 80
CUT = " ..."
HEADINGS = {
    ReplyKind.RECOMMEND: "Recommendation",
    ReplyKind.COMPARE: "Comparison",
    ReplyKind.CLARIFY: "Did you mean",
}
"""Said above a reply in words, since colour alone says nothing to many people."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What decides, besides the reply, which buttons stand below it."""

    question: str = ""
    """The utterance that was answered; what asks for more of it carries it along."""
    private: bool = False
    """Whether only the person sees it, so that it can be shared."""


def layout_of(reply: Reply, shown: Shown) -> ui.LayoutView:
    """The layout; needs a running event loop, as the library's views do."""
    view = ui.LayoutView(timeout=None)
    for text in _within(list(_texts(reply)), MOST_CHARACTERS):
        view.add_item(ui.TextDisplay(text))
    for row in (_suggestions(reply), _reactions(reply, shown)):
        if row:
            view.add_item(ui.ActionRow(*row))
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


def _suggestions(reply: Reply) -> list[AnswerButton]:
    made: list[AnswerButton] = []
    for suggestion in reply.suggestions[:MOST_ROW]:
        id_ = custom_ids.custom_id(custom_ids.ASK, suggestion.utterance)
        if id_ and id_ not in [button.custom_id for button in made]:
            made.append(_button(suggestion.label, id_, discord.ButtonStyle.primary))
    return made


def _reactions(reply: Reply, shown: Shown) -> list[AnswerButton]:
    """More, share and feedback, as far as they make sense below this reply."""
    wanted = []
    if reply.more:
        wanted.append(("More", custom_ids.MORE, shown.question))
    if shown.private and reply.kind is not ReplyKind.DECLINE:
        wanted.append(("Share in this channel", custom_ids.SHARE, shown.question))
    if reply.topic and reply.kind not in (ReplyKind.SMALLTALK, ReplyKind.CLARIFY):
        wanted += [("👍 Helpful", custom_ids.HELPFUL, reply.topic), ("👎 Not right", custom_ids.UNHELPFUL, reply.topic)]
    ids = ((label, custom_ids.custom_id(action, text)) for label, action, text in wanted)
    return [_button(label, id_, discord.ButtonStyle.secondary) for label, id_ in ids if id_]


def _button(label: str, id_: str, style: discord.ButtonStyle) -> AnswerButton:
    return AnswerButton(ui.Button(label=label[:LONGEST_LABEL], custom_id=id_, style=style))
