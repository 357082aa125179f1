"""Mentions in channels: answered where everybody reads them, in the thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.adapters.slack_chat.escaping import question_in
from bot.adapters.slack_chat.rendering import Origin, render_text
from bot.adapters.slack_chat.wording import WELCOME

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

    from bot.adapters.slack_chat.incoming import Incoming
    from bot.adapters.slack_chat.services import Services


def add_mentions(app: AsyncApp, services: Services) -> None:
    """Answer whoever mentions the bot, once a message: editing it may send the event again."""

    async def mentioned(incoming: Incoming) -> None:
        event = incoming.event
        if event.get("bot_id") or not incoming.place.user:
            return
        said = str(event.get("ts"))
        if not services.deliveries.claim(f"{incoming.place.team}:{incoming.place.channel}:{said}", datetime.now(UTC)):
            return
        place = replace(incoming.place, thread=str(event.get("thread_ts") or said))
        question = question_in(str(event.get("text") or ""))
        if question:
            await services.sender.post(incoming.client, place, await services.core.answer(question, place, Origin()))
        else:
            await services.sender.whisper(replace(incoming, place=place), render_text(WELCOME))

    app.event("app_mention")(services.guard.at_once(mentioned))
