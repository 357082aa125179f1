"""Questions whose answers are waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.discord_server.payloads import BOT

if TYPE_CHECKING:
    from bot.adapters.discord_chat.client import CertwiseBot
    from tests.discord_server.server import DiscordServer

MENTION = f"<@{BOT['id']}>"


async def asked(server: DiscordServer, bot: CertwiseBot, question: str) -> tuple[str, dict[str, Any]]:
    """Id of the first question, and its answer, once all is done about it."""
    id_ = await server.say(f"{MENTION} {question}")
    (answer,) = await server.written(1)
    await bot.guard.settled()
    return id_, answer


async def another_question(server: DiscordServer, count: int) -> None:
    """Whatever came before it has been looked at once it is answered, as the bot's message of that number."""
    await server.say(f"{MENTION} how hard is ai-102?", author="9")
    await server.written(count)
