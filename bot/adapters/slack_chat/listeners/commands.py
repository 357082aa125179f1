"""The slash commands: answered in private; without words most of them open a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.adapters.slack_chat.escaping import question_in
from bot.adapters.slack_chat.rendering import Origin, render_text
from bot.adapters.slack_chat.views.context import context_here
from bot.adapters.slack_chat.views.forms import ask_view, compare_view, form_view
from bot.adapters.slack_chat.wording import FORGOTTEN, HELP, NOTHING_KEPT, PRIVACY
from bot.application.naming import COMPARE, LIST, RECOMMEND

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

    from bot.adapters.slack_chat.incoming import Incoming
    from bot.adapters.slack_chat.services import Services

REQUESTS = {"/ask": "", "/recommend": RECOMMEND, "/compare": COMPARE, "/certs": LIST}
"""What each command asks for outright; see ``bot.domain.message.Message.command``."""
FORGET, HELP_WORD, PRIVACY_WORD = "forget-me", "help", "privacy"
TOLD = {HELP_WORD: HELP, PRIVACY_WORD: PRIVACY}
"""Words behind any command that ask for something about the bot."""


def add_commands(app: AsyncApp, services: Services) -> None:
    """Answer the four commands."""
    commands = SlashCommands(services)
    for name in REQUESTS:
        app.command(name)(services.guard.at_once(commands.given))


class SlashCommands:
    """What commands do."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def given(self, incoming: Incoming) -> None:
        """A command with the words behind it."""
        text = question_in(str(incoming.body.get("text") or ""))
        name = str(incoming.body.get("command"))
        word = "-".join(text.lower().split())
        if word in TOLD:
            await self._services.sender.whisper(incoming, render_text(TOLD[word]))
        elif word == FORGET:
            await forget(self._services, incoming)
        elif text:
            await self._answer(incoming, name, text)
        else:
            await self._open(incoming, name)

    async def _answer(self, incoming: Incoming, name: str, text: str) -> None:
        origin = Origin(question=text, sharable=True)
        message = await self._services.core.answer(text, incoming.place, origin, REQUESTS.get(name, ""))
        await self._services.sender.whisper(incoming, message)

    async def _open(self, incoming: Incoming, name: str) -> None:
        """The form of a command; a list needs none."""
        core, context = self._services.core, context_here(incoming)
        if name == "/certs":
            origin = Origin(sharable=True)
            message = await core.answer(core.commands.browse(), incoming.place, origin)
            await self._services.sender.whisper(incoming, message)
            return
        views = {
            "/recommend": lambda: form_view(core.knowledge.questions, context),
            "/compare": lambda: compare_view(context),
        }
        view = views.get(name, lambda: ask_view(context))()
        await incoming.client.views_open(trigger_id=incoming.trigger, view=view)


async def forget(services: Services, incoming: Incoming) -> None:
    """Forget a person, and tell them."""
    forgotten = await services.core.forget(incoming.place.person)
    await services.sender.whisper(incoming, render_text(FORGOTTEN if forgotten else NOTHING_KEPT))
