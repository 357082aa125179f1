"""Messages to the bot, their edits and their deletions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from bot.adapters.discord_chat.addressing import is_addressed, question_in
from bot.adapters.discord_chat.answering import elsewhere
from bot.adapters.discord_chat.core_thread import Query, fingerprint
from bot.adapters.discord_chat.places import place_of_message
from bot.adapters.discord_chat.rendering import Origin
from bot.adapters.discord_chat.sending import correct, remove, reply_to
from bot.adapters.discord_chat.wording import WELCOME

if TYPE_CHECKING:
    from bot.adapters.discord_chat.core_thread import Answered
    from bot.adapters.discord_chat.places import Place
    from bot.adapters.discord_chat.services import Services
    from bot.domain.actions import Action
    from bot.domain.exchange import Exchange


class Messages:
    """Answers what is addressed to the bot, and keeps answers with their questions."""

    def __init__(self, client: discord.Client, services: Services) -> None:
        self._client = client
        self._services = services

    async def asked(self, message: discord.Message, bot: discord.ClientUser) -> None:
        """A mention, a reply to the bot, or a direct message."""
        if not is_addressed(message, bot):
            return
        place, question = place_of_message(message), question_in(message.content, bot.id)
        key = place.key(message.id)
        async with self._services.questions.hold(key) as held:
            answered = await self._hint(place, question)
            if answered is None:
                about = await self._about(message, place)
                answered = await self._services.core.answer(Query(question, about=about), place, Origin())
            if held.deleted:
                return
            self._services.subjects.keep(place, answered)
            sent = await reply_to(message, answered.rendered)
            await self._services.core.keep(place.key(sent.id), key, question, place, answered)

    async def edited(self, message: discord.Message, bot: discord.ClientUser) -> None:
        """Another text: the answer is corrected, or goes where the question is no longer for the bot.

        What is edited may not have been answered at all; pins and previews that load are no edits.
        """
        if message.edited_at is None:
            return
        key = place_of_message(message).key(message.id)
        async with self._services.questions.hold(key):
            exchange = await self._services.core.of_question(key)
            if exchange is None:
                return
            question = question_in(message.content, bot.id)
            if not is_addressed(message, bot):
                await self._remove(exchange)
            elif fingerprint(key, question) != exchange.fingerprint:
                await self._correct(message, exchange, question)

    async def deleted(self, key: str) -> None:
        """A message is gone, and so is its answer, if it has one."""
        self._services.questions.mark_deleted(key)
        async with self._services.questions.hold(key):
            exchange = await self._services.core.of_question(key)
            if exchange is not None:
                await self._remove(exchange)

    async def _hint(self, place: Place, question: str) -> Answered | None:
        """What is told in the place of an answer: where to ask, or how; None where there is to be one."""
        choices = await self._services.communities.find(place)
        if not place.is_open_by(choices):
            return await self._services.core.say(elsewhere(choices), place)
        return None if question else await self._services.core.say(WELCOME, place)

    async def _correct(self, message: discord.Message, exchange: Exchange, question: str) -> None:
        place, core = place_of_message(message), self._services.core
        answered = await self._hint(place, question)
        if answered is None:
            about = await self._replied_to(message, place)
            answered = await core.correct(question, place, exchange, about)
        await correct(self._message_of(exchange), answered.rendered)
        await core.keep(exchange.answer, exchange.question, question, place, answered)

    async def _remove(self, exchange: Exchange) -> None:
        await remove(self._message_of(exchange))
        await self._services.core.drop(exchange.answer)

    async def _about(self, message: discord.Message, place: Place) -> Action | None:
        """What is spoken of: the answer that is replied to, else what the thread is about."""
        replied_to = await self._replied_to(message, place)
        if replied_to is not None or not place.parent:
            return replied_to
        lately = self._services.subjects.find(place, discord.utils.utcnow())
        # A thread that was begun below a message has its id.
        began = None if lately else await self._services.core.of_answer(f"discord:{place.parent}:{place.channel}")
        return lately or (began.action if began else None)

    async def _replied_to(self, message: discord.Message, place: Place) -> Action | None:
        reference = message.reference
        if reference is None or reference.message_id is None:
            return None
        exchange = await self._services.core.of_answer(place.key(reference.message_id))
        return exchange.action if exchange else None

    def _message_of(self, exchange: Exchange) -> discord.PartialMessage:
        _, channel, message = exchange.answer.split(":")
        return self._client.get_partial_messageable(int(channel)).get_partial_message(int(message))
