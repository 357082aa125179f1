"""What Slack refuses of messages and views, by its documentation of Block Kit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
SHARED = frozenset({"actions", "context", "divider", "header", "rich_text", "section"})
ALLOWED = {
    "message": SHARED | {"context_actions", "table"},
    "modal": SHARED | {"input"},
    "home": SHARED | {"input"},
}
MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
MARKED_UP = re.compile(r"<(?![@#]?[UC][A-Z0-9]+>)")
"""In the text of a message: anything but a mention of a person, of which shared answers hold one."""


def faults_of_message(message: Json) -> list[str]:
    """Everything that is off with a message."""
    return list(_message(message))


def faults_of_view(view: Json) -> list[str]:
    """Everything that is off with a view."""
    return list(_view(view))


def _message(message: Json) -> Iterator[str]:
    text = message.get("text") or ""
    if not 0 < len(text) <= 4_000:
        yield f"text of {len(text)} characters"
    if MARKED_UP.search(text):
        yield f"unescaped: {text}"
    if "blocks" in message:
        yield from _blocks(message["blocks"], "message")


def _view(view: Json) -> Iterator[str]:
    kind = view["type"]
    for part in ("title", "submit", "close"):
        if kind == "modal" and part in view and not 0 < len(view[part]["text"]) <= 24:
            yield f"{part}: {view[part]['text']}"
    if len(view.get("private_metadata") or "") > 3_000:
        yield "private_metadata too long"
    if any(block["type"] == "input" for block in view["blocks"]) and "submit" not in view and kind == "modal":
        yield "inputs without submit"
    yield from _blocks(view["blocks"], kind)


def _blocks(blocks: list[Json], surface: str) -> Iterator[str]:
    if not 0 < len(blocks) <= MOST_BLOCKS[surface]:
        yield f"{len(blocks)} blocks"
    if sum(block["type"] == "table" for block in blocks) > 1:
        yield "more than one table"
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)):
        yield "block_id twice"
    for block in blocks:
        if block["type"] not in ALLOWED[surface]:
            yield f"{block['type']} in a {surface}"
        yield from CHECKS.get(block["type"], _nothing)(block)


def _nothing(_: Json) -> Iterator[str]:
    yield from ()


def _actions(block: Json) -> Iterator[str]:
    elements = block["elements"]
    if not 0 < len(elements) <= 25:
        yield f"{len(elements)} actions"
    ids = [element["action_id"] for element in elements]
    if len(ids) != len(set(ids)):
        yield "action_id twice"
    for element in elements:
        yield from _button(element)


def _button(element: Json) -> Iterator[str]:
    if not 0 < len(element["text"]["text"]) <= 75:
        yield f"label: {element['text']['text']}"
    if not len(element.get("value") or "") <= 2_000:
        yield f"value of {len(element['value'])}"
    if len(element.get("action_id") or "") > 255:
        yield "action_id too long"


def _context_actions(block: Json) -> Iterator[str]:
    if not 0 < len(block["elements"]) <= 5:
        yield "context_actions"
    for element in block["elements"]:
        yield from _button(element["positive_button"])
        yield from _button(element["negative_button"])


def _context(block: Json) -> Iterator[str]:
    if not 0 < len(block["elements"]) <= 10:
        yield "context"
    for element in block["elements"]:
        if not 0 < len(element["text"]) <= 3_000 or MARKED_UP.search(element["text"]):
            yield f"context: {element['text']}"


def _header(block: Json) -> Iterator[str]:
    if not 0 < len(block["text"]["text"]) <= 150:
        yield f"header: {block['text']['text']}"


def _table(block: Json) -> Iterator[str]:
    rows = block["rows"]
    if not 0 < len(rows) <= 100 or len({len(row) for row in rows}) != 1 or not 0 < len(rows[0]) <= 20:
        yield "table"
    if any(not cell["text"] for row in rows for cell in row):
        yield "empty cell"


def _rich_text(block: Json) -> Iterator[str]:
    if not block["elements"]:
        yield "empty rich_text"
    texts = list(_texts(block))
    if any(not text for text in texts):
        yield "empty text in rich_text"
    if sum(map(len, texts)) > 3_000:
        yield "rich_text too long"


def _texts(element: Json) -> Iterator[str]:
    if element["type"] == "text":
        yield element["text"]
    for inner in element.get("elements", ()):
        yield from _texts(inner)


def _section(block: Json) -> Iterator[str]:
    if not 0 < len(block["text"]["text"]) <= 3_000:
        yield "section"


def _input(block: Json) -> Iterator[str]:
    if not 0 < len(block["label"]["text"]) <= 2_000:
        yield "label of an input"
    element = block["element"]
    options = element.get("options", [])
    if element["type"] == "radio_buttons" and not 0 < len(options) <= 10:
        yield f"{len(options)} radio buttons"
    yield from faults_of_options(options)


def faults_of_options(options: list[Json]) -> list[str]:
    """What is off with the options of a menu."""
    faults = [f"{len(options)} options"] if len(options) > 100 else []
    faults += [f"option: {one}" for one in options if not 0 < len(one["text"]["text"]) <= 75]
    return faults + [f"value: {one}" for one in options if not 0 < len(one["value"]) <= 150]


CHECKS = {
    "actions": _actions,
    "context": _context,
    "context_actions": _context_actions,
    "header": _header,
    "input": _input,
    "rich_text": _rich_text,
    "section": _section,
    "table": _table,
}
