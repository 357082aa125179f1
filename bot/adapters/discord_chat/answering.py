"""Answers commands, buttons and forms, where their answers are to be seen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.adapters.discord_chat.core_thread import Query
from bot.adapters.discord_chat.places import place_of_interaction
from bot.adapters.discord_chat.rendering import Origin, render_text
from bot.adapters.discord_chat.sending import respond, respond_aside, respond_in_place
from bot.adapters.discord_chat.wording import ELSEWHERE

if TYPE_CHECKING:
    import discord

    from bot.adapters.discord_chat.core_thread import Answered
    from bot.adapters.discord_chat.places import Place
    from bot.adapters.discord_chat.services import Services
    from bot.domain.actions import Action, Share
    from bot.domain.community import CommunityChoices

    Interaction = discord.Interaction[Any]


class Answering:
    """Answers interactions. In the direct message with the bot nothing needs to be private, or shared."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def command(self, interaction: Interaction, query: Query, question: str = "") -> None:
        """Only the person sees it, unless the moderators want everybody to; ``question`` is what was typed."""
        place = place_of_interaction(interaction)
        choices = await self._services.communities.find(place)
        if choices.public and place.is_open_by(choices):
            await self._in_public(interaction, query, place, Origin(question=question, asker=place.user))
        else:
            await self._in_private(interaction, query, place, _sharable(place, choices, question))

    async def below(self, interaction: Interaction, query: Query, question: str = "") -> None:
        """What is asked below a message, as privately as that message was."""
        place = place_of_interaction(interaction)
        if is_private(interaction):
            choices = await self._services.communities.find(place)
            await self._in_private(interaction, query, place, _sharable(place, choices, question))
        else:
            origin = Origin(question=question, asker=place.user if question else 0)
            await self._in_public(interaction, query, place, origin)

    async def aside(self, interaction: Interaction, action: Action) -> None:
        """For nobody but the person."""
        place = place_of_interaction(interaction)
        choices = await self._services.communities.find(place)
        await self._in_private(interaction, Query(action), place, _sharable(place, choices))

    async def in_place(self, interaction: Interaction, action: Action) -> None:
        """In the place of the message that it stands below, which nobody else sees."""
        place = place_of_interaction(interaction)
        choices = await self._services.communities.find(place)
        making = self._services.core.answer(Query(action), place, _sharable(place, choices))
        await respond_in_place(interaction, making)

    async def share(self, interaction: Interaction, action: Share, shown: str) -> None:
        """Once more where everybody reads it, with who asked what; ``shown`` is the question as it was shown."""
        place = place_of_interaction(interaction)
        choices = await self._services.communities.find(place)
        if not place.is_open_by(choices):
            await respond_aside(interaction, render_text(elsewhere(choices)))
            return
        origin = Origin(question=action.question, shared_question=shown, asker=place.user)
        await self._in_public(interaction, Query(action), place, origin)

    async def _in_private(self, interaction: Interaction, query: Query, place: Place, origin: Origin) -> None:
        making = self._services.core.answer(query, place, origin)
        await respond(interaction, making, private=not place.direct)

    async def _in_public(self, interaction: Interaction, query: Query, place: Place, origin: Origin) -> None:
        async def making() -> Answered:
            shown = replace(origin, asker=0) if place.direct else origin
            answered = await self._services.core.answer(query, place, shown)
            self._services.subjects.keep(place, answered)  # before anybody can read it
            return answered

        answered, message = await respond(interaction, making(), private=False)
        if message:
            await self._services.core.keep(place.key(message), "", "", place, answered)


def is_private(interaction: Interaction) -> bool:
    """Whether the message that it stands below is seen by one person alone; so it is where there is no message."""
    return interaction.message is None or interaction.message.flags.ephemeral


def elsewhere(choices: CommunityChoices) -> str:
    """Where the moderators want answers."""
    return ELSEWHERE.format(channels=", ".join(f"<#{channel}>" for channel in choices.channels))


def _sharable(place: Place, choices: CommunityChoices, question: str = "") -> Origin:
    """Of a private answer."""
    return Origin(question=question, sharable=place.is_open_by(choices) and not place.direct)
