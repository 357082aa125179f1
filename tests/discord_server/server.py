"""The server: what the tests do to it, and what the bot sent."""

from __future__ import annotations

import asyncio
import itertools
from typing import TYPE_CHECKING, Any, Self, TypeVar

from aiohttp import web

from tests.discord_server import payloads
from tests.discord_server.gateway import Gateway
from tests.discord_server.interactions import PATIENCE, Interaction
from tests.discord_server.rest import Rest

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

T = TypeVar("T")
TOKEN = "the-token"  # noqa: S105 - of nobody


class DiscordServer:
    """Discord on loopback. Messages that are not for the bot reach it without their content, as without the intent."""

    def __init__(self) -> None:
        self.ids = itertools.count(1000)
        self.messages: dict[str, dict[str, Any]] = {}
        """What the bot wrote, by id; deleted ones left out."""
        self.deleted: list[str] = []
        self.interactions: dict[str, Interaction] = {}
        self.commands: list[dict[str, Any]] = []
        self.violations: list[str] = []
        self.requests: list[str] = []
        self.failures: list[tuple[str, int, float]] = []
        """Part of a path, status and seconds to wait, each for one request to come."""
        self.held: list[tuple[str, asyncio.Event]] = []
        """Part of a path, and what the requests to it wait for."""
        self.expire_next = False
        """Whether the next interaction is over before the bot can answer it."""
        self.changed = asyncio.Condition()
        self.gateway = Gateway(self)
        self._runner: web.AppRunner | None = None
        self.address = ""

    async def __aenter__(self) -> Self:
        """Listen on a free port."""
        app = web.Application()
        Rest(self).add_routes(app)
        app.router.add_get("/gateway/", self.gateway.serve)
        app.router.add_get("/pages/{path:.*}", self._page)
        self._runner = web.AppRunner(app, handle_signals=False, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port: int = self._runner.addresses[0][1]
        self.address = f"127.0.0.1:{port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening."""
        await self.gateway.drop()
        if self._runner is not None:
            await self._runner.cleanup()

    @staticmethod
    async def _page(_: web.Request) -> web.Response:
        """Something else that answers here."""
        return web.Response(text="<h1>Welcome</h1>", content_type="text/html")

    @property
    def api_base(self) -> str:
        """For DISCORD_API_BASE."""
        return f"http://{self.address}/api/v10"

    @property
    def gateway_url(self) -> str:
        """For DISCORD_GATEWAY_URL."""
        return f"ws://{self.address}/gateway/"

    def fail_next(self, path: str, status: int, retry_after: float = 0.0) -> None:
        """Answer the next request whose path holds a text with an error."""
        self.failures.append((path, status, retry_after))

    def hold(self, path: str) -> asyncio.Event:
        """Answer requests whose path holds a text only once the event is set."""
        released = asyncio.Event()
        self.held.append((path, released))
        return released

    async def say(
        self, content: str, *, author: str = "1", to_bot: bool = True, channel: str = payloads.CHANNEL, **parts: Any
    ) -> str:
        """Somebody writes in a channel, to the bot or not; gives the id."""
        mentions = [payloads.BOT] if to_bot else []
        shown = content if to_bot else ""
        made = payloads.message(
            str(next(self.ids)), channel, payloads.user(author), content=shown, mentions=mentions, **parts
        )
        made |= {"guild_id": payloads.GUILD, "member": payloads.member(author)}
        await self.gateway.dispatch("MESSAGE_CREATE", made)
        return str(made["id"])

    async def direct(self, content: str, author: str = "1") -> str:
        """Somebody writes to the bot directly."""
        made = payloads.message(str(next(self.ids)), payloads.DIRECT, payloads.user(author), content=content)
        await self.gateway.dispatch("MESSAGE_CREATE", made)
        return str(made["id"])

    async def edit(self, id_: str, content: str, author: str = "1") -> None:
        """Somebody edits what they wrote to the bot."""
        parts = {"content": content, "mentions": [payloads.BOT], "edited_timestamp": "2026-01-09T12:01:00+00:00"}
        made = payloads.message(id_, payloads.CHANNEL, payloads.user(author), **parts)
        await self.gateway.dispatch(
            "MESSAGE_UPDATE", made | {"guild_id": payloads.GUILD, "member": payloads.member(author)}
        )

    async def delete(self, id_: str) -> None:
        """Somebody deletes a message."""
        gone = {"id": id_, "channel_id": payloads.CHANNEL, "guild_id": payloads.GUILD}
        await self.gateway.dispatch("MESSAGE_DELETE", gone)

    async def command(self, name: str, *, kind: int = 1, author: str = "1", **options: Any) -> Interaction:
        """Somebody uses a slash command."""
        values = [{"name": key, "type": _type_of(value), "value": value} for key, value in options.items()]
        return await self._interact(2, {"id": "1", "name": name, "type": kind, "options": values}, author)

    async def type_in(self, name: str, option: str, typed: str) -> Interaction:
        """Somebody types in an option that completes."""
        focused = {"name": option, "type": 3, "value": typed, "focused": True}
        return await self._interact(4, {"id": "1", "name": name, "type": 1, "options": [focused]}, "1")

    async def menu(self, name: str, content: str, author: str = "1") -> Interaction:
        """Somebody uses a message's menu."""
        target = payloads.message("5000", payloads.CHANNEL, payloads.user("2"), content=content)
        data = {"id": "1", "name": name, "type": 3, "target_id": "5000", "resolved": {"messages": {"5000": target}}}
        return await self._interact(2, data, author)

    async def press(self, custom_id: str, *, flags: int = 0, author: str = "1") -> Interaction:
        """Somebody presses a button."""
        button = {"type": 2, "custom_id": custom_id, "style": 1, "label": "x"}
        row = {"type": 1, "id": 1, "components": [button | {"id": 2}]}
        shown = payloads.message("6000", payloads.CHANNEL, payloads.BOT, flags=flags | 1 << 15, components=[row])
        return await self._interact(3, {"custom_id": custom_id, "component_type": 2, "id": 2}, author, message=shown)

    async def submit(self, custom_id: str, chosen: dict[str, str | None], author: str = "1") -> Interaction:
        """Somebody sends a modal of radio buttons."""
        rows = [
            {"type": 18, "id": at, "component": {"type": 21, "id": 100 + at, "custom_id": key, "value": value}}
            for at, (key, value) in enumerate(chosen.items(), 1)
        ]
        return await self._interact(5, {"custom_id": custom_id, "components": rows}, author)

    async def written(self, count: int) -> list[dict[str, Any]]:
        """The bot's messages, once there are so many."""
        return await self.until(lambda: list(self.messages.values()), lambda found: len(found) >= count)

    async def until(self, look: Callable[[], T], enough: Callable[[T], bool]) -> T:
        """What a look gives, once it is enough; looks again after each request of the bot."""
        async with asyncio.timeout(PATIENCE), self.changed:
            await self.changed.wait_for(lambda: enough(look()))
            return look()

    async def _interact(self, kind: int, data: dict[str, Any], author: str, **parts: Any) -> Interaction:
        made = Interaction(str(next(self.ids)), f"token{next(self.ids)}", expired=self.expire_next)
        self.expire_next = False
        self.interactions[made.id] = made
        payload = {
            "id": made.id, "application_id": payloads.APPLICATION, "type": kind, "data": data, "version": 1,
            "token": made.token, "guild_id": payloads.GUILD, "channel_id": payloads.CHANNEL, "locale": "en-US",
            "channel": {"id": payloads.CHANNEL, "type": 0, "name": "general"}, "member": payloads.member(author),
            "guild_locale": "en-US", "app_permissions": "2048", "entitlements": [], "context": 0,
            "authorizing_integration_owners": {"0": payloads.GUILD}, "attachment_size_limit": 1000, **parts,
        }  # fmt: skip
        await self.gateway.dispatch("INTERACTION_CREATE", payload)
        return made


def _type_of(value: Any) -> int:
    return 4 if isinstance(value, int) else 3
