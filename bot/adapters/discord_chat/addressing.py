"""Whether a message is for the bot, and what of it is the question."""

from __future__ import annotations

import re

import discord

MOST_CHARACTERS = 2_000
"""Of a question; more cannot be typed without a subscription, and nothing is asked so."""
_SAID = (discord.MessageType.default, discord.MessageType.reply)


def is_addressed(message: discord.Message, bot: discord.ClientUser) -> bool:
    """Whether it mentions the bot, answers it with a ping, or came as a direct message; never what a bot said."""
    if message.author.bot or message.webhook_id is not None or message.type not in _SAID:
        return False
    return message.guild is None or bot in message.mentions


def question_in(content: str, bot_id: int) -> str:
    """The words without the mention of the bot; attachments and embeds are no question."""
    return re.sub(rf"<@!?{bot_id}>", " ", content)[:MOST_CHARACTERS].strip()
