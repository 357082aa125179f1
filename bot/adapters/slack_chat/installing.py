"""Several workspaces: installed by OAuth in a browser, gone when they uninstall the bot or revoke its token."""

from __future__ import annotations

import hashlib
import hmac
import logging
import secrets
import time
from typing import TYPE_CHECKING

from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from bot.adapters.slack_chat.scopes import AGENT_SCOPE, SCOPES
from bot.domain.installation import Installation

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp
    from slack_sdk.oauth.installation_store import Installation as SlackInstallation
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.adapters.slack_chat.incoming import Incoming
    from bot.adapters.slack_chat.services import Services
    from bot.application.ports import InstallationStore

log = logging.getLogger(__name__)
STATE_SECONDS = 600
"""How long an installation may take in the browser."""


def build_flow(
    client: AsyncWebClient, installations: InstallationStore, client_id: str, client_secret: str, *, agent: bool
) -> AsyncOAuthFlow:
    """The pages ``/slack/install`` and ``/slack/oauth_redirect``."""
    settings = AsyncOAuthSettings(
        client_id=client_id,
        client_secret=client_secret,
        scopes=(*SCOPES, AGENT_SCOPE) if agent else SCOPES,
        installation_store=PortedInstallations(installations),
        installation_store_bot_only=True,
        state_store=SignedStates(client_secret),
        state_expiration_seconds=STATE_SECONDS,
        logger=log,
    )
    return AsyncOAuthFlow(client=client, logger=log, settings=settings)


def add_farewells(app: AsyncApp, services: Services, installations: InstallationStore) -> None:
    """Forget a workspace that uninstalls the bot or revokes its token: nothing can be answered there any more."""

    async def gone(incoming: Incoming) -> None:
        event = incoming.event
        if event.get("type") == "tokens_revoked" and not (event.get("tokens") or {}).get("bot"):
            return  # tokens of people, of which the bot has none
        organisation = str(incoming.body.get("enterprise_id") or "")
        workspace = str(incoming.body.get("team_id") or "")
        installations.delete(organisation, workspace)
        log.warning("the bot is no longer installed in %s (%s)", workspace or organisation, event.get("type"))

    for name in ("app_uninstalled", "tokens_revoked"):
        app.event(name)(services.guard.at_once(gone))


class PortedInstallations(AsyncInstallationStore):
    """Where Slack's library puts a new installation: into the store behind the port."""

    def __init__(self, installations: InstallationStore) -> None:
        self._installations = installations

    @property
    def logger(self) -> logging.Logger:
        """The library asks for it."""
        return log

    async def async_save(self, installation: SlackInstallation) -> None:
        """Keep what the bot needs of it."""
        whole = bool(installation.is_enterprise_install)
        made = Installation(
            organisation=installation.enterprise_id or "",
            workspace="" if whole else installation.team_id or "",
            token=installation.bot_token or "",
            bot=installation.bot_id or "",
            bot_user=installation.bot_user_id or "",
            scopes=tuple(installation.bot_scopes or ()),
        )
        self._installations.save(made)
        log.info("the bot was installed in %s", made.workspace or made.organisation)


class SignedStates(AsyncOAuthStateStore):
    """States of installations that prove by a signature that they were issued here, by whichever replica.

    That they come back from the same browser is proved by the library's cookie.
    """

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    @property
    def logger(self) -> logging.Logger:
        """The library asks for it."""
        return log

    async def async_issue(self, *_args: object, **_more: object) -> str:
        """A new state."""
        made = f"{int(time.time())}.{secrets.token_urlsafe(16)}"
        return f"{made}.{self._sign(made)}"

    async def async_consume(self, state: str) -> bool:
        """Whether it was issued here, and not too long ago."""
        made, _, signature = (state or "").rpartition(".")
        began = made.partition(".")[0]
        if not began.isdecimal() or not hmac.compare_digest(signature.encode(), self._sign(made).encode()):
            return False
        return 0 <= time.time() - int(began) <= STATE_SECONDS

    def _sign(self, made: str) -> str:
        return hmac.new(self._secret, made.encode(), hashlib.sha256).hexdigest()
