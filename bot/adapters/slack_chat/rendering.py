"""A reply as Block Kit, within Slack's limits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    ContextActionsBlock,
    ContextBlock,
    FeedbackButtonObject,
    FeedbackButtonsElement,
    MarkdownTextObject,
    PlainTextObject,
    RawTextObject,
    TableBlock,
)

from bot.adapters.slack_chat.escaping import escaped
from bot.adapters.slack_chat.rich_text import quotation, rich_text
from bot.application.action_texts import LONGEST_READ
from bot.application.headings import HEADINGS
from bot.application.plain import plain_text, sources_text, table_text
from bot.application.reacting import reactions
from bot.domain.actions import Judge
from bot.domain.reply import ReplyKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from slack_sdk.models.blocks import Block

    from bot.domain.actions import Action
    from bot.domain.reply import Reply, Suggestion, Table

PRESS = "certwise:press"
"""Begins the id of every button that carries an action."""
JUDGE = "certwise:press:judge"
LONGEST_VALUE = LONGEST_READ
"""Characters of what a button can carry."""
LONGEST_CARRIED = 1_200
"""Of a question in a button that shares it, percent-encoded; no action is nearly as long as the rest."""
LONGEST_LABEL = 75
MOST_BUTTONS = 25
"""In one block of them."""
MOST_ROWS = 100
LONGEST_FALLBACK = 3_900
"""Characters of the text that stands in for the blocks; Slack advises to stay below 4,000."""
CUT = " ..."


class Surface(Enum):
    """Where blocks are shown; not all of them are allowed everywhere."""

    MESSAGE = "message"
    PLAIN_MESSAGE = "plain message"
    """A message of blocks that every client and every plan knows."""
    MODAL = "modal"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message for Slack."""

    text: str
    """What notifications and screen readers get, escaped."""
    blocks: tuple[dict[str, Any], ...]
    """At most 50."""
    plainer: Callable[[], tuple[dict[str, Any], ...]]
    """Makes what is sent where Slack does not take the others: no table, and ordinary buttons for feedback."""


@dataclass(frozen=True, slots=True)
class Origin:
    """How a reply came about, as far as it is told or carried."""

    question: str = ""
    """What the person had typed."""
    sharable: bool = False
    """Whether only one person sees it, who may share it where it was asked."""
    asker: str = ""
    """Id of the person who shares it; empty where nobody does."""


def render(reply: Reply, write: Callable[[Action], str], origin: Origin) -> Rendered:
    """The message; ``write`` makes the texts that its buttons carry."""

    def blocks(surface: Surface) -> tuple[dict[str, Any], ...]:
        return tuple(blocks_of(reply, write, origin, surface))

    return Rendered(_fallback(reply, origin), blocks(Surface.MESSAGE), lambda: blocks(Surface.PLAIN_MESSAGE))


def render_text(text: str) -> Rendered:
    """A message of nothing but the bot's own words."""
    blocks = (rich_text(text).to_dict(),)
    return Rendered(_cut(escaped(text)), blocks, lambda: blocks)


def blocks_of(
    reply: Reply, write: Callable[[Action], str], origin: Origin, surface: Surface
) -> Iterator[dict[str, Any]]:
    """The blocks of a reply, as they are sent."""
    for block in _blocks(reply, write, origin, surface):
        yield block.to_dict()


def _blocks(reply: Reply, write: Callable[[Action], str], origin: Origin, surface: Surface) -> Iterator[Block]:
    if origin.asker:
        yield quotation(origin.asker, origin.question)
    yield rich_text(reply.text, heading=HEADINGS.get(reply.kind, ""))
    if reply.table:
        yield _table(reply.table, reply.kind) if surface is Surface.MESSAGE else rich_text(table_text(reply.table))
    for notice in reply.notices:
        yield rich_text(notice, heading="Note")
    if reply.question:
        yield rich_text("", heading=reply.question)
    if told := sources_text(reply.citations, reply.page):
        yield ContextBlock(elements=[MarkdownTextObject(text=_cut(escaped(told), LONGEST_VALUE), verbatim=False)])
    offered = reactions(reply, private=origin.sharable, question=_carried(origin.question))
    yield from _buttons("suggestions", reply.suggestions, write)
    judged = [one for one in offered if isinstance(one.action, Judge)]
    if surface is Surface.MESSAGE:
        yield from _buttons("reactions", (one for one in offered if one not in judged), write)
        yield from _feedback(judged, write)
    else:
        yield from _buttons("reactions", offered, write)


def _carried(question: str) -> str:
    """As much of a question as a button can carry besides what it asks for."""
    while len(quote(question)) > LONGEST_CARRIED:
        question = question[: len(question) * 3 // 4].rstrip() + CUT
    return question


def _table(table: Table, kind: ReplyKind) -> TableBlock:
    """Columns as in the reply, the labels of its rows before them."""
    corner = "Fact" if kind is ReplyKind.COMPARE else "Certification"
    rows = [(corner, *table.heads), *((row.label, *row.values) for row in table.rows)]
    cells = [[RawTextObject(text=cell or "-") for cell in row] for row in rows[:MOST_ROWS]]
    return TableBlock(rows=cells, column_settings=[{"is_wrapped": True} for _ in rows[0]])


def _buttons(name: str, suggestions: Iterable[Suggestion], write: Callable[[Action], str]) -> Iterator[ActionsBlock]:
    buttons = [
        ButtonElement(
            text=PlainTextObject(text=suggestion.label[:LONGEST_LABEL], emoji=True),
            action_id=f"{PRESS}:{name}:{number}",
            value=write(suggestion.action),
        )
        for number, suggestion in enumerate(suggestions)
    ]
    if buttons:
        yield ActionsBlock(elements=buttons[:MOST_BUTTONS])


def _feedback(judged: list[Suggestion], write: Callable[[Action], str]) -> Iterator[ContextActionsBlock]:
    if judged:
        helpful, unhelpful = (
            FeedbackButtonObject(text=PlainTextObject(text=one.label, emoji=True), value=write(one.action))
            for one in judged
        )
        buttons = FeedbackButtonsElement(action_id=JUDGE, positive_button=helpful, negative_button=unhelpful)
        yield ContextActionsBlock(elements=[buttons])


def _fallback(reply: Reply, origin: Origin) -> str:
    asked = f"<@{origin.asker}>: {escaped(origin.question)}\n\n" if origin.asker else ""
    return _cut(f"{asked}{escaped(plain_text(reply))}")


def _cut(text: str, most: int = LONGEST_FALLBACK) -> str:
    """At most so many characters, never in the middle of an escaped sign."""
    if len(text) <= most:
        return text
    start, escape, rest = text[: most - len(CUT)].rpartition("&")
    return (start if escape and ";" not in rest else f"{start}{escape}{rest}") + CUT
