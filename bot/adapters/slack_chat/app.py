"""The Bolt app."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.adapters.slack_chat import listeners
from bot.adapters.slack_chat.core_thread import CoreThread
from bot.adapters.slack_chat.deduplication import Deduplication
from bot.adapters.slack_chat.guard import Guard
from bot.adapters.slack_chat.installing import add_farewells
from bot.adapters.slack_chat.library_log import open_library_log
from bot.adapters.slack_chat.sending import TIMEOUT, Sender, retry_handlers
from bot.adapters.slack_chat.services import Services

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from aiohttp import ClientSession
    from slack_bolt.context.ack.async_ack import AsyncAck
    from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow

    from bot.adapters.slack_chat.authorizing import Authorize
    from bot.application.core import Core
    from bot.application.ports import DeliveryLog

SLACK_API = "https://slack.com/api/"


def build_client(session: ClientSession, api_base: str | None, token: str | None = None) -> AsyncWebClient:
    """A web client on the shared session."""
    base = f"{api_base}/" if api_base else SLACK_API
    return AsyncWebClient(
        token=token,
        base_url=base,
        timeout=TIMEOUT,
        session=session,
        logger=open_library_log(),
        retry_handlers=retry_handlers(),
    )


def build_services(core: Core, executor: Executor, session: ClientSession, deliveries: DeliveryLog) -> Services:
    """What the listeners work with; ``executor`` is the one thread in which the core is asked."""
    sender = Sender(session)
    return Services(CoreThread(core, executor), sender, Guard(sender), deliveries)


def build_app(
    services: Services,
    client: AsyncWebClient,
    authorize: Authorize,
    signing_secret: str = "",
    flow: AsyncOAuthFlow | None = None,
) -> AsyncApp:
    """The app with all of its listeners.

    Without a signing secret only Socket Mode can be served; ``flow`` is how workspaces install the bot by OAuth.
    """
    app = AsyncApp(
        logger=open_library_log(),
        name="certwise",
        client=client,
        authorize=authorize,  # type: ignore[arg-type]  # its code takes both, its annotation only a function
        signing_secret=signing_secret,
        oauth_flow=flow,
    )
    app.use(Deduplication(services.deliveries))
    for add in (
        listeners.add_mentions,
        listeners.add_direct_messages,
        listeners.add_commands,
        listeners.add_shortcuts,
        listeners.add_forms,
        listeners.add_presses,
        listeners.add_home,
    ):
        add(app, services)
    add_farewells(app, services, authorize.installations)
    _ignore_the_rest(app)
    return app


def _ignore_the_rest(app: AsyncApp) -> None:
    """Acknowledge what nothing is done with, such as a press on a link: else Slack shows a warning to the person.

    The first listener that fits is run, so this one comes last.
    """

    async def ignored(ack: AsyncAck) -> None:
        await ack()

    anything = re.compile("")
    app.event(anything)(ignored)
    app.action(anything)(ignored)
