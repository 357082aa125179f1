"""A Slack of the tests' own, on loopback: Web API, signed requests, Socket Mode, response URLs, Block Kit's limits."""

from tests.slack_server.server import SlackServer

__all__ = ["SlackServer"]
