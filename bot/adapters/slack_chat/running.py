"""Starts and stops the bot on Slack."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Protocol

import aiohttp
from aiohttp import web

from bot.adapters.slack_chat.app import build_app, build_client, build_services
from bot.adapters.slack_chat.authorizing import Authorize, OnlyInstallation, ask_who_i_am
from bot.adapters.slack_chat.failures import SlackError, explained
from bot.adapters.slack_chat.http_routes import HttpRoutes
from bot.adapters.slack_chat.installing import build_flow
from bot.adapters.slack_chat.paths import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH
from bot.adapters.slack_chat.scopes import SCOPES
from bot.adapters.slack_chat.sending import TIMEOUT
from bot.adapters.slack_chat.socket import Pace, SocketLink

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from concurrent.futures import Executor

    from slack_bolt.async_app import AsyncApp
    from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.adapters.slack_chat.services import Services
    from bot.application.core import Core
    from bot.application.ports import DeliveryLog, InstallationStore

__all__ = ["SlackError", "SlackPlatform"]
log = logging.getLogger(__name__)
DRAIN_SECONDS = 25.0
"""How long a shutdown waits for answers in flight: a rate limit can take some seconds, Kubernetes kills after 30."""


class Access(Protocol):
    """How to reach Slack; see ``bot.settings.SlackSettings``."""

    @property
    def bot_token(self) -> str:
        """Secret; empty where workspaces install the bot by OAuth."""
        ...

    @property
    def app_token(self) -> str:
        """Secret; for Socket Mode, else empty."""
        ...

    @property
    def signing_secret(self) -> str:
        """Secret; for HTTP mode, else empty."""
        ...

    @property
    def client_id(self) -> str:
        """For installation by OAuth, else empty."""
        ...

    @property
    def client_secret(self) -> str:
        """Secret; likewise."""
        ...

    @property
    def agent(self) -> bool:
        """Whether installations ask for the agent panel."""
        ...

    @property
    def api_base(self) -> str | None:
        """Address of the Web API, None for Slack's own."""
        ...


class SlackPlatform:
    """The bot on Slack, in Socket Mode, HTTP mode or both."""

    name = "Slack"

    def __init__(
        self,
        core: Core,
        settings: Access,
        executor: Executor,
        deliveries: DeliveryLog,
        installations: InstallationStore,
        pace: Pace | None = None,
    ) -> None:
        """``executor`` is the one thread in which the core is asked; ``installations`` those by OAuth."""
        self._core = core
        self._settings = settings
        self._executor = executor
        self._deliveries = deliveries
        self._installations = installations
        self._pace = pace or Pace()
        self._http = HttpRoutes()
        self.ready = False
        """Whether it takes questions."""
        self.link: SocketLink | None = None
        """Socket Mode, while it is connected."""

    @property
    def routes(self) -> list[web.RouteDef]:
        """What is to be served over HTTP."""
        routes = []
        if self._settings.signing_secret:
            routes.append(web.post(EVENTS_PATH, self._http.events))
        if self._settings.client_id:
            routes += [web.get(INSTALL_PATH, self._http.install), web.get(REDIRECT_PATH, self._http.installed)]
        return routes

    @property
    def _modes(self) -> list[str]:
        """How Slack reaches the bot, as people call it."""
        settings = self._settings
        return ["Socket Mode"] * bool(settings.app_token) + [f"HTTP mode at {EVENTS_PATH}"] * bool(
            settings.signing_secret
        )

    async def run(self, stopped: asyncio.Event) -> None:
        """Answer until told to stop; raises SlackError where Slack does not let the bot in, or no longer."""
        timeout = aiohttp.ClientTimeout(total=TIMEOUT)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            settings = self._settings
            client = build_client(session, settings.api_base, settings.bot_token or None)
            installations = await self._known(client)
            services = build_services(self._core, self._executor, session, self._deliveries)
            flow = self._flow(client)
            app = build_app(services, client, Authorize(installations), settings.signing_secret, flow)
            await self._serve(app, services, flow, stopped)

    async def _known(self, client: AsyncWebClient) -> InstallationStore:
        """The installations that are answered for."""
        if not self._settings.bot_token:
            return self._installations
        with explained("SLACK_BOT_TOKEN"):
            own = await ask_who_i_am(client)
        missing = [scope for scope in SCOPES if own.scopes and scope not in own.scopes]
        if missing:
            log.warning("the bot lacks scopes: %s; update the app's manifest and install it again", ", ".join(missing))
        return OnlyInstallation(own)

    def _flow(self, client: AsyncWebClient) -> AsyncOAuthFlow | None:
        """How workspaces install the bot, if they may."""
        settings = self._settings
        if not settings.client_id:
            return None
        return build_flow(client, self._installations, settings.client_id, settings.client_secret, agent=settings.agent)

    async def _serve(
        self, app: AsyncApp, services: Services, flow: AsyncOAuthFlow | None, stopped: asyncio.Event
    ) -> None:
        async with self._linked(app, services) as lost:
            self._http.open(app, services.guard, flow)
            self.ready = True
            log.info("answering in %s", " and ".join(self._modes))
            waiting = asyncio.create_task(stopped.wait())
            try:
                await asyncio.wait({waiting, *lost}, return_when=asyncio.FIRST_COMPLETED)
                for task in lost:
                    if task.done():
                        task.result()  # raises what ended it
            finally:
                waiting.cancel()
                self.ready = False
                if not await services.guard.drain(DRAIN_SECONDS):
                    log.warning("some answers were not finished within %d s", DRAIN_SECONDS)
                self._http.close()

    @contextlib.asynccontextmanager
    async def _linked(self, app: AsyncApp, services: Services) -> AsyncIterator[list[asyncio.Task[None]]]:
        """The socket, if there is one, and the task that ends when it is lost for good."""
        if not self._settings.app_token:
            yield []
            return
        self.link = link = SocketLink(app, self._settings.app_token, services.guard, self._pace)
        await link.open()
        watch = asyncio.create_task(link.watch())
        try:
            yield [watch]
        finally:
            watch.cancel()
            await asyncio.gather(watch, return_exceptions=True)
            await link.close()
            self.link = None
