"""The REST API: the routes that the bot uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.discord_server import payloads
from tests.discord_server.answers import (
    INVALID,
    UNKNOWN_MESSAGE,
    break_off,
    error_answer,
    failed_answer,
    json_answer,
    refused,
)
from tests.discord_server.callbacks import Callbacks
from tests.discord_server.limits import (
    complaints_about_commands,
    complaints_about_message,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.discord_server.server import DiscordServer


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
        Callbacks(self._server).add_routes(app, base)
        app.router.add_put(f"{base}/applications/{{application}}/commands", self._commands)

    @web.middleware
    async def _guard(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Check the token, fail where a test wants it, and tell the tests of each request."""
        from tests.discord_server.server import DROPPED, LOST, TOKEN  # noqa: PLC0415 - the server imports this module

        if not request.path.startswith("/api/"):
            response: web.StreamResponse = await handler(request)
            return response
        server = self._server
        server.requests.append(f"{request.method} {request.path.removeprefix('/api/v10')}")
        await self._tell()
        for path, released in server.held:
            if path in request.path:
                await released.wait()
        in_token = "/interactions/" in request.path or "/webhooks/" in request.path
        if not in_token and request.headers.get("Authorization") != f"Bot {TOKEN}":
            return error_answer(401, 0, "401: Unauthorized")
        failure = next((one for one in server.failures if one[0] in request.path), None)
        if failure is not None:
            server.failures.remove(failure)
            if failure[1] == LOST:
                await handler(request)
            if failure[1] in (DROPPED, LOST):
                return break_off(request)
            return failed_answer(failure[1], failure[2])
        refusal = next((one for one in server.refusals if one[0] in request.path), None)
        if refusal is not None:
            server.refusals.remove(refusal)
            return json_answer(refusal[2], status=refusal[1])
        answered: web.StreamResponse = await handler(request)
        await self._tell()
        return answered

    async def _tell(self) -> None:
        async with self._server.changed:
            self._server.changed.notify_all()

    async def _me(self, _: web.Request) -> web.Response:
        return json_answer(payloads.BOT)

    async def _application(self, _: web.Request) -> web.Response:
        told = {
            "id": payloads.APPLICATION, "name": "certwise", "icon": None, "description": "", "bot_public": True,
            "bot_require_code_grant": False, "verify_key": "00", "owner": payloads.user("1"), "team": None, "flags": 0,
        }  # fmt: skip
        return json_answer(told)

    async def _gateway(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return json_answer(
            {"url": self._server.named_gateway or self._server.gateway_url, "shards": 1, "session_start_limit": limit}
        )

    async def _create(self, request: web.Request) -> web.Response:
        data, server = await request.json(), self._server
        if complaint := self._refused(complaints_about_message(data)):
            return error_answer(400, INVALID, complaint)
        nonce = str(data.get("nonce"))
        if data.get("enforce_nonce") and server.nonces.get(nonce) in server.messages:
            return json_answer(server.messages[server.nonces[nonce]])
        made = payloads.message(payloads.snowflake(), request.match_info["channel"], payloads.BOT, **data)
        server.messages[made["id"]] = made
        server.nonces[nonce] = made["id"]
        server.note_answer(str((data.get("message_reference") or {}).get("message_id")))
        return json_answer(made)

    async def _edit(self, request: web.Request) -> web.Response:
        data = await request.json()
        made = self._server.messages.get(request.match_info["message"])
        if made is None:
            return error_answer(404, UNKNOWN_MESSAGE, "Unknown Message")
        if complaint := self._refused(complaints_about_message(data, edits=True)):
            return error_answer(400, INVALID, complaint)
        made |= data | {"edits": made.get("edits", 0) + 1}
        return json_answer(made)

    async def _delete(self, request: web.Request) -> web.Response:
        id_ = request.match_info["message"]
        if self._server.messages.pop(id_, None) is None:
            return error_answer(404, UNKNOWN_MESSAGE, "Unknown Message")
        self._server.deleted.append(id_)
        return web.Response(status=204)

    async def _commands(self, request: web.Request) -> web.Response:
        data = await request.json()
        if complaint := self._refused(complaints_about_commands(data)):
            return error_answer(400, INVALID, complaint)
        known = {"description": "", "application_id": payloads.APPLICATION, "version": "1"}
        self._server.commands = [known | one | {"id": payloads.snowflake()} for one in data]
        return json_answer(self._server.commands)

    def _refused(self, complaints: Iterable[str]) -> str:
        return refused(self._server, complaints)
