"""The App Home, with the real library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.slack_server.payloads import ADA, DIRECT, event, on_view, unique
from tests.slack_server.reading import buttons_of, text_of
from tests.slack_server.views import opened

if TYPE_CHECKING:
    from tests.slack_server import SlackServer


pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]


async def test_the_home_tells_how_to_ask_and_lists_and_opens_forms(server: SlackServer) -> None:
    await server.deliver(event({"type": "app_home_opened", "user": ADA, "channel": DIRECT, "tab": "home"}))
    (published,) = await server.did(1, "views.publish")
    home = {**published.sent["view"], "id": unique("V")}
    assert published.sent["user_id"] == ADA
    assert "how much is the google ml exam?" in text_of(home)
    buttons = buttons_of(home)
    await server.press(buttons["Free"], where=on_view(home))
    assert "Kaggle Learn" in text_of(await opened(server, 1))
    for number, (label, title) in enumerate(
        (("Ask a question", "Ask Certwise"), ("Which one suits me?", "Which one suits you?"), ("Compare", "Compare"))
    ):
        await server.press(buttons[label], where=on_view(home))
        assert (await opened(server, 2 + number))["title"]["text"] == title


async def test_what_was_asked_from_the_home_offers_no_sharing(server: SlackServer) -> None:
    await server.deliver(event({"type": "app_home_opened", "user": ADA, "channel": DIRECT, "tab": "home"}))
    (published,) = await server.did(1, "views.publish")
    home = {**published.sent["view"], "id": unique("V")}
    await server.press(buttons_of(home)["Tier 2"], where=on_view(home))
    assert "Share in this channel" not in buttons_of(await opened(server))


async def test_the_home_forgets_a_person(server: SlackServer) -> None:
    await server.deliver(event({"type": "app_home_opened", "user": ADA, "channel": DIRECT, "tab": "home"}))
    (published,) = await server.did(1, "views.publish")
    home = {**published.sent["view"], "id": unique("V")}
    forget = buttons_of(home)["Forget me"]
    assert forget["confirm"]
    await server.press(forget, where=on_view(home))
    assert text_of(await opened(server)) == "I kept nothing of you."
