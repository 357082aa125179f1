"""Reads what the bot sent as a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]


def text_of(sent: Json) -> str:
    """Everything that can be read in a message or a view; rows of tables with " | " between their cells."""
    return "\n".join(part for block in sent["blocks"] for part in _texts(block)).strip()


def buttons_of(sent: Json) -> dict[str, Json]:
    """Buttons by their labels, feedback among them."""
    found: dict[str, Json] = {}
    for block in sent["blocks"]:
        if block["type"] == "actions":
            found |= {element["text"]["text"]: element for element in block["elements"]}
        elif block["type"] == "context_actions":
            for element in block["elements"]:
                for part in ("positive_button", "negative_button"):
                    made = {"type": "feedback_buttons", "action_id": element["action_id"], **element[part]}
                    found[element[part]["text"]["text"]] = made
    return found


def _texts(block: Json) -> Iterator[str]:
    kind = block["type"]
    if kind == "rich_text":
        for element in block["elements"]:
            yield from _rich(element)
    elif kind == "table":
        yield from (" | ".join(cell["text"] for cell in row) for row in block["rows"])
    elif kind == "context":
        yield from (element["text"] for element in block["elements"])
    elif kind in ("header", "section"):
        yield block["text"]["text"]
    elif kind == "input":
        yield block["label"]["text"]


def _rich(element: Json) -> Iterator[str]:
    if element["type"] == "rich_text_list":
        yield from (f"- {_plain(item)}" for item in element["elements"])
    else:
        yield _plain(element).strip("\n")


def _plain(element: Json) -> str:
    return "".join(f"@{part['user_id']}" if part["type"] == "user" else part["text"] for part in element["elements"])
