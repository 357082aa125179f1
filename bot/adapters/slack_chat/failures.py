"""Why Slack cannot be used, in words that an operator can act on."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.adapters.slack_chat.sending import reason_of
from bot.application.platforms import PlatformError

if TYPE_CHECKING:
    from collections.abc import Iterator

REFUSED = frozenset({
    "account_inactive", "invalid_auth", "not_allowed_token_type", "not_authed", "org_login_required", "token_expired",
    "token_revoked",
})  # fmt: skip
"""Slack's words for a token that it does not take."""
WHERE = {
    "SLACK_BOT_TOKEN": "copy it anew from the app's page OAuth & Permissions (it begins with xoxb-)",
    "SLACK_APP_TOKEN": "make one on the app's page Basic Information with the scope connections:write (xapp-...)",
}
"""Where each token is found."""


class SlackError(PlatformError):
    """Slack cannot be used; the message says why and how to mend it."""


@contextlib.contextmanager
def explained(setting: str) -> Iterator[None]:
    """Raise SlackError for what keeps the bot out; ``setting`` names the token that is used."""
    try:
        yield
    except SlackApiError as error:
        raise SlackError(_answered(reason_of(error), setting)) from None
    except (aiohttp.ClientError, OSError) as error:  # a timeout is an OSError
        told = str(error) or type(error).__name__
        raise SlackError(f"Slack cannot be reached ({told}); check the network and SLACK_API_BASE") from None
    except (KeyError, TypeError, ValueError) as error:
        told = type(error).__name__
        raise SlackError(f"what answers is not Slack ({told}); check SLACK_API_BASE and any proxy") from None


def _answered(reason: str, setting: str) -> str:
    if reason in REFUSED:
        return f"Slack refuses the token in {setting} ({reason}); {WHERE[setting]}"
    if reason == "missing_scope":
        return f"{setting} lacks a scope; {WHERE[setting]}"
    if reason.isdecimal() and int(reason) >= 500:  # noqa: PLR2004 - HTTP's own number
        return f"Slack is out of order (it answers {reason}); try again later, status.slack.com tells more"
    return f"Slack does not let the bot in ({reason}); check SLACK_API_BASE and any proxy"
