"""The server: what the tests do to it, and what the bot did."""

from __future__ import annotations

import asyncio
import json
from io import BytesIO
from typing import TYPE_CHECKING, Any, Self, TypeVar

import aiohttp
from aiohttp import web

from tests.slack_server import payloads
from tests.slack_server.signing import SECRET, encoded, signature
from tests.slack_server.socket import SocketMode
from tests.slack_server.web_api import Call, Failure, WebApi
from tests.slack_server.workspaces import TOKEN, Workspace, granted

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
Json = dict[str, Any]
APP_TOKEN = "xapp-one"  # noqa: S105
PATIENCE = 20.0


class SlackServer:
    """Slack on loopback."""

    def __init__(self) -> None:
        self.workspaces = {TOKEN: Workspace(payloads.TEAM)}
        """By the bot's token."""
        self.app_token = APP_TOKEN
        self.calls: list[Call] = []
        """What the bot did, and was let."""
        self.answered: dict[str, float] = {}
        """When the first public message was written in a thread, by the thread."""
        self.requests: list[str] = []
        """Methods that it called, let or not."""
        self.violations: list[str] = []
        self.failures: list[Failure] = []
        self.held: dict[str, asyncio.Event] = {}
        self.hooks: dict[str, int] = {}
        """How often each response URL was used."""
        self.spent_triggers: set[str] = set()
        self.old_client = False
        """Whether tables are refused."""
        self.codes: dict[str, tuple[str, Workspace]] = {}
        """Token and workspace by the code of an installation."""
        self.socket = SocketMode(self)
        self.bot_url = ""
        """Where the bot listens; empty for Socket Mode."""
        self._changed = asyncio.Condition()
        self._runner: web.AppRunner | None = None
        self._session: aiohttp.ClientSession | None = None
        self.address = ""

    async def __aenter__(self) -> Self:
        """Listen on a free port."""
        app = web.Application()
        WebApi(self).add_routes(app)
        app.router.add_get("/socket", self.socket.serve)
        app.router.add_get("/pages/{path:.*}", self._page)
        app.router.add_post("/pages/{path:.*}", self._page)
        self._runner = web.AppRunner(app, handle_signals=False, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.address = f"127.0.0.1:{self._runner.addresses[0][1]}"
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop listening."""
        await self.socket.drop()
        assert self._session is not None
        assert self._runner is not None
        await self._session.close()
        await self._runner.cleanup()

    @staticmethod
    async def _page(_: web.Request) -> web.Response:
        """Something else that answers here."""
        return web.Response(text="<h1>Welcome</h1>", content_type="text/html")

    @property
    def api_base(self) -> str:
        """For SLACK_API_BASE."""
        return f"http://{self.address}/api"

    @property
    def socket_url(self) -> str:
        """Where Socket Mode is served."""
        return f"ws://{self.address}/socket"

    def response_url(self) -> str:
        """A new one."""
        hook = payloads.unique("hook")
        self.hooks[hook] = 0
        return f"http://{self.address}/hooks/{hook}"

    def fail_next(self, method: str, status: int = 200, *, error: str = "", retry_after: int = 0) -> None:
        """Have the next call of a method fail."""
        self.failures.append(Failure(method, status, error, retry_after))

    def hold(self, method: str) -> asyncio.Event:
        """Answer calls of a method only once the event is set."""
        return self.held.setdefault(method, asyncio.Event())

    async def waited(self, method: str) -> None:
        """Wait for as long as a method is held."""
        if method in self.held:
            await self.held[method].wait()

    def grant(self, sent: Json, credentials: str) -> Json:
        """The end of an installation by OAuth."""
        if sent.get("code") not in self.codes or not credentials:
            return {"ok": False, "error": "invalid_code"}
        token, workspace = self.codes.pop(sent["code"])
        self.workspaces[token] = workspace
        return granted(token, workspace)

    async def told(self) -> None:
        """Wake up who waits for something to happen."""
        async with self._changed:
            self._changed.notify_all()

    async def until(self, look: Callable[[], T], fits: Callable[[T], object]) -> T:
        """Wait until what one looks at fits."""
        async with asyncio.timeout(PATIENCE), self._changed:
            await self._changed.wait_for(lambda: fits(look()))
        return look()

    async def did(self, number: int, *methods: str) -> list[Call]:
        """The first calls of some methods, once there are as many."""
        calls = await self.until(
            lambda: [call for call in self.calls if call.method in methods], lambda found: len(found) >= number
        )
        return calls[:number]

    async def posted(self, number: int = 1) -> list[Call]:
        """Public messages."""
        return await self.did(number, "chat.postMessage")

    async def whispered(self, number: int = 1) -> list[Call]:
        """Private messages."""
        calls = await self.did(number, "chat.postEphemeral", "respond")
        assert all(call.sent.get("response_type", "ephemeral") == "ephemeral" for call in calls)
        return calls

    async def deliver(self, payload: Json) -> Any:
        """Send something to the bot, and give what its acknowledgement holds."""
        async with asyncio.timeout(PATIENCE):
            if not self.bot_url:
                return await self.socket.deliver(payload)
            status, text = await self.request(payload)
            assert status == 200, text
            return json.loads(text) if text.startswith("{") else text or None

    async def request(self, payload: Json, *, secret: str = SECRET, age: int = 0) -> tuple[int, str]:
        """Send it as a signed request; gives status and text of the answer."""
        body, kind = encoded(payload)
        return await self.post_signed(body.encode(), kind, secret=secret, age=age)

    async def post_signed(
        self, body: bytes, kind: str = "application/x-www-form-urlencoded", *, secret: str = SECRET, age: int = 0
    ) -> tuple[int, str]:
        """Send any body with a signature."""
        assert self._session is not None
        headers = {"Content-Type": kind, **signature(body, secret, age)}
        async with self._session.post(f"{self.bot_url}/slack/events", data=BytesIO(body), headers=headers) as answer:
            return answer.status, await answer.text()

    async def get(self, path: str, **more: Any) -> aiohttp.ClientResponse:
        """Look at one of the bot's pages."""
        assert self._session is not None
        answer = await self._session.get(f"{self.bot_url}{path}", allow_redirects=False, **more)
        await answer.read()
        return answer

    async def say(self, text: str, user: str = payloads.ADA, team: str = payloads.TEAM, **more: Any) -> Json:
        """Write in a channel, with a mention of the bot."""
        event = payloads.event(payloads.message(text, user, payloads.CHANNEL, direct=False, **more), team)
        await self.deliver(event)
        return event

    async def direct(self, text: str, user: str = payloads.ADA, **more: Any) -> Json:
        """Write to the bot alone."""
        event = payloads.event(payloads.message(text, user, payloads.DIRECT, direct=True, **more))
        await self.deliver(event)
        return event

    async def command(
        self, name: str, text: str = "", user: str = payloads.ADA, channel: str = payloads.CHANNEL
    ) -> Any:
        """Use a slash command."""
        return await self.deliver(payloads.command(name, text, user, channel, self.response_url()))

    async def press(self, element: Json, user: str = payloads.ADA, where: Json | None = None) -> Any:
        """Press a button of a public message in the channel, or elsewhere."""
        public = payloads.on_message(payloads.CHANNEL, payloads.timestamp(), self.response_url())
        return await self.deliver(payloads.press(element, user, where or public))

    def ephemeral(self) -> Json:
        """Where a button of a private message stands."""
        return payloads.on_message(payloads.CHANNEL, payloads.timestamp(), self.response_url(), ephemeral=True)
