"""What the slash commands and the message menu do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.adapters.discord_chat import wording
from bot.adapters.discord_chat.addressing import question_in
from bot.adapters.discord_chat.communities import may_choose, may_manage
from bot.adapters.discord_chat.core_thread import Query, spoken
from bot.adapters.discord_chat.forms import advice_form, settings_form
from bot.adapters.discord_chat.places import place_of_interaction
from bot.adapters.discord_chat.rendering import render_text
from bot.adapters.discord_chat.sending import open_form, respond, respond_aside
from bot.application.naming import RECOMMEND

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord

    from bot.adapters.discord_chat.answering import Answering
    from bot.adapters.discord_chat.core_thread import Answered
    from bot.adapters.discord_chat.services import Services

    Interaction = discord.Interaction[Any]


class SlashCommands:
    """Each command."""

    def __init__(self, services: Services, answering: Answering) -> None:
        self._services = services
        self._answering = answering

    async def ask(self, interaction: Interaction, question: str) -> None:
        """``/ask``: what was picked of what was offered opens just that, else the words are understood."""
        core = self._services.core
        picked = await core.read(question)
        title = core.title_of(picked)
        await self._answering.command(interaction, Query(picked if title else question), title or question)

    async def recommend(self, interaction: Interaction, about: str | None) -> None:
        """``/recommend``: advice, or without words the form."""
        if about is None:
            await open_form(interaction, advice_form(self._services.core.knowledge.questions))
        else:
            await self._answering.command(interaction, Query(about, RECOMMEND), about)

    async def compare(self, interaction: Interaction, named: Sequence[str]) -> None:
        """``/compare``: by their ids, or as people call them."""
        await self._answering.command(interaction, Query(lambda commands: commands.compare(named)))

    async def browse(self, interaction: Interaction, tier: int | None, price: int | None, vendor: str | None) -> None:
        """``/browse``: a list, whatever was said before."""
        await self._answering.command(interaction, Query(lambda commands: commands.browse(tier, price, vendor)))

    async def help(self, interaction: Interaction) -> None:
        """``/help``."""
        await respond_aside(interaction, render_text(wording.HELP))

    async def privacy(self, interaction: Interaction) -> None:
        """``/privacy``."""
        await respond_aside(interaction, render_text(wording.PRIVACY))

    async def forget_me(self, interaction: Interaction) -> None:
        """``/forget-me``."""
        await respond(interaction, self._forget(interaction.user.id), private=True)

    async def answer_this(self, interaction: Interaction, message: discord.Message) -> None:
        """The message menu: somebody else's words, answered to whoever asks for it."""
        question = question_in(message.content, interaction.application_id)
        if question:
            await self._answering.command(interaction, Query(question), question)
        else:
            await respond_aside(interaction, render_text(wording.NO_WORDS))

    async def _forget(self, person: int) -> Answered:
        forgotten = await self._services.core.forget(person) + self._services.subjects.forget(person)
        return spoken(wording.FORGOTTEN if forgotten else wording.NOTHING_KEPT)

    async def settings(self, interaction: Interaction) -> None:
        """``/kb settings``: the form for moderators."""
        place = place_of_interaction(interaction)
        if not place.community:
            await respond_aside(interaction, render_text(wording.IN_SERVERS_ONLY))
            return
        choices = await self._services.communities.find(place)
        if may_choose(interaction, choices):
            await open_form(interaction, settings_form(choices, with_moderators=may_manage(interaction)))
        else:
            await respond_aside(interaction, render_text(wording.NOT_ALLOWED))
