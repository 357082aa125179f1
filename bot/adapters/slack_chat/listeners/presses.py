"""Buttons: each carries what it asks for, so it works for anybody, after a restart and after a new release."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from bot.adapters.slack_chat.rendering import PRESS, Origin, render_text
from bot.adapters.slack_chat.sending import GONE, WebhookError, reason_of
from bot.adapters.slack_chat.views.context import ViewContext, context_of
from bot.adapters.slack_chat.views.results import result_view, text_view
from bot.adapters.slack_chat.wording import NOT_SHARED, SHARED
from bot.application.reacting import ASIDES
from bot.domain.actions import Share

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

    from bot.adapters.slack_chat.incoming import Incoming, Payload
    from bot.adapters.slack_chat.places import Place
    from bot.adapters.slack_chat.services import Services
    from bot.domain.actions import Action


def add_presses(app: AsyncApp, services: Services) -> None:
    """Answer each button where it stands: in the thread, in private, or in the modal."""
    presses = Presses(services)
    app.action(re.compile(rf"^{re.escape(PRESS)}"))(services.guard.at_once(presses.pressed))


class Presses:
    """What buttons do."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def pressed(self, incoming: Incoming) -> None:
        """One button."""
        action = await self._services.core.read(_value_of(incoming.body))
        view = incoming.body.get("view")
        if view:
            await self._in_view(incoming, action, view)
        elif isinstance(action, Share):
            if not await self._shared(incoming, action, incoming.response_url):
                await self._services.sender.whisper(incoming, render_text(NOT_SHARED))
        elif isinstance(action, ASIDES) or _container(incoming).get("is_ephemeral"):
            origin = Origin(sharable=bool(_container(incoming).get("is_ephemeral")))
            message = await self._services.core.answer(action, incoming.place, origin)
            await self._services.sender.whisper(incoming, message)
        else:
            place = _below(incoming)
            message = await self._services.core.answer(action, place, Origin())
            await self._services.sender.post(incoming.client, place, message)

    async def _in_view(self, incoming: Incoming, action: Action, view: Payload) -> None:
        """In a modal the answer takes the place of the one before, or, told aside, lies on top of it.

        From the App Home it opens a modal.
        """
        opened_at_home = view.get("type") == "home"
        context = ViewContext() if opened_at_home else context_of(view)
        place = replace(incoming.place, channel=context.channel)
        if isinstance(action, Share):
            shared = await self._shared(replace(incoming, place=place), action, context.response_url)
            told = SHARED if shared else NOT_SHARED
            await incoming.client.views_push(trigger_id=incoming.trigger, view=text_view(told))
            return
        origin = Origin(sharable=bool(context.channel))
        blocks = await self._services.core.answer_in_modal(action, place, origin)
        shown = result_view(blocks, context)
        if opened_at_home:
            await incoming.client.views_open(trigger_id=incoming.trigger, view=shown)
        elif isinstance(action, ASIDES):
            await incoming.client.views_push(trigger_id=incoming.trigger, view=shown)
        else:
            await incoming.client.views_update(view_id=str(view.get("id")), view=shown)

    async def _shared(self, incoming: Incoming, action: Share, url: str) -> bool:
        """Answer it once more where everybody reads it, with who asked what; gives whether Slack let that be."""
        place = incoming.place
        message = await self._services.core.answer(action, place, Origin(question=action.question, asker=place.user))
        sender = self._services.sender
        with contextlib.suppress(WebhookError):  # used up: it works for half an hour
            await sender.respond(url, message, thread=place.thread, public=True)
            return True
        try:
            await sender.post(incoming.client, place, message)
        except SlackApiError as error:
            if reason_of(error) not in GONE:
                raise
            return False
        return True


def _value_of(body: Payload) -> str:
    """What the button carries."""
    return str((body.get("actions") or [{}])[0].get("value") or "")


def _container(incoming: Incoming) -> Payload:
    container: Payload = incoming.body.get("container") or {}
    return container


def _below(incoming: Incoming) -> Place:
    """The thread of the message whose button it is, which it may begin."""
    began = str(_container(incoming).get("message_ts") or "")
    in_direct_message = incoming.place.channel.startswith("D")
    return replace(incoming.place, thread=incoming.place.thread or ("" if in_direct_message else began))
