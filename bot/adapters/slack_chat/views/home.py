"""The App Home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    ConfirmObject,
    DividerBlock,
    HeaderBlock,
    PlainTextObject,
)

from bot.adapters.slack_chat.rendering import PRESS
from bot.adapters.slack_chat.rich_text import rich_text
from bot.adapters.slack_chat.views.forms import ASK, COMPARE, RECOMMEND
from bot.adapters.slack_chat.wording import HELP, PRIVACY, WELCOME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from slack_sdk.models.blocks import Block

FORGET = "certwise:forget"
FORMS = {"Ask a question": ASK, "Which one suits me?": RECOMMEND, "Compare": COMPARE}


def home_view(lists: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """How to ask, lists to browse (what a button shows, and what it carries), and what is kept."""
    blocks: list[Block] = [
        HeaderBlock(text="AI certifications, answered"),
        rich_text(WELCOME),
        ActionsBlock(elements=[_button(label, callback) for label, callback in FORMS.items()]),
        HeaderBlock(text="Browse"),
        ActionsBlock(
            elements=[_button(label, f"{PRESS}:browse:{at}", value) for at, (label, value) in enumerate(lists)]
        ),
        HeaderBlock(text="How to ask"),
        rich_text(HELP),
        DividerBlock(),
        HeaderBlock(text="Privacy"),
        rich_text(PRIVACY),
        ActionsBlock(elements=[_forget()]),
    ]
    return {"type": "home", "blocks": [block.to_dict() for block in blocks]}


def _button(
    label: str, action_id: str, value: str | None = None, confirm: ConfirmObject | None = None
) -> ButtonElement:
    return ButtonElement(text=PlainTextObject(text=label), action_id=action_id, value=value, confirm=confirm)


def _forget() -> ButtonElement:
    text = "I forget what we spoke of, what you told of yourself, and what you said of answers."
    confirm = ConfirmObject(title="Forget me?", text=PlainTextObject(text=text), confirm="Forget me", deny="Keep it")
    return _button("Forget me", FORGET, confirm=confirm)
