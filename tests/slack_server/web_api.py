"""The Web API and the response URLs."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.slack_server.block_kit import faults_of_message, faults_of_view
from tests.slack_server.payloads import BOT_ID, BOT_USER, timestamp, unique

if TYPE_CHECKING:
    from tests.slack_server.server import SlackServer

Json = dict[str, Any]


@dataclass(frozen=True)
class Call:
    """What the bot did: the method of the Web API, or "respond" for a response URL."""

    method: str
    sent: Json
    token: str
    ts: str = ""


@dataclass
class Failure:
    """How the next call of a method fails."""

    method: str
    status: int = 200
    error: str = ""
    retry_after: int = 0


class WebApi:
    """Answers as Slack does."""

    def __init__(self, server: SlackServer) -> None:
        self._server = server

    def add_routes(self, app: web.Application) -> None:
        """Serve both."""
        app.router.add_post("/api/{method}", self._api)
        app.router.add_post("/hooks/{id}", self._hook)

    async def _api(self, request: web.Request) -> web.Response:
        server, method = self._server, request.match_info["method"]
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        sent = await _sent(request)
        server.requests.append(method)
        await server.told()
        await server.waited(method)
        if (failed := self._failed(method)) is not None:
            return failed
        if method == "oauth.v2.access":
            return web.json_response(server.grant(sent, request.headers.get("Authorization", "")))
        workspace = server.workspaces.get(token)
        known = workspace or (method == "apps.connections.open" and token == server.app_token)
        if not known:
            return web.json_response({"ok": False, "error": "invalid_auth"})
        answer = getattr(self, f"_{method.replace('.', '_')}", self._unknown)(sent)
        if answer.get("ok"):
            server.calls.append(Call(method, sent, token, str(answer.get("ts") or "")))
            await server.told()
        if workspace and method == "auth.test":
            answer |= {"team_id": workspace.team, "enterprise_id": workspace.enterprise}
        scopes = {"x-oauth-scopes": ",".join(workspace.scopes)} if workspace else {}
        return web.json_response(answer, headers=scopes)

    def _failed(self, method: str) -> web.Response | None:
        for failure in self._server.failures:
            if failure.method == method:
                self._server.failures.remove(failure)
                headers = {"Retry-After": str(failure.retry_after)} if failure.status == 429 else {}
                body = {"ok": False, "error": failure.error or "internal_error"}
                return web.json_response(body, status=failure.status, headers=headers)
        return None

    @staticmethod
    def _unknown(_: Json) -> Json:
        return {"ok": False, "error": "unknown_method"}

    @staticmethod
    def _auth_test(_: Json) -> Json:
        return {"ok": True, "user_id": BOT_USER, "bot_id": BOT_ID, "team": "One", "url": "https://one.example/"}

    def _apps_connections_open(self, _: Json) -> Json:
        return {"ok": True, "url": self._server.socket_url}

    def _chat_postMessage(self, sent: Json) -> Json:  # noqa: N802 - Slack's own name
        if sent.get("unfurl_links") or sent.get("unfurl_media") or "unfurl_links" not in sent:
            self._server.violations.append("a link would unfold")
        answer = self._message(sent) | {"channel": sent["channel"], "ts": timestamp()}
        if answer["ok"] and "thread_ts" in sent:
            self._server.answered.setdefault(sent["thread_ts"], time.monotonic())
        return answer

    def _chat_postEphemeral(self, sent: Json) -> Json:  # noqa: N802
        return self._message(sent) | {"message_ts": timestamp()}

    def _chat_update(self, sent: Json) -> Json:
        return self._message(sent) | {"ts": sent["ts"]}

    @staticmethod
    def _chat_delete(sent: Json) -> Json:
        return {"ok": True, "ts": sent["ts"]}

    def _views_open(self, sent: Json) -> Json:
        if sent["trigger_id"] in self._server.spent_triggers:
            return {"ok": False, "error": "exchanged_trigger_id"}
        self._server.spent_triggers.add(sent["trigger_id"])
        return self._view(sent)

    def _views_push(self, sent: Json) -> Json:
        return self._views_open(sent)

    def _views_update(self, sent: Json) -> Json:
        return self._view(sent)

    def _views_publish(self, sent: Json) -> Json:
        return self._view(sent)

    def _assistant_threads_setTitle(self, sent: Json) -> Json:  # noqa: N802
        assert sent["channel_id"]
        assert sent["thread_ts"]
        return {"ok": True}

    def _assistant_threads_setSuggestedPrompts(self, sent: Json) -> Json:  # noqa: N802
        if "thread_ts" in sent or not 0 < len(sent["prompts"]) <= 4:
            self._server.violations.append("prompts that Slack would not show")
        return {"ok": True}

    def _message(self, sent: Json) -> Json:
        if self._server.old_client and any(block["type"] == "table" for block in sent.get("blocks") or []):
            return {"ok": False, "error": "invalid_blocks"}
        self._server.violations.extend(faults_of_message(sent))
        return {"ok": True}

    def _view(self, sent: Json) -> Json:
        view = sent["view"]
        self._server.violations.extend(faults_of_view(view))
        return {"ok": True, "view": {**view, "id": unique("V")}}

    async def _hook(self, request: web.Request) -> web.Response:
        server, sent = self._server, await request.json()
        used = server.hooks.get(request.match_info["id"], 5)
        if (failed := self._failed("respond")) is not None:
            return failed
        if used >= 5:
            return web.Response(status=404, text="used_url")
        server.hooks[request.match_info["id"]] = used + 1
        answer = self._message(sent)
        if not answer["ok"]:
            return web.Response(status=400, text="invalid_blocks")
        server.calls.append(Call("respond", sent, ""))
        await server.told()
        return web.Response(text="ok")


async def _sent(request: web.Request) -> Json:
    sent: Json = dict(request.query)
    if request.content_type == "application/json":
        sent |= await request.json()
    else:
        sent |= dict(await request.post())
    return {
        key: json.loads(value) if key in ("blocks", "view") and isinstance(value, str) else value
        for key, value in sent.items()
    }
