"""Where something is asked on Discord, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord

if TYPE_CHECKING:
    from bot.domain.community import CommunityChoices


@dataclass(frozen=True, slots=True)
class Place:
    """A person in a channel, a thread or a direct message."""

    channel: int
    """Id; of the thread, where it is one."""
    user: int
    guild: int | None = None
    """Id of the server; None in direct messages."""
    parent: int | None = None
    """Id of the channel that a thread belongs to; None outside of one."""
    direct: bool = False
    """Whether it is the direct message of this person and the bot: nobody else reads it."""

    @property
    def conversation(self) -> str:
        """The key of the session: one person in one channel, thread or direct message."""
        return f"discord:{self.channel}:{self.user}"

    @property
    def community(self) -> str:
        """The key of the server; empty in direct messages."""
        return str(self.guild) if self.guild else ""

    def key(self, message: int) -> str:
        """The key of a message that stands there."""
        return f"discord:{self.channel}:{message}"

    def is_open_by(self, choices: CommunityChoices) -> bool:
        """Whether the bot may answer there for everybody to read; a thread goes with its channel."""
        return not choices.channels or bool({str(self.channel), str(self.parent)}.intersection(choices.channels))


def place_of_message(message: discord.Message) -> Place:
    """Where a message was written, and by whom."""
    channel, guild = message.channel, message.guild
    return Place(
        channel=channel.id,
        user=message.author.id,
        guild=guild.id if guild else None,
        parent=channel.parent_id if isinstance(channel, discord.Thread) else None,
        direct=guild is None,
    )


def place_of_interaction(interaction: discord.Interaction[Any]) -> Place:
    """Where a command, a button or a form was used, and by whom."""
    channel = interaction.channel
    return Place(
        channel=interaction.channel_id or 0,
        user=interaction.user.id,
        guild=interaction.guild_id,
        parent=channel.parent_id if isinstance(channel, discord.Thread) else None,
        direct=interaction.context.dm_channel,  # not one between other people, where it can be used as well
    )
