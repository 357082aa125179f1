"""The menu of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.adapters.slack_chat.escaping import question_in
from bot.adapters.slack_chat.rendering import Origin, render_text
from bot.adapters.slack_chat.wording import ANSWER_THIS, NO_WORDS

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

    from bot.adapters.slack_chat.incoming import Incoming
    from bot.adapters.slack_chat.services import Services


def add_shortcuts(app: AsyncApp, services: Services) -> None:
    """Answer the message to whoever asks for it; they may share it."""

    async def answer_this(incoming: Incoming) -> None:
        question = question_in(str((incoming.body.get("message") or {}).get("text") or ""))
        if question:
            origin = Origin(question=question, sharable=True)
            message = await services.core.answer(question, incoming.place, origin)
        else:
            message = render_text(NO_WORDS)
        await services.sender.whisper(incoming, message)

    app.message_shortcut(ANSWER_THIS["callback_id"])(services.guard.at_once(answer_this))
