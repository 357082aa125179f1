"""Modals that show something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.adapters.slack_chat.rich_text import rich_text
from bot.adapters.slack_chat.views.context import ViewContext
from bot.adapters.slack_chat.wording import TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable

RESULT = "certwise:result"
MOST_BLOCKS = 100


def result_view(blocks: Iterable[dict[str, Any]], context: ViewContext) -> dict[str, Any]:
    """An answer."""
    return {
        "type": "modal",
        "callback_id": RESULT,
        "title": {"type": "plain_text", "text": TITLE},
        "close": {"type": "plain_text", "text": "Close"},
        "private_metadata": context.written,
        "blocks": list(blocks)[:MOST_BLOCKS],
    }


def text_view(text: str) -> dict[str, Any]:
    """The bot's own words."""
    return result_view([rich_text(text).to_dict()], ViewContext())
