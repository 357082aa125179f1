"""A plain discord.py bot that says back what it is told: what the library itself costs without any bot.

``python -m benchmarks.discord_echo``, with DISCORD_TOKEN, DISCORD_API_BASE and DISCORD_GATEWAY_URL as
``certwise discord`` has them.
"""

from __future__ import annotations

import asyncio
import os
from typing import Any

import discord
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL


async def main() -> None:
    """Echo until the process is ended."""
    Route.BASE = os.environ["DISCORD_API_BASE"]
    DiscordWebSocket.DEFAULT_GATEWAY = URL(os.environ["DISCORD_GATEWAY_URL"])
    intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    client = discord.AutoShardedClient(intents=intents, allowed_mentions=discord.AllowedMentions.none())
    tree = app_commands.CommandTree(client)

    @client.event
    async def on_message(message: discord.Message) -> None:
        if client.user in message.mentions:
            await message.reply(message.content, mention_author=False)

    @tree.command(name="ask", description="echo")
    async def ask(interaction: discord.Interaction[Any], question: str) -> None:
        await interaction.response.send_message(question, ephemeral=True)

    await client.start(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    asyncio.run(main())
