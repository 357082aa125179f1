"""``certwise discord`` and ``certwise sync-commands`` as processes, against a Discord of the tests' own."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.cli.processes import PATIENCE, log_of, starting
from tests.discord_server import DiscordServer
from tests.discord_server.interactions import text_of
from tests.discord_server.payloads import BOT
from tests.discord_server.server import TOKEN

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.cli.processes import Start

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def server() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as made:
        yield made


@pytest_asyncio.fixture
async def start(server: DiscordServer, tmp_path: Path) -> AsyncIterator[Start]:
    told = {"DISCORD_API_BASE": server.api_base, "DISCORD_GATEWAY_URL": server.gateway_url, "DISCORD_TOKEN": TOKEN}
    told["XDG_STATE_HOME"] = str(tmp_path)
    async for begin in starting(**told):
        yield begin


async def test_the_environment_is_all_it_takes_and_sigterm_ends_it(server: DiscordServer, start: Start) -> None:
    process = await start("discord")
    await asyncio.wait_for(server.gateway.ready.wait(), PATIENCE)
    await server.say(f"<@{BOT['id']}> how much is ai-102?")
    (answer,) = await server.written(1)
    process.send_signal(signal.SIGTERM)
    _, log = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 0
    assert "$165" in text_of(answer)
    assert b"stopping: answers in flight are finished first" in log
    assert TOKEN.encode() not in log


async def test_the_gateway_that_is_set_is_used_whatever_discord_names(server: DiscordServer, start: Start) -> None:
    server.named_gateway = "ws://127.0.0.1:9/"
    await start("discord")
    await asyncio.wait_for(server.gateway.ready.wait(), PATIENCE)


async def test_the_log_says_where_a_server_is_joined(server: DiscordServer, start: Start) -> None:
    process = await start("discord")
    await asyncio.wait_for(server.gateway.ready.wait(), PATIENCE)
    process.send_signal(signal.SIGTERM)
    log = (await end(process)).decode()
    assert "client_id=900&scope=bot+applications.commands&permissions=274877975552" in log


async def test_after_a_restart_commands_are_not_registered_again_and_edits_are_followed(
    server: DiscordServer, start: Start
) -> None:
    for _ in range(2):
        server.gateway.ready.clear()
        process = await start("discord")
        await asyncio.wait_for(server.gateway.ready.wait(), PATIENCE)
        if not server.messages:
            await server.until(lambda: server.commands, bool)
            asked = await server.say(f"<@{BOT['id']}> how much is ai-102?")
            (answer,) = await server.written(1)
        else:
            await server.edit(asked, f"<@{BOT['id']}> how much is the databricks exam?")
            assert text_of(await server.edited(answer["id"])).startswith("Databricks ML Professional")
        process.send_signal(signal.SIGTERM)
        await end(process)
    assert sum(request.startswith("PUT") for request in server.requests) == 1


REFUSED = "certwise: Discord refuses the token in DISCORD_TOKEN; copy it anew from the developer portal"


async def test_a_token_that_discord_refuses_is_told_with_its_mend(start: Start) -> None:
    process = await start("discord", DISCORD_TOKEN="wrong")
    assert REFUSED in await log_of(process)


async def test_a_token_that_the_gateway_refuses_is_told_likewise(server: DiscordServer, start: Start) -> None:
    server.gateway.refusal = 4004
    assert REFUSED in await log_of(await start("discord"))


async def test_shards_that_discord_refuses_are_told_by_their_settings(server: DiscordServer, start: Start) -> None:
    server.gateway.refusal = 4010
    told = "certwise: Discord wants other shards (code 4010); check DISCORD_SHARD_COUNT and DISCORD_SHARD_IDS"
    assert told in await log_of(await start("discord"))


async def test_a_connection_that_is_closed_for_good_is_told_with_its_code(server: DiscordServer, start: Start) -> None:
    server.gateway.refusal = 4012
    told = "certwise: Discord has closed the connection for good (code 4012); "
    assert told in await log_of(await start("discord"))


@pytest.mark.parametrize("command", ["discord", "sync-commands"])
async def test_a_discord_that_is_not_there_is_told(start: Start, command: str) -> None:
    process = await start(command, DISCORD_API_BASE="http://127.0.0.1:9/api/v10")
    assert "certwise: Discord cannot be reached (" in await log_of(process)


async def test_a_discord_that_is_out_of_order_is_told(server: DiscordServer, start: Start) -> None:
    server.fail_next("/users/@me", 503)
    told = "certwise: Discord is out of order (it answers 503); try again later, "
    assert told in await log_of(await start("discord"))


async def test_an_address_that_is_no_discord_is_told(server: DiscordServer, start: Start) -> None:
    process = await start("discord", DISCORD_API_BASE=f"http://{server.address}/elsewhere")
    told = "certwise: what answers is not Discord, or does not let this machine in (it answers 404); "
    assert told in await log_of(process)


async def test_an_address_that_answers_something_else_is_told(server: DiscordServer, start: Start) -> None:
    process = await start("discord", DISCORD_API_BASE=f"http://{server.address}/pages")
    assert "certwise: what answers is not Discord, or does not let this machine in (" in await log_of(process)


async def end(process: asyncio.subprocess.Process) -> bytes:
    """The log of a process that has been told to end, and did."""
    _, log = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 0
    return log


async def test_sigterm_in_the_middle_of_an_answer_waits_for_it(server: DiscordServer, start: Start) -> None:
    process = await start("discord")
    await asyncio.wait_for(server.gateway.ready.wait(), PATIENCE)
    released = server.hold("/messages")
    await server.say(f"<@{BOT['id']}> how much is ai-102?")
    await server.until(lambda: server.requests, lambda seen: any("/messages" in one for one in seen))
    process.send_signal(signal.SIGTERM)
    await has_logged(process, b"stopping")
    released.set()
    await end(process)
    assert len(server.messages) == 1


async def test_sigterm_in_the_middle_of_a_command_waits_for_it(server: DiscordServer, start: Start) -> None:
    process = await start("discord")
    await asyncio.wait_for(server.gateway.ready.wait(), PATIENCE)
    released = server.hold("/callback")
    asked = await server.command("help")
    await server.until(lambda: server.requests, lambda seen: any("/callback" in one for one in seen))
    process.send_signal(signal.SIGTERM)
    await has_logged(process, b"stopping")
    released.set()
    await end(process)
    assert "/recommend" in await asked.text()


async def test_a_second_sigterm_does_not_wait(server: DiscordServer, start: Start) -> None:
    process = await start("discord")
    await asyncio.wait_for(server.gateway.ready.wait(), PATIENCE)
    server.hold("/messages")
    await server.say(f"<@{BOT['id']}> how much is ai-102?")
    await server.until(lambda: server.requests, lambda seen: any("/messages" in one for one in seen))
    process.send_signal(signal.SIGTERM)
    await has_logged(process, b"stopping")
    process.send_signal(signal.SIGTERM)
    await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == -signal.SIGTERM


async def test_sigterm_while_logging_in_ends_at_once(server: DiscordServer, start: Start) -> None:
    server.hold("/users/@me")
    process = await start("discord")
    await server.until(lambda: server.requests, bool)
    process.send_signal(signal.SIGTERM)
    assert b"Traceback" not in await end(process)


async def has_logged(process: asyncio.subprocess.Process, words: bytes) -> None:
    """Read the log up to a line with some words."""
    assert process.stderr is not None
    async with asyncio.timeout(PATIENCE):
        while words not in (line := await process.stderr.readline()):
            assert line


async def test_no_token_is_told_before_anything_is_loaded(start: Start) -> None:
    process = await start("discord", DISCORD_TOKEN="")
    _, log = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 2
    assert log.decode().startswith("certwise: DISCORD_TOKEN is not set; ")


async def test_sync_commands_registers_them_for_servers_and_people(server: DiscordServer, start: Start) -> None:
    process = await start("sync-commands")
    told, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 0
    names = ["Answer this", "ask", "browse", "compare", "forget-me", "help", "kb", "privacy", "recommend"]
    assert told.decode().startswith(f"9 commands registered: {', '.join(names)}. ")
    assert sorted(one["name"] for one in server.commands) == names
    assert server.violations == []
    assert not any("gateway" in request for request in server.requests)
