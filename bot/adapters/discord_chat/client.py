"""The client: what happens on Discord, handed on to whoever does something about it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import discord

from bot.adapters.discord_chat.answering import Answering
from bot.adapters.discord_chat.commands import Registry
from bot.adapters.discord_chat.communities import Communities
from bot.adapters.discord_chat.core_thread import CoreThread
from bot.adapters.discord_chat.guard import Guard
from bot.adapters.discord_chat.listeners.commands import SlashCommands
from bot.adapters.discord_chat.listeners.completions import Completions
from bot.adapters.discord_chat.listeners.messages import Messages
from bot.adapters.discord_chat.listeners.presses import Presses
from bot.adapters.discord_chat.listeners.submissions import Submissions
from bot.adapters.discord_chat.question_locks import QuestionLocks
from bot.adapters.discord_chat.registering import register_if_changed
from bot.adapters.discord_chat.rendering import render_text
from bot.adapters.discord_chat.sending import reply_to
from bot.adapters.discord_chat.services import Services
from bot.adapters.discord_chat.subjects import Subjects
from bot.adapters.discord_chat.translations import CommandTranslator
from bot.adapters.discord_chat.tree import Tree
from bot.adapters.discord_chat.wording import ACTIVITY, BROKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Executor

    from bot.application.core import Core
    from bot.application.ports import PlatformStores

log = logging.getLogger(__name__)
DRAIN_SECONDS = 25.0
"""How long a shutdown waits for answers in flight: a rate limit can take some seconds, Kubernetes kills after 30."""


def intents() -> discord.Intents:
    """None that is privileged: messages that are not for the bot reach it without their content."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


def _services(core: CoreThread, guard: Guard, stores: PlatformStores) -> Services:
    return Services(
        core=core,
        guard=guard,
        communities=Communities(stores.communities),
        subjects=Subjects(),
        questions=QuestionLocks(),
    )


def invitation(application: int) -> str:
    """Where people who manage a server have the bot join it, with the permissions that it needs there."""
    needed = discord.Permissions(
        view_channel=True, send_messages=True, send_messages_in_threads=True, read_message_history=True
    )
    return discord.utils.oauth_url(application, permissions=needed, scopes=("bot", "applications.commands"))


class CertwiseBot(discord.AutoShardedClient):
    """A bot that answers what is addressed to it, and nothing else."""

    def __init__(
        self,
        core: Core,
        executor: Executor,
        stores: PlatformStores,
        *,
        shard_count: int | None = None,
        shard_ids: Sequence[int] | None = None,
        own_gateway: bool = False,
        registers: bool = True,
    ) -> None:
        """``own_gateway``: whether the library's default is to be used, whatever gateway Discord names.

        ``registers``: whether commands that have changed are registered at the start.
        ``executor`` is the one thread in which the core is asked: its memory is not made for several at once.
        """
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            activity=discord.Activity(type=discord.ActivityType.listening, name=ACTIVITY),
            shard_count=shard_count,
            max_messages=None,
            shard_ids=list(shard_ids) if shard_ids else None,  # type: ignore[arg-type] # None is its own default
        )
        self.guard = Guard()
        services = _services(CoreThread(core, executor, stores.exchanges), self.guard, stores)
        answering = Answering(services)
        self._messages = Messages(self, services)
        self._presses = Presses(services.core, answering)
        self._submissions = Submissions(services, answering)
        self.tree = Tree(self, self.guard)
        Registry(self.tree, self.guard, SlashCommands(services, answering), Completions(services.core)).add_all()
        self._own_gateway = own_gateway
        self._registrations = stores.registrations if registers else None
        self.registering: asyncio.Task[None] | None = None
        """Registers the commands, beside everything else."""
        self._survive_unreadable_events()

    async def launch_shards(self) -> None:
        """See AutoShardedClient: where the number of shards is known it takes its default gateway."""
        if self._own_gateway and self.shard_count is None:
            self.shard_count, _, _ = await self.http.get_bot_gateway()
        await super().launch_shards()

    async def setup_hook(self) -> None:
        """Register the commands beside connecting, which a rate limit on them must not hold up."""
        await self.tree.set_translator(CommandTranslator())
        if self._registrations is not None:
            log.info("logged in as %s; a server is joined at %s", self.user, invitation(self.application_id or 0))
            registering = register_if_changed(self.tree, self.application_id or 0, self._registrations)
            self.registering = asyncio.create_task(registering)

    async def on_message(self, message: discord.Message, /) -> None:
        """Answer a mention, a reply to the bot, or a direct message."""
        if (me := self.user) is not None:
            await self.guard.message(
                lambda: self._messages.asked(message, me), lambda: reply_to(message, render_text(BROKEN))
            )

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent, /) -> None:
        """Correct the answer when its question is edited."""
        if (me := self.user) is not None:
            await self.guard.message(lambda: self._messages.edited(payload.message, me))

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent, /) -> None:
        """Remove the answer when its question is deleted."""
        await self._deleted(payload.channel_id, (payload.message_id,))

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent, /) -> None:
        """Likewise, of many questions at once."""
        await self._deleted(payload.channel_id, payload.message_ids)

    async def on_interaction(self, interaction: discord.Interaction[Any], /) -> None:
        """Answer what is pressed, picked and sent; commands come by the tree."""
        if interaction.type is discord.InteractionType.component:
            await self.guard.interaction(interaction, self._presses.pressed)
        elif interaction.type is discord.InteractionType.modal_submit:
            await self.guard.interaction(interaction, self._submissions.sent)

    async def close(self) -> None:
        """Take nothing new, finish the answers in flight, then leave."""
        if self.registering is not None:
            self.registering.cancel()
        if not await self.guard.drain(DRAIN_SECONDS):
            log.warning("some answers were not finished within %d s", DRAIN_SECONDS)
        await super().close()

    async def _deleted(self, channel: int, messages: Iterable[int]) -> None:
        for message in messages:
            key = f"discord:{channel}:{message}"
            await self.guard.message(lambda key=key: self._messages.deleted(key))  # type: ignore[misc] # its own default

    def _survive_unreadable_events(self) -> None:
        """One event that the library cannot read, such as half of a message, would end the whole connection."""
        parsers = self._connection.parsers

        def surviving(name: str, parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
            def parsing(data: Any) -> Any:
                try:
                    return parse(data)
                except Exception as error:
                    log.warning("an event of Discord's cannot be read (%s: %s)", name, type(error).__name__)
                    return None

            return parsing

        for name, parse in list(parsers.items()):
            parsers[name] = surviving(name, parse)
