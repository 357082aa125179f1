"""Socket Mode."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.slack_server.payloads import unique

if TYPE_CHECKING:
    from tests.slack_server.server import SlackServer

KINDS = {"event_callback": "events_api", None: "slash_commands"}


class SocketMode:
    """Connections of the bot."""

    def __init__(self, server: SlackServer) -> None:
        self._server = server
        self._acknowledged: dict[str, asyncio.Future[Any]] = {}
        self.open: list[web.WebSocketResponse] = []
        self.connected = 0
        """How often the bot has connected."""
        self.silent = False
        """Whether pings stay unanswered."""

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection."""
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        self.open.append(socket)
        self.connected += 1
        await socket.send_json({"type": "hello", "num_connections": len(self.open)})
        await self._server.told()
        try:
            async for message in socket:
                if message.type is WSMsgType.PING and not self.silent:
                    await socket.pong(message.data)
                elif message.type is WSMsgType.TEXT:
                    answer = json.loads(message.data)
                    waiting = self._acknowledged.pop(answer["envelope_id"], None)
                    if waiting is not None and not waiting.done():
                        waiting.set_result(answer.get("payload"))
        finally:
            self.open.remove(socket)
            await self._server.told()
        return socket

    async def deliver(self, payload: dict[str, Any]) -> Any:
        """Send an envelope, and give what its acknowledgement holds."""
        kind = KINDS.get(payload.get("type"), "interactive")
        name = unique("env")
        envelope = {"envelope_id": name, "type": kind, "payload": payload, "accepts_response_payload": True}
        waiting = self._acknowledged[name] = asyncio.get_running_loop().create_future()
        await self.open[-1].send_json(envelope)
        return await waiting

    async def drop(self) -> None:
        """Close all connections."""
        for socket in list(self.open):
            await socket.close()
