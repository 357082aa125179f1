"""What each button does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from bot.adapters.discord_chat import custom_ids
from bot.adapters.discord_chat.addressing import conversation_of
from bot.adapters.discord_chat.layout import Shown, layout_of, text_layout
from bot.domain.feedback import Verdict
from bot.domain.message import Message

if TYPE_CHECKING:
    from bot.adapters.discord_chat.client import CertwiseBot
    from bot.adapters.discord_chat.custom_ids import Press
    from bot.domain.reply import Reply

OLD = "This button is from another release of me. Please ask again, then you get new ones."
THANKS = {
    custom_ids.HELPFUL: "Thank you, the moderators see that this answer works.",
    custom_ids.UNHELPFUL: "Thank you, the moderators see that this answer needs work.",
}
VERDICTS = {custom_ids.HELPFUL: Verdict.HELPFUL, custom_ids.UNHELPFUL: Verdict.UNHELPFUL}
NO_MORE = "There is no longer part to show any more. Please ask the question again."


async def answer_press(bot: CertwiseBot, interaction: discord.Interaction[Any], press: Press | None) -> None:
    """Answer a button; privately, unless it stands below a public answer and asks something new."""
    if press is None:
        await interaction.response.send_message(view=text_layout(OLD), ephemeral=True)
    elif press.action in VERDICTS:
        message = Message("", _conversation(interaction), discord.utils.utcnow())
        bot.core.judge(VERDICTS[press.action], press.text, message)
        await interaction.response.send_message(view=text_layout(THANKS[press.action]), ephemeral=True)
    elif press.action == custom_ids.MORE:
        await interaction.response.send_message(view=_longer(bot, press.text), ephemeral=True)
    elif press.action == custom_ids.SHARE:
        await _share(bot, interaction, press.text)
    else:
        private = _is_private(interaction)
        reply = bot.ask(press.text, interaction.channel_id or 0, interaction.user.id)
        view = layout_of(reply, Shown(press.text, private=private))
        await interaction.response.send_message(view=view, ephemeral=private)


def _conversation(interaction: discord.Interaction[Any]) -> str:
    return conversation_of(interaction.channel_id or 0, interaction.user.id)


def _is_private(interaction: discord.Interaction[Any]) -> bool:
    return interaction.message is not None and interaction.message.flags.ephemeral


def _afresh(bot: CertwiseBot, utterance: str) -> Reply:
    """The reply to a question outside of any conversation: a button works years after its conversation has ended."""
    return bot.core.reply(Message(utterance, f"discord:button:{utterance}", discord.utils.utcnow()))


def _longer(bot: CertwiseBot, utterance: str) -> discord.ui.LayoutView:
    more = _afresh(bot, utterance).more.strip()
    return layout_of(_only(more, bot, utterance), Shown()) if more else text_layout(NO_MORE)


def _only(text: str, bot: CertwiseBot, utterance: str) -> Reply:
    reply = _afresh(bot, utterance)
    return type(reply)(reply.kind, text, citations=reply.citations)


async def _share(bot: CertwiseBot, interaction: discord.Interaction[Any], utterance: str) -> None:
    """Say a private answer in public, where the bot may speak."""
    view = layout_of(_afresh(bot, utterance), Shown(utterance))
    await interaction.response.send_message(view=view)
