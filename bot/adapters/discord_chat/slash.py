"""The slash commands and the message menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.adapters.discord_chat.addressing import question_in
from bot.adapters.discord_chat.form import AdviceForm
from bot.adapters.discord_chat.layout import text_layout
from bot.application.commands import PRICES
from bot.application.completing import complete_certification, complete_question
from bot.application.naming import RECOMMEND

if TYPE_CHECKING:
    from bot.adapters.discord_chat.client import CertwiseBot
    from bot.domain.actions import Action
    from bot.domain.form import Option

MOST_CHOICES = 25
LONGEST_CHOICE = 100
HELP = (
    "**Ask in your own words**: mention me, reply to me, write me directly, or use a command.\n"
    "- `/ask` a question; only you see the answer until you share it\n"
    "- `/recommend` what to take: tell me about yourself, or fill in a short form\n"
    "- `/compare` two or three certifications\n"
    "- `/browse` by tier, price or vendor\n"
    "- `/privacy` what I keep, `/forget-me` to have it removed\n"
    "Follow up freely: *and how long does it take?*, *cheaper*, *why?*"
)
PRIVACY = (
    "I read only what is addressed to me: mentions, replies to me, direct messages and commands. Of a conversation I "
    "remember for 15 minutes which certifications it was about and what you told of yourself, so that you can follow "
    "up; for a day what some of the buttons ask for; and I keep whether an answer helped. It stays in the memory of "
    "this bot and is given to nobody. `/forget-me` removes it at once."
)


def add_commands(bot: CertwiseBot) -> None:
    """Register every command with the bot's tree; Discord learns of them by ``certwise sync-commands``."""
    _add_ask(bot)
    _add_recommend(bot)
    _add_compare(bot)
    _add_browse(bot)
    _add_about(bot)
    _add_menu(bot)


def _add_ask(bot: CertwiseBot) -> None:
    @bot.tree.command(name="ask", description="Ask about AI certifications; only you see the answer")
    @app_commands.describe(question="what you want to know, in your own words")
    async def ask(interaction: discord.Interaction[Any], question: app_commands.Range[str, 1, 200]) -> None:
        await _answer(bot, interaction, question)

    @ask.autocomplete("question")
    async def questions(_: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        found = await bot.in_core(partial(complete_question, bot.core.knowledge, typed, MOST_CHOICES))
        titles = [entry.title for entry in found]
        return [app_commands.Choice(name=title[:LONGEST_CHOICE], value=title[:LONGEST_CHOICE]) for title in titles]


def _add_recommend(bot: CertwiseBot) -> None:
    @bot.tree.command(name="recommend", description="Which certification suits you; without words, a short form")
    @app_commands.describe(about="about you: work, experience, goal, budget, time")
    async def recommend(
        interaction: discord.Interaction[Any], about: app_commands.Range[str, 1, 500] | None = None
    ) -> None:
        if about is not None:
            await _answer(bot, interaction, about, RECOMMEND)
            return

        async def advise(press: discord.Interaction[Any], chosen: list[Option]) -> None:
            await _answer(bot, press, await bot.in_core(partial(bot.core.commands.advise, chosen)))

        form = AdviceForm(bot.core.knowledge.questions, advise)
        with bot.answering():
            await interaction.response.send_modal(form)


def _add_compare(bot: CertwiseBot) -> None:
    @bot.tree.command(name="compare", description="Two or three certifications side by side")
    @app_commands.describe(first="a certification", second="another", third="and a third, if you like")
    async def compare(
        interaction: discord.Interaction[Any],
        first: app_commands.Range[str, 1, 100],
        second: app_commands.Range[str, 1, 100],
        third: app_commands.Range[str, 1, 100] | None = None,
    ) -> None:
        named = [name for name in (first, second, third) if name]
        await _answer(bot, interaction, await bot.in_core(partial(bot.core.commands.compare, named)))

    @compare.autocomplete("first")
    @compare.autocomplete("second")
    @compare.autocomplete("third")
    async def certifications(_: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        cards = await bot.in_core(partial(complete_certification, bot.core.knowledge, typed, MOST_CHOICES))
        return [app_commands.Choice(name=card.name[:LONGEST_CHOICE], value=card.id) for card in cards]


def _add_browse(bot: CertwiseBot) -> None:
    @bot.tree.command(name="browse", description="List the certifications of the guide")
    @app_commands.describe(tier="1 cloud exams, 2 programs for beginners, 3 emerging, 4 universities", price="at most")
    @app_commands.choices(price=[app_commands.Choice(name=name, value=most) for name, most in PRICES.items()])
    async def browse(
        interaction: discord.Interaction[Any],
        tier: app_commands.Range[int, 1, 4] | None = None,
        price: int | None = None,
        vendor: app_commands.Range[str, 1, 100] | None = None,
    ) -> None:
        await _answer(bot, interaction, await bot.in_core(partial(bot.core.commands.browse, tier, price, vendor)))

    @browse.autocomplete("vendor")
    async def vendors(_: discord.Interaction[Any], typed: str) -> list[app_commands.Choice[str]]:
        reviewed = {card.vendor for card in bot.core.knowledge.reviewed}
        known = [one for one in bot.core.knowledge.vendors.values() if one.id in reviewed]
        found = [one for one in known if typed.lower() in one.name.lower()][:MOST_CHOICES]
        return [app_commands.Choice(name=one.name, value=one.id) for one in found]


def _add_about(bot: CertwiseBot) -> None:
    @bot.tree.command(name="help", description="What I can do, and how to ask")
    async def help_(interaction: discord.Interaction[Any]) -> None:
        await _tell(bot, interaction, HELP)

    @bot.tree.command(name="privacy", description="What I keep, and for how long")
    async def privacy(interaction: discord.Interaction[Any]) -> None:
        await _tell(bot, interaction, PRIVACY)

    @bot.tree.command(name="forget-me", description="Have me forget what I keep of you")
    async def forget_me(interaction: discord.Interaction[Any]) -> None:
        forgotten = await bot.in_core(partial(bot.core.forget, str(interaction.user.id)))
        await _tell(bot, interaction, "Done: I have forgotten it." if forgotten else "I kept nothing of you.")


def _add_menu(bot: CertwiseBot) -> None:
    @bot.tree.context_menu(name="Answer this")
    async def answer_this(interaction: discord.Interaction[Any], message: discord.Message) -> None:
        question = question_in(message.content, bot.application_id or 0)
        if not question:
            await _tell(bot, interaction, "There are no words in it.")
            return
        await _answer(bot, interaction, question)


async def _tell(bot: CertwiseBot, interaction: discord.Interaction[Any], text: str) -> None:
    """Say something of the bot's own, in private."""
    with bot.answering():
        await interaction.response.send_message(view=text_layout(text), ephemeral=True)


async def _answer(
    bot: CertwiseBot, interaction: discord.Interaction[Any], asked: str | Action, command: str = ""
) -> None:
    """Answer in private; the answer can be shared."""
    with bot.answering():
        view = await bot.answer(asked, interaction.channel_id or 0, interaction.user.id, command=command, private=True)
        await interaction.response.send_message(view=view, ephemeral=True)
