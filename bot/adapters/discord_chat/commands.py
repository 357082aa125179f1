"""The slash commands and the message menu as Discord shows them: names, options, who may use them where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import Range, locale_str

from bot.application.price_limits import PRICES

if TYPE_CHECKING:
    from bot.adapters.discord_chat.guard import Guard
    from bot.adapters.discord_chat.listeners.commands import SlashCommands
    from bot.adapters.discord_chat.listeners.completions import Completions
    from bot.adapters.discord_chat.tree import Tree

SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
FOR_SERVERS = app_commands.AppInstallationType(guild=True, user=False)
MANAGERS = discord.Permissions(manage_guild=True)


class Registry:
    """Adds every command to a tree. Discord learns of them by ``bot.adapters.discord_chat.registering``."""

    def __init__(self, tree: Tree, guard: Guard, commands: SlashCommands, completions: Completions) -> None:
        self._tree = tree
        self._guard = guard
        self._commands = commands
        self._completions = completions

    def add_all(self) -> None:
        """Every one."""
        self._add_ask()
        self._add_recommend()
        self._add_compare()
        self._add_browse()
        self._add_about()
        self._add_menu()
        self._add_moderation()

    def _add_ask(self) -> None:
        guard, commands = self._guard, self._commands

        @self._tree.command(name=locale_str("ask"), description=locale_str("Ask about AI certifications"))
        @app_commands.describe(question=locale_str("what you want to know, in your own words"))
        async def ask(interaction: discord.Interaction[Any], question: Range[str, 1, 200]) -> None:
            await guard.interaction(interaction, lambda it: commands.ask(it, question))

        self._tree.completes(ask, "question", self._completions.anything)

    def _add_recommend(self) -> None:
        guard, commands = self._guard, self._commands

        @self._tree.command(
            name=locale_str("recommend"),
            description=locale_str("Which certification suits you; without words, a short form"),
        )
        @app_commands.describe(about=locale_str("about you: work, experience, goal, budget, time"))
        async def recommend(interaction: discord.Interaction[Any], about: Range[str, 1, 500] | None = None) -> None:
            await guard.interaction(interaction, lambda it: commands.recommend(it, about))

    def _add_compare(self) -> None:
        guard, commands = self._guard, self._commands

        @self._tree.command(
            name=locale_str("compare"), description=locale_str("Two or three certifications side by side")
        )
        @app_commands.describe(
            first=locale_str("a certification"),
            second=locale_str("another one"),
            third=locale_str("and a third, if you like"),
        )
        async def compare(
            interaction: discord.Interaction[Any],
            first: Range[str, 1, 100],
            second: Range[str, 1, 100],
            third: Range[str, 1, 100] | None = None,
        ) -> None:
            named = [name for name in (first, second, third) if name]
            await guard.interaction(interaction, lambda it: commands.compare(it, named))

        for option in ("first", "second", "third"):
            self._tree.completes(compare, option, self._completions.certifications)

    def _add_browse(self) -> None:
        guard, commands = self._guard, self._commands
        prices = [app_commands.Choice(name=locale_str(name), value=most) for name, most in PRICES.items()]

        @self._tree.command(name=locale_str("browse"), description=locale_str("List the certifications of the guide"))
        @app_commands.describe(
            tier=locale_str("1 cloud exams, 2 programs for beginners, 3 emerging, 4 universities"),
            price=locale_str("what it may cost"),
            vendor=locale_str("who makes it"),
        )
        @app_commands.choices(price=prices)
        async def browse(
            interaction: discord.Interaction[Any],
            tier: Range[int, 1, 4] | None = None,
            price: int | None = None,
            vendor: Range[str, 1, 100] | None = None,
        ) -> None:
            await guard.interaction(interaction, lambda it: commands.browse(it, tier, price, vendor))

        self._tree.completes(browse, "vendor", self._completions.vendors)

    def _add_about(self) -> None:
        guard, commands = self._guard, self._commands

        @self._tree.command(name=locale_str("help"), description=locale_str("What I can do, and how to ask"))
        async def help_(interaction: discord.Interaction[Any]) -> None:
            await guard.interaction(interaction, commands.help)

        @self._tree.command(name=locale_str("privacy"), description=locale_str("What I keep, and for how long"))
        async def privacy(interaction: discord.Interaction[Any]) -> None:
            await guard.interaction(interaction, commands.privacy)

        @self._tree.command(name=locale_str("forget-me"), description=locale_str("Have me forget what I keep of you"))
        async def forget_me(interaction: discord.Interaction[Any]) -> None:
            await guard.interaction(interaction, commands.forget_me)

    def _add_menu(self) -> None:
        guard, commands = self._guard, self._commands

        @self._tree.context_menu(name=locale_str("Answer this"))
        async def answer_this(interaction: discord.Interaction[Any], message: discord.Message) -> None:
            await guard.interaction(interaction, lambda it: commands.answer_this(it, message))

    def _add_moderation(self) -> None:
        """Shown to those who may manage the server, unless its Integrations page lets others use it, too."""
        guard, commands = self._guard, self._commands
        group = app_commands.Group(
            name=locale_str("kb"),
            description=locale_str("For moderators"),
            default_permissions=MANAGERS,
            allowed_contexts=SERVERS,
            allowed_installs=FOR_SERVERS,
        )

        @group.command(
            name=locale_str("settings"),
            description=locale_str("Where I answer in this server, and who may change that"),
        )
        async def settings(interaction: discord.Interaction[Any]) -> None:
            await guard.interaction(interaction, commands.settings)

        self._tree.add_command(group)
