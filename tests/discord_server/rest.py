"""The REST API: the routes that the bot uses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.discord_server import payloads
from tests.discord_server.limits import complaints_about_commands, complaints_about_message, complaints_about_modal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.discord_server.server import DiscordServer

MODAL, MESSAGE = 9, 4
EXPIRED, ANSWERED, UNKNOWN_MESSAGE, INVALID = 10_062, 40_060, 10_008, 50_035


class Rest:
    """Answers as Discord does, and keeps what the bot sends."""

    def __init__(self, server: DiscordServer) -> None:
        self._server = server

    def add_routes(self, app: web.Application) -> None:
        """Register every route."""
        app.middlewares.append(self._guard)
        base = "/api/v10"
        app.router.add_get(f"{base}/users/@me", self._me)
        app.router.add_get(f"{base}/oauth2/applications/@me", self._application)
        app.router.add_get(f"{base}/gateway/bot", self._gateway)
        app.router.add_post(f"{base}/channels/{{channel}}/messages", self._create)
        app.router.add_patch(f"{base}/channels/{{channel}}/messages/{{message}}", self._edit)
        app.router.add_delete(f"{base}/channels/{{channel}}/messages/{{message}}", self._delete)
        app.router.add_post(f"{base}/interactions/{{interaction}}/{{token}}/callback", self._callback)
        app.router.add_put(f"{base}/applications/{{application}}/commands", self._commands)

    @web.middleware
    async def _guard(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Check the token, fail where a test wants it, and tell the tests of each request."""
        from tests.discord_server.server import TOKEN  # noqa: PLC0415 - the server imports this module

        if not request.path.startswith("/api/"):
            response: web.StreamResponse = await handler(request)
            return response
        server = self._server
        server.requests.append(f"{request.method} {request.path.removeprefix('/api/v10')}")
        async with server.changed:
            server.changed.notify_all()
        for path, released in server.held:
            if path in request.path:
                await released.wait()
        if "/interactions/" not in request.path and request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _error(401, 0, "401: Unauthorized")
        failure = next((one for one in server.failures if one[0] in request.path), None)
        if failure is not None:
            server.failures.remove(failure)
            return _failed(failure[1], failure[2])
        answered: web.StreamResponse = await handler(request)
        async with server.changed:
            server.changed.notify_all()
        return answered

    async def _me(self, _: web.Request) -> web.Response:
        return _json(payloads.BOT)

    async def _application(self, _: web.Request) -> web.Response:
        told = {
            "id": payloads.APPLICATION, "name": "certwise", "icon": None, "description": "", "bot_public": True,
            "bot_require_code_grant": False, "verify_key": "00", "owner": payloads.user("1"), "team": None, "flags": 0,
        }  # fmt: skip
        return _json(told)

    async def _gateway(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return _json({"url": self._server.gateway_url, "shards": 1, "session_start_limit": limit})

    async def _create(self, request: web.Request) -> web.Response:
        data = await request.json()
        if complaint := self._refused(complaints_about_message(data)):
            return _error(400, INVALID, complaint)
        made = payloads.message(str(next(self._server.ids)), request.match_info["channel"], payloads.BOT, **data)
        self._server.messages[made["id"]] = made
        return _json(made)

    async def _edit(self, request: web.Request) -> web.Response:
        data = await request.json()
        made = self._server.messages.get(request.match_info["message"])
        if made is None:
            return _error(404, UNKNOWN_MESSAGE, "Unknown Message")
        if complaint := self._refused(complaints_about_message(data | {"flags": made["flags"]})):
            return _error(400, INVALID, complaint)
        made |= data | {"edits": made.get("edits", 0) + 1}
        return _json(made)

    async def _delete(self, request: web.Request) -> web.Response:
        id_ = request.match_info["message"]
        if self._server.messages.pop(id_, None) is None:
            return _error(404, UNKNOWN_MESSAGE, "Unknown Message")
        self._server.deleted.append(id_)
        return web.Response(status=204)

    async def _callback(self, request: web.Request) -> web.Response:
        data = await request.json()
        interaction = self._server.interactions[request.match_info["interaction"]]
        if interaction.expired:
            return _error(404, EXPIRED, "Unknown interaction")
        if interaction.callbacks:
            return _error(400, ANSWERED, "Interaction has already been acknowledged.")
        if data["type"] == MESSAGE and (complaint := self._refused(complaints_about_message(data["data"]))):
            return _error(400, INVALID, complaint)
        if data["type"] == MODAL and (complaint := self._refused(complaints_about_modal(data["data"]))):
            return _error(400, INVALID, complaint)
        interaction.callbacks.append(data)
        interaction.answered.set()
        return _json({"interaction": {"id": interaction.id, "type": 2}})

    async def _commands(self, request: web.Request) -> web.Response:
        data = await request.json()
        if complaint := self._refused(complaints_about_commands(data)):
            return _error(400, INVALID, complaint)
        self._server.commands = [
            {"description": ""}
            | one
            | {"id": str(next(self._server.ids)), "application_id": payloads.APPLICATION, "version": "1"}
            for one in data
        ]
        return _json(self._server.commands)

    def _refused(self, complaints: Iterable[str]) -> str:
        found = list(complaints)
        self._server.violations += found
        return "; ".join(found)


def _json(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """Without a charset in its type: the library looks for exactly that."""
    return web.Response(body=json.dumps(data).encode(), status=status, headers=headers, content_type="application/json")


def _error(status: int, code: int, message: str) -> web.Response:
    return _json({"code": code, "message": message}, status=status)


def _failed(status: int, retry_after: float) -> web.Response:
    if status != 429:
        return _error(status, 0, "It broke")
    headers = {"Retry-After": str(retry_after), "Via": "1.1 test"}
    return _json(
        {"message": "You are being rate limited.", "retry_after": retry_after, "global": False},
        status=429,
        headers=headers,
    )
