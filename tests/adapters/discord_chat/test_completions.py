"""What is offered while somebody types."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.application.assistant import Assistant
    from tests.discord_server import DiscordServer

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("bot")]


async def names(server: DiscordServer, command: str, option: str, typed: str) -> list[str]:
    return [one["name"] for one in await (await server.type_in(command, option, typed)).choices()]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("databricks", "Databricks Certified Machine Learning Professional"),
        ("datbricks", "Databricks Certified Machine Learning Professional"),
        ("ai-102", "Microsoft Azure AI Engineer Associate"),
        ("pmle", "Google Professional Machine Learning Engineer"),
        ("specialty", "AWS Certified Machine Learning - Specialty"),
        ("certificate mils", "Certificate mills and how to spot them"),
        ("is a degree", "Is a degree required?"),
    ],
)
async def test_ask_offers_questions_and_certifications_by_any_part_with_typos(
    server: DiscordServer, typed: str, first: str
) -> None:
    assert (await names(server, "ask", "question", typed))[0] == first


async def test_ask_offers_what_is_asked_often_where_nothing_is_typed(server: DiscordServer) -> None:
    offered = await names(server, "ask", "question", "")
    assert len(offered) == 25
    assert offered[0] == "Which free certification is the best?"
    assert "Google Professional Machine Learning Engineer" in offered


async def test_what_is_picked_opens_just_that_below_its_title(server: DiscordServer) -> None:
    typing = await server.type_in("ask", "question", "certificate mil")
    asked = await server.command("ask", question=(await typing.choices())[0]["value"])
    assert (await asked.text()).startswith("-# You asked: Certificate mills and how to spot them\n")
    typing = await server.type_in("ask", "question", "databri")
    asked = await server.command("ask", question=(await typing.choices())[0]["value"])
    assert "\nDatabricks Certified Machine Learning Professional: " in await asked.text()


async def test_compare_offers_certifications_and_browse_vendors(server: DiscordServer) -> None:
    typing = await server.type_in("compare", "second", "databriks")
    assert [one["value"] for one in await typing.choices()] == ["databricks-ml-professional"]
    typing = await server.type_in("browse", "vendor", "mircosoft")
    assert await typing.choices() == [{"name": "Microsoft", "value": "microsoft"}]
    assert "Google" in await names(server, "browse", "vendor", "")


async def test_nothing_is_offered_for_nonsense_nor_by_a_command_of_another_release(server: DiscordServer) -> None:
    assert await names(server, "ask", "question", "qzxv") == []
    assert await names(server, "quiz", "about", "ai") == []


async def test_one_that_is_late_or_fails_is_one_line(
    server: DiscordServer,
    assistant: Assistant,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server.expire_next = True
    await server.type_in("ask", "question", "goo")
    monkeypatch.setattr(assistant, "knowledge", None)
    await server.type_in("ask", "question", "goo")
    async with asyncio.timeout(5):
        while caplog.text.count("nothing could be offered while somebody typed") < 2:
            await asyncio.sleep(0)
    assert {record.exc_info for record in caplog.records} == {None}
