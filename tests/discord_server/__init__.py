"""A Discord of the tests' own: REST v10 and gateway v10 on loopback, as far as the bot needs them."""

from tests.discord_server.interactions import Interaction
from tests.discord_server.server import DiscordServer

__all__ = ["DiscordServer", "Interaction"]
