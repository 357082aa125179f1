"""The adviser's form."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.discord_server.running import connected
from tests.threads import refuse_event_loop

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant
    from tests.discord_server import DiscordServer

pytestmark = [pytest.mark.asyncio]
with_bot = pytest.mark.usefixtures("bot")


def first_options(form: dict[str, Any], at: int) -> dict[str, str]:
    """The option at some place of each question."""
    fields = [row["component"] for row in form["components"]]
    return {field["custom_id"]: field["options"][at]["value"] for field in fields}


@with_bot
async def test_recommend_alone_opens_a_form_whose_answers_advise(server: DiscordServer) -> None:
    form = await (await server.command("recommend")).form()
    assert form["components"][0]["label"] == "What have you worked with so far?"
    sent = await server.submit(form, first_options(form, 1))
    assert await sent.is_private()
    assert "Take " in await sent.text()


@with_bot
async def test_two_people_fill_it_in_at_once(server: DiscordServer) -> None:
    ada, bob = [await server.command("recommend", where={"author": author}) for author in ("1", "2")]
    forms = [await one.form() for one in (ada, bob)]
    sent = await asyncio.gather(
        server.submit(forms[0], {"budget": "Nothing"}, author="1"),
        server.submit(forms[1], {"background": "I build machine learning systems"}, author="2"),
    )
    first, second = [await one.text() for one in sent]
    assert first != second
    again = await server.submit(forms[0], {"budget": "Nothing"}, author="3")
    assert await again.text() == first


async def test_one_that_was_opened_before_a_restart_is_answered(
    server: DiscordServer, own_assistant: Callable[[], Assistant]
) -> None:
    async with connected(server, refuse_event_loop(own_assistant())):
        form = await (await server.command("recommend")).form()
    async with connected(server, refuse_event_loop(own_assistant())):
        sent = await server.submit(form, {"budget": "Nothing"})
        assert "Take " in await sent.text()


@with_bot
async def test_an_empty_one_is_answered(server: DiscordServer) -> None:
    form = await (await server.command("recommend")).form()
    sent = await server.submit(form, {})
    assert await sent.text()
    assert await sent.is_private()


@with_bot
async def test_an_option_of_another_release_is_left_out(server: DiscordServer) -> None:
    form = await (await server.command("recommend")).form()
    sent = await server.submit(form, {"budget": "Three camels"})
    assert await sent.text() == await (await server.submit(form, {})).text()


@with_bot
async def test_a_form_of_another_release_is_answered_politely(server: DiscordServer) -> None:
    sent = await server.submit({"custom_id": "v9:quiz", "components": []}, {})
    assert await sent.text() == "I can't tell any more what this form was for. Please open it anew."
    assert await sent.is_private()


@with_bot
async def test_what_fails_is_acknowledged(
    server: DiscordServer, assistant: Assistant, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    form = await (await server.command("recommend")).form()

    def broken(_: object) -> None:
        raise RuntimeError("the adviser is broken")

    monkeypatch.setattr(assistant.commands, "advise", broken)
    sent = await server.submit(form, {"budget": "Nothing"})
    assert (await sent.text()).startswith("Something went wrong on my side")
    assert await sent.is_private()
    assert "an answer failed" in caplog.text
