"""Discord's limits on what a bot sends; each complaint is a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

V2 = 1 << 15
EPHEMERAL = 1 << 6
ROW, BUTTON, SELECT, INPUT, ROLES, CHANNELS = 1, 2, 3, 4, 6, 8
TEXT, CONTAINER, LABEL, RADIO = 10, 17, 18, 21
IN_LABELS = frozenset({SELECT, INPUT, 5, ROLES, 7, CHANNELS, 19, RADIO, 22, 23})


def complaints_about_message(data: dict[str, Any], *, edits: bool = False) -> Iterator[str]:
    """What is wrong with a message that is created or edited."""
    if data.get("allowed_mentions", {}).get("parse") != []:
        yield "allowed_mentions must rule everything out"
    components = list(all_of(data.get("components") or []))
    if data.get("flags", 0) & V2 or edits:
        if data.get("content") or data.get("embeds"):
            yield "components v2 stand beside content or embeds"
        if not components:
            yield "components v2 without components"
    elif components or len(data.get("content") or "") > 2000:
        yield "content over 2,000 characters, or components v2 without their flag"
    yield from _complaints_about_components(components)


def _complaints_about_components(components: list[dict[str, Any]]) -> Iterator[str]:
    if len(components) > 40:
        yield "over 40 components"
    if sum(len(one["content"]) for one in components if one["type"] == TEXT) > 4000:
        yield "over 4,000 characters of text"
    if any(not one["content"].strip() for one in components if one["type"] == TEXT):
        yield "an empty text"
    ids = [one["custom_id"] for one in components if "custom_id" in one]
    if len(ids) != len(set(ids)):
        yield "a custom id stands twice"
    for one in components:
        yield from _complaints_about_component(one)


def _complaints_about_component(one: dict[str, Any]) -> Iterator[str]:
    if "custom_id" in one and not 1 <= len(one["custom_id"]) <= 100:
        yield f"a custom id of {len(one['custom_id'])} characters"
    if one["type"] == BUTTON and not 1 <= len(one.get("label", "")) <= 80:
        yield "a button's label of none, or over 80, characters"
    if one["type"] == ROW and not 1 <= len(one["components"]) <= 5:
        yield "a row without, or with over five, buttons"
    if (
        one["type"] == ROW
        and len(one["components"]) > 1
        and any(in_it["type"] == SELECT for in_it in one["components"])
    ):
        yield "a select that shares its row"
    if one["type"] == SELECT:
        yield from _complaints_about_select(one)
    if one["type"] == CONTAINER and not one["components"]:
        yield "an empty container"


def _complaints_about_select(select: dict[str, Any]) -> Iterator[str]:
    options = select["options"]
    if not 1 <= len(options) <= 25 or len(select.get("placeholder") or "") > 150:
        yield "a select of none, or over 25, options, or with a placeholder over 150 characters"
    if any(not 1 <= len(one[key]) <= 100 for one in options for key in ("label", "value")):
        yield "an option of none, or over 100, characters"
    if len({one["value"] for one in options}) != len(options):
        yield "two options of one value"
    if sum(bool(one.get("default")) for one in options) > 1:
        yield "two options are chosen"


def complaints_about_modal(data: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a modal."""
    if not 1 <= len(data["title"]) <= 45 or not 1 <= len(data["custom_id"]) <= 100:
        yield "a modal's title over 45, or its id over 100, characters"
    if not 1 <= len(data["components"]) <= 5:
        yield "a modal without, or with over five, rows"
    for label in data["components"]:
        if label["type"] != LABEL or not 1 <= len(label["label"]) <= 45 or len(label.get("description") or "") > 100:
            yield "a modal's label over 45, or its description over 100, characters"
            continue
        inner = label["component"]
        if inner["type"] not in IN_LABELS:
            yield f"a component of type {inner['type']} in a label"
        if inner["type"] == RADIO and not 2 <= len(inner["options"]) <= 10:
            yield "radio buttons need two to ten options"
        if any(not 1 <= len(one[key]) <= 100 for one in inner.get("options", ()) for key in ("label", "value")):
            yield "an option of none, or over 100, characters"
        if inner["type"] == INPUT and len(inner.get("placeholder") or "") > 100:
            yield "a placeholder over 100 characters"


def complaints_about_choices(data: dict[str, Any]) -> Iterator[str]:
    """What is wrong with what an option offers."""
    if len(data["choices"]) > 25:
        yield "over 25 choices"
    if any(not 1 <= len(one[key]) <= 100 for one in data["choices"] for key in ("name", "value")):
        yield "a choice of none, or over 100, characters"


def complaints_about_commands(commands: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with the commands that are registered."""
    for one in commands:
        yield from _complaints_about_command(one, top=True)


def _complaints_about_command(one: dict[str, Any], *, top: bool = False) -> Iterator[str]:
    if not 1 <= len(one["name"]) <= 32:
        yield f"the name of {one['name']}"
    if (one["type"] == 1 or not top) and not 1 <= len(one["description"]) <= 100:
        yield f"the description of {one['name']}"
    if len(one.get("choices") or ()) > 25:
        yield f"the choices of {one['name']}"
    for option in one.get("options") or ():
        yield from _complaints_about_command(option)


def all_of(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component, however deep."""
    for one in components:
        yield one
        yield from all_of(one.get("components") or [])
