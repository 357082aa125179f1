"""Discord learns of the commands when they have changed, and only then."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.discord_server.payloads import APPLICATION
from tests.discord_server.running import connected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.adapters.discord_chat.client import CertwiseBot
    from bot.application.assistant import Assistant
    from bot.application.ports import PlatformStores
    from tests.discord_server import DiscordServer

pytestmark = pytest.mark.asyncio
NAMES = ["Answer this", "ask", "browse", "compare", "forget-me", "help", "kb", "privacy", "recommend"]


async def registered(bot: CertwiseBot) -> None:
    assert bot.registering is not None
    await asyncio.wait_for(bot.registering, 5)


async def test_they_are_registered_at_the_first_start_and_when_they_have_changed(
    server: DiscordServer, own_assistant: Callable[[], Assistant], stores: PlatformStores
) -> None:
    async with connected(server, own_assistant(), stores) as bot:
        await registered(bot)
    assert sorted(one["name"] for one in server.commands) == NAMES
    assert registrations(server) == 1
    async with connected(server, own_assistant(), stores) as bot:
        await registered(bot)
    assert registrations(server) == 1
    stores.registrations.save(APPLICATION, "those of another release")
    async with connected(server, own_assistant(), stores) as bot:
        await registered(bot)
    assert registrations(server) == 2


def registrations(server: DiscordServer) -> int:
    return sum(request.startswith("PUT") for request in server.requests)


async def test_every_command_and_option_is_described_and_moderation_is_for_managers_of_servers(
    server: DiscordServer, bot: CertwiseBot
) -> None:
    await registered(bot)
    known = {one["name"]: one for one in server.commands}
    options = [option for one in known.values() for option in one.get("options", ())]
    assert all(len(option["description"]) > 3 for option in options)
    assert {option["name"] for option in options if option.get("autocomplete")} == {
        "question", "first", "second", "third", "vendor"
    }  # fmt: skip
    moderation = known.pop("kb")
    assert moderation["default_member_permissions"] == 32
    assert (moderation["contexts"], moderation["integration_types"]) == ([0], [0])
    assert [option["name"] for option in moderation["options"]] == ["settings"]
    assert all((one["contexts"], one["integration_types"]) == ([0, 1, 2], [0, 1]) for one in known.values())


async def test_every_description_is_translated(server: DiscordServer, bot: CertwiseBot) -> None:
    await registered(bot)
    described = [one for one in with_options(server.commands) if one.get("description")]
    assert {tuple(sorted(one["description_localizations"])) for one in described} == {("de", "es-419", "es-ES", "fr")}
    assert all(1 <= len(text) <= 100 for one in described for text in one["description_localizations"].values())
    (ask,) = [one for one in described if one["name"] == "ask"]
    assert ask["description_localizations"]["fr"] == "Poser une question sur les certifications en IA"


def with_options(commands: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in commands:
        yield one
        yield from with_options(one.get("options") or [])


@pytest.mark.parametrize(("path", "status"), [("/commands", 403), ("/commands", 503)])
async def test_where_that_fails_it_is_a_line_with_its_mend_and_everything_else_works(
    server: DiscordServer,
    own_assistant: Callable[[], Assistant],
    caplog: pytest.LogCaptureFixture,
    path: str,
    status: int,
) -> None:
    server.fail_next(path, status)
    async with connected(server, own_assistant()) as bot:
        await registered(bot)
        (line,) = [record for record in caplog.records if "could not be registered" in record.getMessage()]
        assert line.exc_info is None
        assert "run certwise sync-commands later" in line.getMessage()
        await server.direct("how much is ai-102?")
        await server.written(1)


async def test_what_cannot_be_remembered_is_registered_all_the_same(
    server: DiscordServer,
    own_assistant: Callable[[], Assistant],
    stores: PlatformStores,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(stores.registrations, "save", full)
    async with connected(server, own_assistant(), stores) as bot:
        await registered(bot)
    assert len(server.commands) == len(NAMES)
    assert "each start does it again" in caplog.text
