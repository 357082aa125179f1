"""What moderators choose for their server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.domain.community import CommunityChoices
from tests.discord_server.interactions import buttons_of, text_of, texts_of
from tests.discord_server.payloads import (
    BOT,
    CHANNEL,
    DIRECT,
    GUILD,
    MANAGER,
    MODERATOR_ROLE,
    OTHER_CHANNEL,
    THREAD,
)

if TYPE_CHECKING:
    from bot.adapters.discord_chat.client import CertwiseBot
    from bot.application.ports import PlatformStores
    from tests.discord_server import DiscordServer

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]
MENTION = f"<@{BOT['id']}>"
AS_MANAGER: dict[str, Any] = {"permissions": MANAGER}
AS_MODERATOR: dict[str, Any] = {"roles": (MODERATOR_ROLE,), "author": "5"}
PUBLIC = "public"


async def choose(server: DiscordServer, *, channels: tuple[str, ...] = (), seen: str = "private") -> None:
    """A manager fills in the form."""
    form = await (await server.command("kb settings", where=AS_MANAGER)).form()
    filled_in = {"channels": list(channels), "moderators": [MODERATOR_ROLE], "visibility": seen}
    sent = await server.submit(form, filled_in, **AS_MANAGER)
    assert (await sent.text()).startswith("Kept. ")


async def test_a_manager_chooses_channels_moderators_and_who_sees_answers(
    server: DiscordServer, stores: PlatformStores
) -> None:
    form = await (await server.command("kb settings", where=AS_MANAGER)).form()
    assert [row["component"]["custom_id"] for row in form["components"]] == ["channels", "moderators", "visibility"]
    filled_in = {"channels": [CHANNEL], "moderators": [MODERATOR_ROLE], "visibility": PUBLIC}
    sent = await server.submit(form, filled_in, **AS_MANAGER)
    assert await sent.is_private()
    assert await sent.text() == (
        f"Kept. Mentions are answered in <#{CHANNEL}>; answers to commands are seen by everybody in the channel; "
        f"besides those who manage the server, <@&{MODERATOR_ROLE}> may change this."
    )
    assert stores.communities.find(GUILD) == CommunityChoices((CHANNEL,), (MODERATOR_ROLE,), public=True)


async def test_the_form_shows_what_is_chosen(server: DiscordServer) -> None:
    await choose(server, channels=(CHANNEL,), seen=PUBLIC)
    form = await (await server.command("kb settings", where=AS_MANAGER)).form()
    channels, moderators, seen = (row["component"] for row in form["components"])
    assert channels["default_values"] == [{"id": int(CHANNEL), "type": "channel"}]
    assert moderators["default_values"] == [{"id": int(MODERATOR_ROLE), "type": "role"}]
    assert [option["value"] for option in seen["options"] if option.get("default")] == [PUBLIC]


async def test_nobody_else_may(server: DiscordServer, stores: PlatformStores) -> None:
    refused = await server.command("kb settings")
    assert await refused.is_private()
    assert (await refused.text()).startswith("Only those who may manage this server")
    form = await (await server.command("kb settings", where=AS_MANAGER)).form()
    sent = await server.submit(form, {"channels": [CHANNEL], "visibility": PUBLIC})
    assert (await sent.text()).startswith("Only those who may manage this server")
    assert stores.communities.find(GUILD) == CommunityChoices()


async def test_a_moderator_may_change_all_but_who_the_moderators_are(
    server: DiscordServer, stores: PlatformStores
) -> None:
    assert (await (await server.command("kb settings", where=AS_MODERATOR)).text()).startswith("Only those")
    await choose(server)
    form = await (await server.command("kb settings", where=AS_MODERATOR)).form()
    assert [row["component"]["custom_id"] for row in form["components"]] == ["channels", "visibility"]
    await server.command("kb settings", where=AS_MANAGER)
    forged = form | {"components": [*form["components"], {"component": {"type": 6, "custom_id": "moderators"}}]}
    filled_in = {"channels": [CHANNEL], "moderators": ["666"], "visibility": "private"}
    assert (await (await server.submit(forged, filled_in, **AS_MODERATOR)).text()).startswith("Kept. ")
    assert stores.communities.find(GUILD) == CommunityChoices((CHANNEL,), (MODERATOR_ROLE,))


async def test_what_is_no_id_is_left_out_and_locks_nobody_out(server: DiscordServer, stores: PlatformStores) -> None:
    form = await (await server.command("kb settings", where=AS_MANAGER)).form()
    filled_in = {"channels": ["general", CHANNEL], "moderators": ["everyone", "\u0661"], "visibility": "private"}
    await (await server.submit(form, filled_in, **AS_MANAGER)).text()
    assert stores.communities.find(GUILD) == CommunityChoices((CHANNEL,))
    stores.communities.save(GUILD, CommunityChoices(("general",), ("everyone",)))  # as an edited file has it
    again = await (await server.command("kb settings", where=AS_MANAGER)).form()
    assert "default_values" not in again["components"][0]["component"]


async def test_in_a_direct_message_there_is_nothing_to_choose(server: DiscordServer) -> None:
    refused = await server.command("kb settings", where={"channel": DIRECT})
    assert (await refused.text()).startswith("Settings are those of a server")


async def test_settings_that_cannot_be_kept_are_told_so(
    server: DiscordServer, stores: PlatformStores, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(stores.communities, "save", full)
    form = await (await server.command("kb settings", where=AS_MANAGER)).form()
    sent = await server.submit(form, {"visibility": PUBLIC}, **AS_MANAGER)
    assert (await sent.text()).startswith("I could not keep that")
    assert "the settings of a server cannot be kept" in caplog.text


async def test_elsewhere_mentions_are_told_where_and_commands_are_answered_in_private(server: DiscordServer) -> None:
    await choose(server, channels=(OTHER_CHANNEL,), seen=PUBLIC)
    await server.say(f"{MENTION} how much is ai-102?")
    (told,) = await server.written(1)
    assert text_of(told) == (
        f"In this server I answer in <#{OTHER_CHANNEL}>. `/ask` works everywhere, and only you see the answer."
    )
    asked = await server.command("ask", question="how much is ai-102?")
    assert await asked.is_private()
    assert "Share in this channel" not in buttons_of(await asked.answer())
    await server.say(f"{MENTION} how much is ai-102?", channel=OTHER_CHANNEL)
    assert "$165" in text_of((await server.written(2))[1])


async def test_an_edit_gets_no_answer_where_none_are_wanted(server: DiscordServer, bot: CertwiseBot) -> None:
    asked = await server.say(f"{MENTION} how much is ai-102?")
    (answer,) = await server.written(1)
    await bot.guard.settled()
    await choose(server, channels=(OTHER_CHANNEL,))
    await server.edit(asked, f"{MENTION} how hard is ai-102?")
    assert text_of(await server.edited(answer["id"])).startswith(f"In this server I answer in <#{OTHER_CHANNEL}>")


async def test_a_thread_goes_with_its_channel(server: DiscordServer) -> None:
    await choose(server, channels=(CHANNEL,))
    await server.say(f"{MENTION} how much is ai-102?", channel=THREAD)
    assert "$165" in text_of((await server.written(1))[0])


async def test_an_answer_from_before_cannot_be_shared_where_no_answers_are_wanted(server: DiscordServer) -> None:
    asked = await (await server.command("ask", question="how much is ai-102?")).answer()
    await choose(server, channels=(OTHER_CHANNEL,))
    shared = await server.press(asked, "Share in this channel")
    assert await shared.is_private()
    assert (await shared.text()).startswith(f"In this server I answer in <#{OTHER_CHANNEL}>")


async def test_where_everybody_is_to_see_them_commands_are_answered_in_public(server: DiscordServer) -> None:
    await choose(server, seen=PUBLIC)
    asked = await server.command("ask", question="how much is the databricks exam")
    assert not await asked.is_private()
    assert texts_of(await asked.answer())[0] == "<@1> asked: how much is the databricks exam"
    assert "Share in this channel" not in buttons_of(await asked.answer())
    helped = await server.command("help")
    assert await helped.is_private()
