"""The App Home, and the prompts of the agent panel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.adapters.slack_chat.scopes import AGENT_SCOPE
from bot.adapters.slack_chat.views.context import context_here
from bot.adapters.slack_chat.views.forms import ASK, COMPARE, RECOMMEND, ask_view, compare_view, form_view
from bot.adapters.slack_chat.views.home import FORGET, home_view
from bot.adapters.slack_chat.views.results import text_view
from bot.adapters.slack_chat.wording import FORGOTTEN, NOTHING_KEPT, PROMPTS, PROMPTS_TITLE
from bot.application.price_limits import PRICES

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

    from bot.adapters.slack_chat.incoming import Incoming
    from bot.adapters.slack_chat.services import Services

TIERS = (1, 2, 3, 4)


def add_home(app: AsyncApp, services: Services) -> None:
    """Show the App Home and answer its buttons; those that list something are answered like any other."""
    home = Home(services)
    app.event("app_home_opened")(services.guard.at_once(home.opened))
    app.action(re.compile(rf"^({ASK}|{RECOMMEND}|{COMPARE})$"))(services.guard.at_once(home.form_wanted))
    app.action(FORGET)(services.guard.at_once(home.forget_wanted))


class Home:
    """What the App Home does."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def opened(self, incoming: Incoming) -> None:
        """Its first tab is the home, the other the conversation, which the agent panel shows too."""
        if incoming.event.get("tab") == "home":
            await incoming.client.views_publish(user_id=incoming.place.user, view=home_view(self._lists()))
        elif AGENT_SCOPE in incoming.scopes:
            # Called directly: Bolt's helper names a thread, with which Slack fails without a word.
            prompts = [{"title": title, "message": message} for title, message in PROMPTS]
            await incoming.client.api_call(
                "assistant.threads.setSuggestedPrompts",
                json={"channel_id": incoming.place.channel, "title": PROMPTS_TITLE, "prompts": prompts},
            )

    async def form_wanted(self, incoming: Incoming) -> None:
        """One of the forms."""
        context = context_here(incoming)
        questions = self._services.core.knowledge.questions
        views = {
            ASK: lambda: ask_view(context),
            RECOMMEND: lambda: form_view(questions, context),
            COMPARE: lambda: compare_view(context),
        }
        wanted = str((incoming.body.get("actions") or [{}])[0].get("action_id"))
        await incoming.client.views_open(trigger_id=incoming.trigger, view=views[wanted]())

    async def forget_wanted(self, incoming: Incoming) -> None:
        """Forget the person, and say so in a modal."""
        forgotten = await self._services.core.forget(incoming.place.person)
        view = text_view(FORGOTTEN if forgotten else NOTHING_KEPT)
        await incoming.client.views_open(trigger_id=incoming.trigger, view=view)

    def _lists(self) -> list[tuple[str, str]]:
        """What can be browsed, and what the buttons for it carry."""
        core = self._services.core
        wanted = {
            "All": core.commands.browse(),
            **{f"Tier {tier}": core.commands.browse(tier) for tier in TIERS},
            **{name.capitalize(): core.commands.browse(most=most) for name, most in PRICES.items()},
        }
        return [(label, core.written(action)) for label, action in wanted.items()]
