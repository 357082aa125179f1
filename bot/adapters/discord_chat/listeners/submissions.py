"""What is sent with the modals."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.adapters.discord_chat import forms, wording
from bot.adapters.discord_chat.communities import may_choose, may_manage
from bot.adapters.discord_chat.core_thread import Query
from bot.adapters.discord_chat.places import place_of_interaction
from bot.adapters.discord_chat.rendering import render_text
from bot.adapters.discord_chat.sending import respond_aside
from bot.domain.actions import FollowUp

if TYPE_CHECKING:
    import discord

    from bot.adapters.discord_chat.answering import Answering
    from bot.adapters.discord_chat.services import Services
    from bot.domain.community import CommunityChoices

    Interaction = discord.Interaction[Any]
    Values = dict[str, tuple[str, ...]]

log = logging.getLogger(__name__)


class Submissions:
    """What the modals do."""

    def __init__(self, services: Services, answering: Answering) -> None:
        self._services = services
        self._answering = answering

    async def sent(self, interaction: Interaction) -> None:
        """Any of them, however long ago it was opened."""
        data: Any = interaction.data or {}
        custom_id, values = str(data.get("custom_id") or ""), forms.values_in(data)
        if custom_id == forms.ADVICE:
            await self._advise(interaction, values)
        elif custom_id == forms.SETTINGS:
            await self._choose(interaction, values)
        elif forms.FOLLOW_UP in values:
            await self._follow_up(interaction, custom_id, values)
        else:
            await respond_aside(interaction, render_text(wording.UNKNOWN_FORM))

    async def _advise(self, interaction: Interaction, values: Values) -> None:
        chosen = forms.chosen_in(values, self._services.core.knowledge.questions)
        await self._answering.command(interaction, Query(lambda commands: commands.advise(chosen)))

    async def _follow_up(self, interaction: Interaction, custom_id: str, values: Values) -> None:
        """About the reply that it was opened below; if that can't be told any more, about what was last spoken of."""
        words = " ".join(values[forms.FOLLOW_UP]).strip()
        if not words:
            await respond_aside(interaction, render_text(wording.NO_WORDS))
            return
        action = await self._services.core.read(custom_id)
        about = action.of if isinstance(action, FollowUp) else None
        await self._answering.below(interaction, Query(words, about=about), words)

    async def _choose(self, interaction: Interaction, values: Values) -> None:
        place = place_of_interaction(interaction)
        before = await self._services.communities.find(place)
        if not may_choose(interaction, before):
            await respond_aside(interaction, render_text(wording.NOT_ALLOWED))
            return
        choices = _chosen(before, values, with_moderators=may_manage(interaction))
        try:
            await self._services.communities.save(place, choices)
        except OSError:
            log.exception("the settings of a server cannot be kept")
            await respond_aside(interaction, render_text(wording.SETTINGS_LOST))
            return
        await respond_aside(interaction, render_text(wording.SETTINGS_KEPT.format(told=told_of(choices))))


def told_of(choices: CommunityChoices) -> str:
    """What moderators have chosen, in words."""
    channels = ", ".join(f"<#{one}>" for one in choices.channels) or "every channel"
    roles = ", ".join(f"<@&{one}>" for one in choices.moderators) or "nobody else"
    seen = "everybody in the channel" if choices.public else "the person who asks"
    return (
        f"Mentions are answered in {channels}; answers to commands are seen by {seen}; besides those who manage the "
        f"server, {roles} may change this."
    )


def _chosen(before: CommunityChoices, values: Values, *, with_moderators: bool) -> CommunityChoices:
    made = replace(
        before, channels=_ids(values, forms.CHANNELS), public=forms.PUBLIC in values.get(forms.VISIBILITY, ())
    )
    return replace(made, moderators=_ids(values, forms.MODERATORS)) if with_moderators else made


def _ids(values: Values, field: str) -> tuple[str, ...]:
    """What was picked; anything else would lock out everybody, or name what is not there."""
    return tuple(one for one in values.get(field, ()) if forms.is_id(one))
