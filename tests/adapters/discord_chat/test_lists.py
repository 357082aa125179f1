"""Lists: their pages and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.discord_server.interactions import UPDATE, menus_of, text_of
from tests.discord_server.limits import SELECT, all_of
from tests.discord_server.payloads import DIRECT

if TYPE_CHECKING:
    from tests.discord_server import DiscordServer

pytestmark = [pytest.mark.asyncio]
with_bot = pytest.mark.usefixtures("bot")


def chosen_in(message: dict[str, Any]) -> list[dict[str, Any]]:
    """The options of a message's menus that are shown as picked."""
    menus = [one for one in all_of(message["components"]) if one["type"] == SELECT]
    return [option for menu in menus for option in menu["options"] if option.get("default")]


@with_bot
async def test_a_list_turns_its_pages_in_place(server: DiscordServer) -> None:
    first = await server.command("browse")
    assert "14 in the guide fit (page 1 of 2):" in await first.text()
    turned = await server.press(await first.answer(), "Next page")
    assert (await turned.callback())["type"] == UPDATE
    assert "(page 2 of 2)" in await turned.text()
    back = await server.press(await turned.answer(), "Previous page")
    assert await back.text() == await first.text()
    assert (await back.answer())["id"] == (await first.answer())["id"]


@with_bot
async def test_a_list_is_filtered_by_its_menus_and_opens_what_is_picked(server: DiscordServer) -> None:
    first = await (await server.command("browse")).answer()
    assert list(menus_of(first)) == ["Open one of these", "Tier", "Vendor", "Price"]
    tier = await (await server.pick(first, "Tier", "Tier 1")).answer()
    assert "AI Engineer" in text_of(tier)
    assert "Kaggle" not in text_of(tier)
    assert [one["label"] for one in chosen_in(tier)] == ["Tier 1", "Any vendor", "Any price"]
    google = await server.pick(tier, "Vendor", "Google")
    assert "Google ML Engineer" in await google.text()
    assert "Azure" not in await google.text()
    free = await server.pick(first, "Price", "Free")
    assert "Kaggle Learn" in await free.text()
    any_price = await server.pick(await free.answer(), "Price", "Any price")
    assert await any_price.text() == text_of(first)
    opened = await server.pick(first, "Open one of these", "Google AI Essentials")
    assert (await opened.text()).startswith("Google AI Essentials")
    assert (await opened.answer())["id"] != first["id"]


@with_bot
async def test_in_a_direct_message_pages_are_turned_in_place(server: DiscordServer) -> None:
    first = await server.command("browse", where={"channel": DIRECT})
    turned = await server.press(await first.answer(), "Next page")
    assert (await turned.callback())["type"] == UPDATE


@with_bot
async def test_turning_the_pages_of_what_others_read_shows_them_to_oneself(server: DiscordServer) -> None:
    private = await server.command("browse")
    shared = await server.press(await private.answer(), "Share in this channel")
    turned = await server.press(await shared.answer(), "Next page", author="2")
    assert await turned.is_private()
    assert "(page 2 of 2)" in await turned.text()
