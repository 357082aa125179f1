"""The client: messages in, replies out."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import OrderedDict
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.adapters.discord_chat.addressing import conversation_of, is_addressed, question_in
from bot.adapters.discord_chat.buttons import AnswerButton
from bot.adapters.discord_chat.layout import layout_of, text_layout
from bot.adapters.discord_chat.presses import answer_press
from bot.domain.message import message_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor

    from bot.application.core import Core
    from bot.domain.actions import Action

T = TypeVar("T")
log = logging.getLogger(__name__)
REMEMBERED = 2_000
"""Questions whose answers are corrected or removed with them."""
DRAIN_SECONDS = 25.0
"""How long a shutdown waits for answers in flight: a rate limit can take some seconds, Kubernetes kills after 30."""
EXPIRED = 10_062
"""Discord's code of an interaction that is over."""
ACTIVITY = "questions on AI certifications"
WELCOME = (
    "Ask me about AI certifications: what they cost, how hard they are, which one suits you. For example: "
    "*how much is the google ml exam?* or *im a nurse, no coding, 100 bucks, where do i start*. `/help` tells more."
)
BROKEN = "Something went wrong on my side, so I have no answer. Please try again in a moment."


def intents() -> discord.Intents:
    """None that is privileged: messages that are not for the bot reach it without their content."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class CertwiseBot(commands.AutoShardedBot):
    """A bot that answers what is addressed to it, and nothing else."""

    def __init__(
        self,
        core: Core,
        executor: Executor,
        *,
        shard_count: int | None = None,
        shard_ids: Sequence[int] | None = None,
    ) -> None:
        """``executor`` is the one thread in which the core is asked: its memory is not made for several at once."""
        super().__init__(
            command_prefix=commands.when_mentioned,
            intents=intents(),
            help_command=None,
            allowed_mentions=discord.AllowedMentions.none(),
            activity=discord.Activity(type=discord.ActivityType.listening, name=ACTIVITY),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            shard_count=shard_count,
            max_messages=None,
            shard_ids=list(shard_ids) if shard_ids else None,  # type: ignore[arg-type] # None is its own default
        )
        self.core = core
        self._executor = executor
        self._answers: OrderedDict[int, discord.Message] = OrderedDict()
        self._in_flight = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.tree.error(self._failed)

    async def setup_hook(self) -> None:
        """Make old buttons work again."""
        from bot.adapters.discord_chat.slash import add_commands  # noqa: PLC0415 - it needs this module's types

        self.add_dynamic_items(AnswerButton)
        add_commands(self)

    async def in_core(self, work: Callable[[], T]) -> T:
        """Have the core do something in its thread."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)

    async def answer(
        self, asked: str | Action, channel_id: int, user_id: int, *, command: str = "", private: bool = False
    ) -> discord.ui.LayoutView:
        """The core's reply to what a person said, or pressed, in a channel."""
        now, conversation = discord.utils.utcnow(), conversation_of(channel_id, user_id)
        message = message_of(asked, conversation, now, command)
        reply = await self.in_core(partial(self.core.reply, message))
        return layout_of(reply, lambda action: self.core.texts.write(action, conversation, now), private=private)

    async def on_message(self, message: discord.Message, /) -> None:
        """Answer a mention, a reply to the bot, or a direct message."""
        if self.user is None or not is_addressed(message, self.user):
            return
        with self.answering(), _told(log):
            answer = await message.reply(view=await self._answer_to(message), mention_author=False)
            self._answers[message.id] = answer
            while len(self._answers) > REMEMBERED:
                self._answers.popitem(last=False)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent, /) -> None:
        """Correct the answer when its question is edited."""
        answer = self._answers.get(payload.message_id)
        message = payload.message
        if answer is None or self.user is None or not is_addressed(message, self.user) or message.edited_at is None:
            return
        with self.answering(), _told(log):
            # Left out, an edit would fall back on Discord's default and ping.
            await answer.edit(view=await self._answer_to(message), allowed_mentions=discord.AllowedMentions.none())

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent, /) -> None:
        """Remove the answer when its question is deleted."""
        answer = self._answers.pop(payload.message_id, None)
        if answer is not None:
            with self.answering(), _told(log):
                await answer.delete()

    async def pressed(self, interaction: discord.Interaction[Any], text: str) -> None:
        """See ``bot.adapters.discord_chat.buttons.Pressed``."""
        with self.answering(), _told(log):
            await answer_press(self, interaction, text)

    async def close(self) -> None:
        """Finish the answers in flight, then leave."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), DRAIN_SECONDS)
        await super().close()

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Counts an answer as in flight."""
        self._in_flight += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._in_flight -= 1
            if self._in_flight == 0:
                self._idle.set()

    async def _answer_to(self, message: discord.Message) -> discord.ui.LayoutView:
        question = question_in(message.content, self.user.id if self.user else 0)
        if not question:
            return text_layout(WELCOME)
        return await self.answer(question, message.channel.id, message.author.id)

    async def _failed(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError) -> None:
        """A command that broke: told to the person in private, and logged."""
        cause = getattr(error, "original", error)
        if isinstance(cause, discord.NotFound) and cause.code == EXPIRED:
            log.warning("an interaction had expired before it could be acknowledged")
            return
        log.error("a command failed", exc_info=cause)
        with contextlib.suppress(discord.HTTPException):
            if interaction.response.is_done():
                await interaction.followup.send(BROKEN, ephemeral=True)
            else:
                await interaction.response.send_message(BROKEN, ephemeral=True)


@contextmanager
def _told(logger: logging.Logger) -> Iterator[None]:
    """Log what Discord refuses, and go on: one answer that cannot be sent must not stop the others."""
    try:
        yield
    except discord.NotFound as error:
        logger.warning("Discord knows it no more (%s): the question, the answer or the interaction is gone", error.code)
    except discord.HTTPException:
        logger.exception("Discord refused an answer")
