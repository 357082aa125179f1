"""With which token a workspace is answered. No request to Slack is made for it: the acknowledgement waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize

from bot.domain.installation import Installation

if TYPE_CHECKING:
    from slack_bolt.context.async_context import AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.application.ports import InstallationStore


class Authorize(AsyncAuthorize):
    """Finds the installation of a workspace."""

    def __init__(self, installations: InstallationStore) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library's
        self.installations = installations

    # The names are Bolt's.
    async def __call__(
        self,
        *,
        context: AsyncBoltContext,  # noqa: ARG002
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        actor_enterprise_id: str | None = None,  # noqa: ARG002
        actor_team_id: str | None = None,  # noqa: ARG002
        actor_user_id: str | None = None,  # noqa: ARG002
    ) -> AuthorizeResult | None:
        """See AsyncAuthorize; None where the bot is not installed there."""
        found = self.installations.find(enterprise_id or "", team_id or "")
        if found is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_id=found.bot,
            bot_user_id=found.bot_user,
            bot_token=found.token,
            bot_scopes=found.scopes,
            user_id=user_id,
        )


class OnlyInstallation:
    """The store of a bot that is installed in one workspace with a token of its settings."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation

    def save(self, installation: Installation) -> None:
        """It is the only one."""
        self._installation = installation

    def find(self, organisation: str, workspace: str) -> Installation | None:  # noqa: ARG002
        """Whatever is asked for: people of other workspaces speak to it in shared channels."""
        return self._installation

    def delete(self, organisation: str, workspace: str) -> None:
        """The token stays in the settings; Slack refuses it from now on."""


async def ask_who_i_am(client: AsyncWebClient) -> Installation:
    """The installation that a client's token belongs to; raises SlackApiError where Slack refuses it."""
    told = await client.auth_test()
    scopes = str(told.headers.get("x-oauth-scopes") or told.headers.get("X-OAuth-Scopes") or "")
    return Installation(
        organisation=str(told.get("enterprise_id") or ""),
        workspace=str(told.get("team_id") or ""),
        token=client.token or "",
        bot=str(told.get("bot_id") or ""),
        bot_user=str(told.get("user_id") or ""),
        scopes=tuple(scope.strip() for scope in scopes.split(",") if scope.strip()),
    )
