"""Answers of the REST API."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.discord_server.server import DiscordServer

EXPIRED, ANSWERED, UNKNOWN_MESSAGE, INVALID, UNKNOWN_TOKEN = 10_062, 40_060, 10_008, 50_035, 10_015
"""Discord's codes."""


def json_answer(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """Without a charset in its type: the library looks for exactly that."""
    return web.Response(body=json.dumps(data).encode(), status=status, headers=headers, content_type="application/json")


def error_answer(status: int, code: int, message: str) -> web.Response:
    """An error as Discord words it."""
    return json_answer({"code": code, "message": message}, status=status)


def failed_answer(status: int, retry_after: float) -> web.Response:
    """A rate limit, or a server that is broken."""
    if status != 429:
        return error_answer(status, 0, "It broke")
    headers = {"Retry-After": str(retry_after), "Via": "1.1 test"}
    told = {"message": "You are being rate limited.", "retry_after": retry_after, "global": False}
    return json_answer(told, status=429, headers=headers)


def refused(server: DiscordServer, complaints: Iterable[str]) -> str:
    """The complaints as one text, which the server keeps, too; empty where there are none."""
    found = list(complaints)
    server.violations += found
    return "; ".join(found)


def break_off(request: web.Request) -> web.Response:
    """Break the connection; nothing that is answered gets through."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)
