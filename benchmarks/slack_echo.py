"""A plain Bolt app that says back what it is told: what Slack's own framework costs without any bot.

``python -m benchmarks.slack_echo``, with SLACK_API_BASE, SLACK_BOT_TOKEN and either SLACK_APP_TOKEN (Socket Mode) or
SLACK_SIGNING_SECRET and PORT (HTTP mode), as ``certwise slack`` has them.
"""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

if TYPE_CHECKING:
    from slack_bolt.context.say.async_say import AsyncSay


async def main() -> None:
    """Echo until the process is ended."""
    async with aiohttp.ClientSession() as session:
        base, token = os.environ["SLACK_API_BASE"], os.environ["SLACK_BOT_TOKEN"]
        client = AsyncWebClient(token=token, base_url=f"{base}/", session=session)
        app = AsyncApp(client=client, signing_secret=os.environ.get("SLACK_SIGNING_SECRET", ""))

        @app.event("app_mention")
        async def echo(event: dict[str, Any], say: AsyncSay) -> None:
            await say(text=event["text"], thread_ts=event["ts"], unfurl_links=False, unfurl_media=False)

        if app_token := os.environ.get("SLACK_APP_TOKEN"):
            handler = AsyncSocketModeHandler(app, app_token)
            await handler.connect_async()  # type: ignore[no-untyped-call]  # the library's
        else:
            runner = web.AppRunner(app.web_app(), access_log=None)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", int(os.environ["PORT"])).start()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
