"""A reply as texts, buttons and menus, within Discord's limits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.adapters.discord_chat.escaping import escaped, escaped_line
from bot.application.action_texts import LONGEST
from bot.application.headings import HEADINGS
from bot.application.plain import sources_text
from bot.application.reacting import reactions
from bot.domain.actions import Share
from bot.domain.reply import ReplyKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.application.action_texts import Writer
    from bot.domain.reply import Menu, Reply, Suggestion, Table

MOST_CHARACTERS = 4_000
"""Of all texts of a message together; Discord's limit, which the library does not check."""
MOST_TEXTS = 18
"""Of a message, so that they and its buttons and menus stay below the 40 components that Discord takes."""
MOST_ROW = 5
"""Buttons in a row."""
LONGEST_LABEL = 80
LONGEST_OPTION = 100
CUT = " ..."
ASKED = "-# You asked: "
"""Begins the text in which a private answer repeats what was typed; a button below it shares that too."""
ACCENTS = {
    ReplyKind.RECOMMEND: 0x2E8B57,
    ReplyKind.COMPARE: 0x4169E1,
    ReplyKind.CLARIFY: 0xC08A00,
}
"""Colours of the bar beside some kinds of reply, as 0xRRGGBB: decoration, the heading says what it is."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button with words."""

    label: str
    text: str
    """What it carries; unlike that of any other in its message."""
    primary: bool


@dataclass(frozen=True, slots=True)
class Options:
    """A menu of which one option is picked."""

    label: str
    options: tuple[tuple[str, str], ...]
    """What each shows, and what it carries."""
    chosen: str | None
    """What the one carries that is shown as picked."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message for Discord."""

    texts: tuple[str, ...]
    """In Discord's markdown, at most MOST_CHARACTERS together."""
    accent: int | None = None
    above: str = ""
    """A text that stands above the others: who asked what."""
    rows: tuple[tuple[Button, ...], ...] = ()
    menus: tuple[Options, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """How a reply came about, as far as it is told or carried."""

    question: str = ""
    """What the person had typed."""
    sharable: bool = False
    """Whether only one person sees it, who may share it where it was asked."""
    asker: int = 0
    """Id of the person who shares it; 0 where nobody does."""
    shared_question: str = ""
    """What a private answer repeats of the question, as it is shown there; goes before ``question``."""


def render(reply: Reply, writer: Writer, origin: Origin) -> Rendered:
    """The message; ``writer`` makes what its buttons carry."""
    above = _above(origin)
    told = tuple(_few(list(_within(list(_texts(reply)), MOST_CHARACTERS - len(above)))))
    offered = reactions(reply, private=origin.sharable, further=True)
    taken: set[str] = set()
    rows = (
        tuple(_buttons(reply.suggestions, writer, taken, primary=True)),
        tuple(_buttons(_asking(offered, origin.question, writer), writer, taken, primary=False)),
    )
    menus = tuple(_options(menu, writer) for menu in reply.menus)
    return Rendered(told, ACCENTS.get(reply.kind), above, tuple(row for row in rows if row), menus)


def render_text(text: str) -> Rendered:
    """A message of nothing but the bot's own words, in Discord's markdown."""
    return Rendered((text[:MOST_CHARACTERS],))


def question_shown(text: str) -> str:
    """What a text repeats of a question, as it is shown there; empty where it is another text."""
    return text.removeprefix(ASKED) if text.startswith(ASKED) else ""


def _above(origin: Origin) -> str:
    question = origin.shared_question or escaped_line(origin.question)
    if origin.asker:
        return f"<@{origin.asker}> asked: {question}" if question else f"<@{origin.asker}> shares this answer:"
    return f"{ASKED}{question}" if question and origin.sharable else ""


def _asking(offered: tuple[Suggestion, ...], question: str, writer: Writer) -> Iterator[Suggestion]:
    """The same, with the question in what shares it as far as a button can hold it: the text above it holds it too."""
    for one in offered:
        if isinstance(one.action, Share):
            asking = replace(one.action, question=question)
            yield replace(one, action=asking) if writer.length(asking) <= LONGEST else one
        else:
            yield one


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


def _few(texts: list[str]) -> list[str]:
    """The same as few enough texts: the last one holds those that are too many."""
    return [*texts[: MOST_TEXTS - 1], "\n".join(texts[MOST_TEXTS - 1 :])] if len(texts) > MOST_TEXTS else texts


def _buttons(suggestions: Iterable[Suggestion], writer: Writer, taken: set[str], *, primary: bool) -> Iterator[Button]:
    """A row of them; no two buttons of a message may carry the same text."""
    for suggestion in tuple(suggestions)[:MOST_ROW]:
        text = writer.write(suggestion.action)
        if text not in taken:
            taken.add(text)
            yield Button(suggestion.label[:LONGEST_LABEL], text, primary)


def _options(menu: Menu, writer: Writer) -> Options:
    texts: dict[str, str] = {}
    for one in menu.options:
        texts.setdefault(writer.write(one.action), one.label[:LONGEST_OPTION])
    chosen = writer.write(menu.chosen.action) if menu.chosen else None
    return Options(menu.label, tuple((label, text) for text, label in texts.items()), chosen)
