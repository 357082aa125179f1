"""``certwise manifest``."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.cli.processes import PATIENCE, log_of, starting

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.cli.processes import Start

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def start() -> AsyncIterator[Start]:
    async for begin in starting():
        yield begin


async def manifest(start: Start, *words: str, **settings: str) -> dict[str, dict[str, object]]:
    process = await start("manifest", *words, **settings)
    told, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 0
    printed: dict[str, dict[str, object]] = json.loads(told)
    return printed


async def test_the_manifest_is_for_socket_mode_with_the_fewest_scopes(start: Start) -> None:
    made = await manifest(start)
    assert made["oauth_config"]["scopes"] == {
        "bot": ["app_mentions:read", "assistant:write", "chat:write", "commands", "im:history"]
    }
    assert made["settings"]["socket_mode_enabled"] is True
    assert made["settings"]["event_subscriptions"] == {
        "bot_events": ["app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked"]
    }
    assert "agent_view" in made["features"]


async def test_a_free_plan_gets_one_without_the_agent_panel(start: Start) -> None:
    for made in (await manifest(start, "--without-agent"), await manifest(start, SLACK_AGENT="off")):
        assert "agent_view" not in made["features"]
        assert made["oauth_config"]["scopes"] == {"bot": ["app_mentions:read", "chat:write", "commands", "im:history"]}


async def test_http_mode_needs_an_address_for_everything_that_slack_sends(start: Start) -> None:
    made = await manifest(
        start, "--url", "https://bot.example.org/", SLACK_SIGNING_SECRET="signing", SLACK_CLIENT_ID="1.2"
    )
    where = "https://bot.example.org/slack/events"
    assert made["settings"]["event_subscriptions"]["request_url"] == where  # type: ignore[index]
    assert made["settings"]["interactivity"] == {
        "is_enabled": True,
        "request_url": where,
        "message_menu_options_url": where,
    }
    assert {command["url"] for command in made["features"]["slash_commands"]} == {where}  # type: ignore[attr-defined]
    assert made["oauth_config"]["redirect_urls"] == ["https://bot.example.org/slack/oauth_redirect"]
    assert made["settings"]["socket_mode_enabled"] is False
    process = await start("manifest", SLACK_SIGNING_SECRET="signing")
    assert "say where Slack reaches the bot: certwise manifest --url https://..." in await log_of(process)


@pytest.mark.parametrize(
    "url",
    [
        "bot.example.org",
        "http://bot.example.org",
        "https://b:port",
        "https://",
        "https://bot.example.org/x",
        "https://[",
        "https://a b",
    ],
)
async def test_an_address_that_slack_would_not_take_is_refused(start: Start, url: str) -> None:
    assert "is no address for Slack; write https:// and a host" in await log_of(await start("manifest", "--url", url))
