"""The gateway: hello, identify, resume, heartbeats and events."""

from __future__ import annotations

import asyncio
import json
import time
from typing import TYPE_CHECKING, Any

from aiohttp import WSMsgType, web

from tests.discord_server import payloads

if TYPE_CHECKING:
    from tests.discord_server.server import DiscordServer

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15
REFUSED = 4004


class Gateway:
    """One session, whatever the number of connections it is resumed over."""

    def __init__(self, server: DiscordServer) -> None:
        self._server = server
        self._sockets: list[web.WebSocketResponse] = []
        self._events: list[dict[str, Any]] = []
        self.refusal = 0
        """Code with which everybody who identifies is sent away; 0: nobody is."""
        self.identified = 0
        self.resumed = 0
        self.heartbeat_interval = 30_000
        """Milliseconds."""
        self.heartbeats: list[float] = []
        """When each came, by the monotonic clock."""
        self.ready = asyncio.Event()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await self._send(socket, {"op": HELLO, "d": {"heartbeat_interval": self.heartbeat_interval}})
        async for frame in socket:
            if frame.type is WSMsgType.TEXT:
                await self._hear(socket, json.loads(frame.data))
        if socket in self._sockets:
            self._sockets.remove(socket)
        return socket

    async def _hear(self, socket: web.WebSocketResponse, heard: dict[str, Any]) -> None:
        if heard["op"] == HEARTBEAT:
            self.heartbeats.append(time.monotonic())
            await self._send(socket, {"op": ACK})
        elif heard["op"] == IDENTIFY:
            await self._identify(socket, heard["d"])
        elif heard["op"] == RESUME:
            self.resumed += 1
            self._sockets.append(socket)
            for event in self._events[heard["d"]["seq"] :]:
                await self._send(socket, event)
            await self.dispatch("RESUMED", {})
            self.ready.set()

    async def _identify(self, socket: web.WebSocketResponse, told: dict[str, Any]) -> None:
        from tests.discord_server.server import TOKEN  # noqa: PLC0415 - the server imports this module

        if self.refusal or told["token"] != TOKEN:
            await socket.close(code=self.refusal or REFUSED)
            return
        if told["intents"] & PRIVILEGED:
            self._server.violations.append("a privileged intent is asked for")
        self.identified += 1
        self._events.clear()
        self._sockets.append(socket)
        ready = {
            "v": 10, "user": payloads.BOT, "guilds": [{"id": payloads.GUILD, "unavailable": True}], "session_id": "s1",
            "resume_gateway_url": self._server.gateway_url, "application": {"id": payloads.APPLICATION, "flags": 0},
            "shard": told.get("shard", [0, 1]), "private_channels": [], "relationships": [],
        }  # fmt: skip
        await self.dispatch("READY", ready)
        await self.dispatch("GUILD_CREATE", payloads.guild())
        self.ready.set()

    async def dispatch(self, name: str, data: dict[str, Any]) -> None:
        """Send an event; while nobody listens it waits to be replayed."""
        event = {"op": DISPATCH, "t": name, "d": data, "s": len(self._events) + 1}
        self._events.append(event)
        for socket in self._sockets:
            await self._send(socket, event)

    async def request_reconnect(self) -> None:
        """Ask the bot to connect anew (op 7)."""
        await self._operate({"op": RECONNECT, "d": None})

    async def invalidate(self) -> None:
        """Tell the bot that its session is over and cannot be resumed (op 9)."""
        await self._operate({"op": INVALID, "d": False})

    async def _operate(self, frame: dict[str, Any]) -> None:
        self.ready.clear()
        sockets, self._sockets = self._sockets, []
        for socket in sockets:
            await self._send(socket, frame)

    async def drop(self) -> None:
        """Break every connection."""
        self.ready.clear()
        sockets, self._sockets = self._sockets, []
        for socket in sockets:
            if socket._req is not None and socket._req.transport is not None:  # noqa: SLF001 - a break, not a goodbye
                socket._req.transport.close()  # noqa: SLF001

    @staticmethod
    async def _send(socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        await socket.send_str(json.dumps({"s": None, "t": None, "d": None} | frame))
