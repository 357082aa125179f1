"""The server: how the tests disturb it, and what the bot sent."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, Self, TypeVar

from aiohttp import web

from tests.discord_server.gateway import Gateway
from tests.discord_server.interactions import PATIENCE
from tests.discord_server.members import Members
from tests.discord_server.rest import Rest

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from tests.discord_server.interactions import Interaction

T = TypeVar("T")
TOKEN = "the-token"  # noqa: S105 - of nobody
DROPPED, LOST = 0, 1
"""In the place of a status: the connection breaks before the request is read, or once it has been done."""


class DiscordServer(Members):
    """Discord on loopback. Messages that are not for the bot reach it without their content, as without the intent."""

    def __init__(self) -> None:
        self.messages: dict[str, dict[str, Any]] = {}
        """What the bot wrote for everybody, by id; deleted ones left out."""
        self.deleted: list[str] = []
        self.interactions: dict[str, Interaction] = {}
        self.commands: list[dict[str, Any]] = []
        self.violations: list[str] = []
        self.requests: list[str] = []
        self.failures: list[tuple[str, int, float]] = []
        """Part of a path, status and seconds to wait, each for one request to come."""
        self.refusals: list[tuple[str, int, dict[str, Any]]] = []
        """Part of a path, status and body, likewise."""
        self.held: list[tuple[str, asyncio.Event]] = []
        """Part of a path, and what the requests to it wait for."""
        self.acknowledged: dict[str, float] = {}
        """When each interaction was, by its id and the monotonic clock."""
        self.answered: dict[str, list[float]] = {}
        """When each question was, by the id of its message or interaction; more than once where that was doubled."""
        self.nonces: dict[str, str] = {}
        """Ids of the bot's messages by what makes them one."""
        self.changed = asyncio.Condition()
        self.gateway = Gateway(self)
        self.named_gateway = ""
        """The gateway that bots are sent to, if it is another one."""
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
        """Answer the next request whose path holds a text with an error, or not at all."""
        self.failures.append((path, status, retry_after))

    def refuse_next(self, path: str, status: int, code: int, message: str, **fields: str) -> None:
        """Refuse the next request whose path holds a text, in Discord's own words; ``fields`` are what is wrong."""
        errors = {name: {"_errors": [{"code": "X", "message": told}]} for name, told in fields.items()}
        self.refusals.append((path, status, {"code": code, "message": message, "errors": errors}))

    def hold(self, path: str) -> asyncio.Event:
        """Answer requests whose path holds a text only once the event is set."""
        released = asyncio.Event()
        self.held.append((path, released))
        return released

    def note_answer(self, question: str) -> None:
        """Remember when a question was answered."""
        self.answered.setdefault(question, []).append(time.monotonic())

    async def dispatch(self, name: str, data: dict[str, Any]) -> None:
        """Send an event to the bot."""
        await self.gateway.dispatch(name, data)

    async def written(self, count: int) -> list[dict[str, Any]]:
        """The bot's messages, once there are so many."""
        return await self.until(lambda: list(self.messages.values()), lambda found: len(found) >= count)

    async def edited(self, id_: str, times: int = 1) -> dict[str, Any]:
        """A message of the bot's, once it has been edited so often."""
        return await self.until(lambda: self.messages[id_], lambda found: found.get("edits", 0) >= times)

    async def until(self, look: Callable[[], T], enough: Callable[[T], bool]) -> T:
        """What a look gives, once it is enough; looks again after each request of the bot."""
        async with asyncio.timeout(PATIENCE), self.changed:
            await self.changed.wait_for(lambda: enough(look()))
            return look()
