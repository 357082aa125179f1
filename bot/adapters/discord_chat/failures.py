"""Why Discord cannot be used, in words that an operator can act on."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.application.platforms import PlatformError

if TYPE_CHECKING:
    from collections.abc import Iterator

log = logging.getLogger(__name__)
REFUSED_TOKEN = 4004
"""Discord's code for a connection that it closes because of the token."""
WRONG_SHARDS = (4010, 4011)
"""Likewise, because of the shards."""
BROKEN = 500
"""From this HTTP status on the fault is at the other end."""
TOKEN = "Discord refuses the token in DISCORD_TOKEN; copy it anew from the developer portal (Bot, Reset Token)"  # noqa: S105 - no secret
UNREACHABLE = "Discord cannot be reached ({}); check the network and DISCORD_API_BASE"
NO_DISCORD = "what answers is not Discord, or does not let this machine in ({}); check DISCORD_API_BASE and any proxy"


class DiscordError(PlatformError):
    """Discord cannot be used; the message says why and how to mend it."""


@contextlib.contextmanager
def explained() -> Iterator[None]:
    """Raise DiscordError for what keeps a bot from logging in or from staying connected."""
    try:
        yield
    except discord.LoginFailure:
        raise DiscordError(TOKEN) from None
    except discord.ConnectionClosed as error:
        raise DiscordError(_closed(error.code)) from None
    except discord.HTTPException as error:
        raise DiscordError(_answered(error)) from None
    except (discord.GatewayNotFound, aiohttp.ClientError, OSError) as error:
        raise DiscordError(UNREACHABLE.format(str(error) or type(error).__name__)) from None


@contextlib.contextmanager
def login_explained() -> Iterator[None]:
    """The same for logging in, when it shows whether it is Discord that answers: the library reads whatever it gets."""
    with explained():
        try:
            yield
        except (KeyError, TypeError, ValueError) as error:
            log.debug("what the library could not read", exc_info=True)
            raise DiscordError(NO_DISCORD.format(type(error).__name__)) from error


def brief(error: Exception) -> str:
    """What went wrong in a few words without anybody's: Discord's status and code, else the kind of error."""
    if isinstance(error, discord.HTTPException):
        return f"{error.status}, code {error.code}"
    return type(error).__name__


def _closed(code: int) -> str:
    if code == REFUSED_TOKEN:
        return TOKEN
    if code in WRONG_SHARDS:
        return f"Discord wants other shards (code {code}); check DISCORD_SHARD_COUNT and DISCORD_SHARD_IDS"
    return f"Discord has closed the connection for good (code {code}); its documentation of gateway codes says why"


def _answered(error: discord.HTTPException) -> str:
    if error.status >= BROKEN:
        return f"Discord is out of order (it answers {error.status}); try again later, discordstatus.com tells more"
    return NO_DISCORD.format(f"it answers {error.status}")
