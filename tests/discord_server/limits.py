"""Discord's limits on what a bot sends; each complaint is a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

V2 = 1 << 15
EPHEMERAL = 1 << 6
ROW, BUTTON, SELECT, TEXT, CONTAINER, LABEL, RADIO = 1, 2, 3, 10, 17, 18, 21


def complaints_about_message(data: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a message that is created or edited."""
    if data.get("allowed_mentions", {}).get("parse") != []:
        yield "allowed_mentions must rule everything out"
    components = list(_all(data.get("components") or []))
    if data.get("flags", 0) & V2:
        if data.get("content") or data.get("embeds"):
            yield "components v2 stand beside content or embeds"
        if not components:
            yield "components v2 without components"
    elif len(data.get("content") or "") > 2000:
        yield "content over 2,000 characters"
    yield from _complaints_about_components(components)


def _complaints_about_components(components: list[dict[str, Any]]) -> Iterator[str]:
    if len(components) > 40:
        yield "over 40 components"
    if sum(len(one["content"]) for one in components if one["type"] == TEXT) > 4000:
        yield "over 4,000 characters of text"
    if any(not one["content"] for one in components if one["type"] == TEXT):
        yield "an empty text"
    ids = [one["custom_id"] for one in components if "custom_id" in one]
    if len(ids) != len(set(ids)):
        yield "a custom id stands twice"
    for one in components:
        if "custom_id" in one and not 1 <= len(one["custom_id"]) <= 100:
            yield f"a custom id of {len(one['custom_id'])} characters"
        if one["type"] == BUTTON and len(one.get("label", "")) > 80:
            yield "a button's label over 80 characters"
        if one["type"] == ROW and not 1 <= len(one["components"]) <= 5:
            yield "a row without, or with over five, buttons"


def complaints_about_modal(data: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a modal."""
    if not 1 <= len(data["title"]) <= 45:
        yield "a modal's title over 45 characters"
    if not 1 <= len(data["components"]) <= 5:
        yield "a modal without, or with over five, rows"
    for label in data["components"]:
        if label["type"] != LABEL or not 1 <= len(label["label"]) <= 45:
            yield "a modal's label over 45 characters"
        inner = label["component"]
        if inner["type"] == RADIO and not 2 <= len(inner["options"]) <= 10:
            yield "radio buttons need two to ten options"


def complaints_about_commands(commands: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with the commands that are registered."""
    for one in commands:
        if not 1 <= len(one["name"]) <= 32:
            yield f"the name of {one['name']}"
        if one["type"] == 1 and not 1 <= len(one["description"]) <= 100:
            yield f"the description of {one['name']}"
        for option in one.get("options", ()):
            if not 1 <= len(option["description"]) <= 100:
                yield f"the description of {option['name']} of {one['name']}"


def _all(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in components:
        yield one
        yield from _all(one.get("components") or [])
