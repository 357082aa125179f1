"""Direct messages, in the agent panel too: answered, and the answers corrected and removed with their questions."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from bot.adapters.slack_chat.answer_log import AnswerLog
from bot.adapters.slack_chat.escaping import question_in
from bot.adapters.slack_chat.rendering import Origin, render_text
from bot.adapters.slack_chat.scopes import AGENT_SCOPE
from bot.adapters.slack_chat.sending import reason_of
from bot.adapters.slack_chat.wording import WELCOME

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

    from bot.adapters.slack_chat.answer_log import Key
    from bot.adapters.slack_chat.incoming import Incoming, Payload
    from bot.adapters.slack_chat.places import Place
    from bot.adapters.slack_chat.rendering import Rendered
    from bot.adapters.slack_chat.services import Services

log = logging.getLogger(__name__)
SAID = frozenset({"", "file_share", "thread_broadcast"})
"""Subtypes of messages that a person wrote; the others tell of something that happened."""
LONGEST_TITLE = 80


def add_direct_messages(app: AsyncApp, services: Services) -> None:
    """Answer what is written to the bot alone; other messages reach it only where more scopes were granted."""
    direct = DirectMessages(services)
    app.event("message")(services.guard.at_once(direct.arrived))


class DirectMessages:
    """What happens in conversations of two."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._answered = AnswerLog()

    async def arrived(self, incoming: Incoming) -> None:
        """A message that was written, edited or deleted."""
        event = incoming.event
        if event.get("channel_type") != "im":
            return
        kind = str(event.get("subtype") or "")
        if kind == "message_changed":
            await self._edited(incoming, event.get("message") or {}, event.get("previous_message") or {})
        elif kind == "message_deleted":
            await self._deleted(incoming, str(event.get("deleted_ts") or ""))
        elif kind in SAID and event.get("user") and not event.get("bot_id"):
            await self._said(incoming, event)

    async def _said(self, incoming: Incoming, event: Payload) -> None:
        said = str(event.get("ts"))
        key = self._key(incoming, said)
        if not self._services.deliveries.claim(":".join(key), datetime.now(UTC)):
            return
        answer = self._answered.begin(key)
        async with answer.turn:
            place = _place_of(incoming, event)
            message = await self._answer(place, event)
            answer.timestamp = await self._services.sender.post(incoming.client, place, message)
        if place.thread == said:
            await self._name_thread(incoming, place, str(event.get("text") or ""))

    async def _edited(self, incoming: Incoming, message: Payload, before: Payload) -> None:
        """Unfolding a link changes a message too, but not its words."""
        answer = self._answered.find(self._key(incoming, str(message.get("ts"))))
        if answer is None or message.get("text") == before.get("text"):
            return
        async with answer.turn:
            if answer.timestamp:
                place = _place_of(incoming, message)
                corrected = await self._answer(place, message)
                await self._services.sender.correct(incoming.client, place, answer.timestamp, corrected)

    async def _deleted(self, incoming: Incoming, said: str) -> None:
        answer = self._answered.find(self._key(incoming, said))
        if answer is None:
            return
        async with answer.turn:
            if answer.timestamp:
                await incoming.client.chat_delete(channel=incoming.place.channel, ts=answer.timestamp)
                answer.timestamp = ""

    async def _answer(self, place: Place, message: Payload) -> Rendered:
        question = question_in(str(message.get("text") or ""))
        return await self._services.core.answer(question, place, Origin()) if question else render_text(WELCOME)

    async def _name_thread(self, incoming: Incoming, place: Place, text: str) -> None:
        """Call a new thread of the agent panel by its question; without the panel Slack knows no titles."""
        title = question_in(text)[:LONGEST_TITLE]
        try:
            if title:
                await incoming.client.assistant_threads_setTitle(
                    channel_id=place.channel, thread_ts=place.thread, title=title
                )
        except SlackApiError as error:
            log.warning("a thread got no title (%s)", reason_of(error))

    @staticmethod
    def _key(incoming: Incoming, said: str) -> Key:
        return (incoming.place.team, incoming.place.channel, said)


def _place_of(incoming: Incoming, message: Payload) -> Place:
    """In the agent panel each conversation is a thread, which its first message begins."""
    begins = str(message.get("ts")) if AGENT_SCOPE in incoming.scopes else ""
    thread, writer = str(message.get("thread_ts") or begins), str(message.get("user"))
    return replace(incoming.place, thread=thread, user=writer)
