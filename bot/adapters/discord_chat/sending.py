"""Brings messages to Discord, once more where the first attempt was lost."""

from __future__ import annotations

import asyncio
import contextlib
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import aiohttp
import discord

from bot.adapters.discord_chat.layout import layout_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.adapters.discord_chat.core_thread import Answered
    from bot.adapters.discord_chat.rendering import Rendered

    Interaction = discord.Interaction[Any]

T = TypeVar("T")
UNAVAILABLE = 503
"""The one status of a broken server after which the library does not try again by itself."""
ACKNOWLEDGED = 40_060
"""Discord's code of an interaction that has had its answer: the first attempt got there after all."""
DEFER_AFTER = 0.05
"""Seconds that an answer may take before its interaction is acknowledged without it; Discord gives up after 3."""
LATE, OVER = 1.5, 3.5
"""Ages in seconds between which an interaction is acknowledged at once; an older one is over anyhow."""
PAUSE = 0.5
"""Seconds before the second attempt."""
NOBODY = discord.AllowedMentions.none()
"""For edits: left out, they fall back on Discord's default and ping."""


async def once_more(send: Callable[[], Awaitable[T]]) -> T:
    """Send, and try again once where the server is unavailable or the connection broke."""
    try:
        return await send()
    except discord.DiscordServerError as error:
        if error.status != UNAVAILABLE:
            raise
    except (TimeoutError, aiohttp.ClientConnectionError, ConnectionError):
        pass
    await asyncio.sleep(PAUSE)
    return await send()


async def reply_to(message: discord.Message, rendered: Rendered) -> discord.Message:
    """Answer a message where it stands; by its nonce there is one answer, however often it is tried."""
    view = layout_of(rendered)
    return await once_more(lambda: message.reply(view=view, mention_author=False, nonce=message.id))


async def correct(answer: discord.PartialMessage, rendered: Rendered) -> None:
    """Put another answer in the place of one."""
    view = layout_of(rendered)
    await once_more(lambda: answer.edit(view=view, allowed_mentions=NOBODY))


async def remove(answer: discord.PartialMessage) -> None:
    """Delete an answer; one that is gone already is fine."""
    with contextlib.suppress(discord.NotFound):
        await once_more(answer.delete)


async def respond(interaction: Interaction, making: Awaitable[Answered], *, private: bool) -> tuple[Answered, int]:
    """Answer an interaction with a message of its own, acknowledged before that if it takes long.

    Gives the answer with the id of its message, 0 where that is not known.
    """
    defer = partial(interaction.response.defer, ephemeral=private, thinking=True)
    answered, deferred = await _in_time(interaction, making, defer)
    view = layout_of(answered.rendered)
    if deferred:
        return answered, (await once_more(lambda: interaction.edit_original_response(view=view))).id
    made = await _acknowledge(lambda: interaction.response.send_message(view=view, ephemeral=private))
    return answered, (made.message_id or 0) if made else 0


async def respond_in_place(interaction: Interaction, making: Awaitable[Answered]) -> None:
    """Answer a button by changing the message that it stands below."""
    answered, deferred = await _in_time(interaction, making, interaction.response.defer)
    view = layout_of(answered.rendered)
    if deferred:
        await once_more(lambda: interaction.edit_original_response(view=view, allowed_mentions=NOBODY))
    else:
        await _acknowledge(lambda: interaction.response.edit_message(view=view, allowed_mentions=NOBODY))


async def respond_aside(interaction: Interaction, rendered: Rendered) -> None:
    """Tell only the person who did it, whether it was acknowledged before or not."""
    view = layout_of(rendered)
    if interaction.response.is_done():
        await once_more(lambda: interaction.followup.send(view=view, ephemeral=True))
    else:
        await _acknowledge(lambda: interaction.response.send_message(view=view, ephemeral=True))


async def open_form(interaction: Interaction, form: discord.ui.Modal) -> None:
    """Show a form."""
    form.stop()  # else the library would wait for it, and for the last one of its kind only
    await _acknowledge(lambda: interaction.response.send_modal(form))


async def offer(interaction: Interaction, choices: list[discord.app_commands.Choice[str]]) -> None:
    """Offer something while somebody types."""
    await interaction.response.autocomplete(choices)


async def _in_time(
    interaction: Interaction, making: Awaitable[Answered], defer: Callable[[], Awaitable[Any]]
) -> tuple[Answered, bool]:
    """What is made, and whether the acknowledgement was sent ahead as it takes longer than it may."""
    task = asyncio.ensure_future(making)
    try:
        done, _ = await asyncio.wait({task}, timeout=0 if _is_late(interaction) else DEFER_AFTER)
        if not done:
            await _acknowledge(defer)
        return await task, not done
    finally:
        task.cancel()


def _is_late(interaction: Interaction) -> bool:
    """Whether hardly any of Discord's three seconds are left; not where the clocks differ by more than that."""
    age = (discord.utils.utcnow() - interaction.created_at).total_seconds()
    return LATE < age < OVER


async def _acknowledge(send: Callable[[], Awaitable[T]]) -> T | None:
    """Send the first answer to an interaction; None where it had got there before it was known to."""
    tries = 0

    async def attempt() -> T:
        nonlocal tries
        tries += 1
        return await send()

    try:
        return await once_more(attempt)
    except discord.HTTPException as error:
        if error.code != ACKNOWLEDGED or tries == 1:
            raise
        return None
