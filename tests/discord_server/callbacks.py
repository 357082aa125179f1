"""The REST API: answers to interactions."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from tests.discord_server import payloads
from tests.discord_server.answers import (
    ANSWERED,
    EXPIRED,
    INVALID,
    UNKNOWN_TOKEN,
    error_answer,
    json_answer,
    refused,
)
from tests.discord_server.interactions import CHOICES, DEFER, DEFER_UPDATE, MODAL, SEND, UPDATE
from tests.discord_server.limits import (
    EPHEMERAL,
    complaints_about_choices,
    complaints_about_message,
    complaints_about_modal,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from aiohttp import web

    from tests.discord_server.interactions import Interaction
    from tests.discord_server.server import DiscordServer


class Callbacks:
    """Takes one answer to each interaction, and what is sent behind it."""

    def __init__(self, server: DiscordServer) -> None:
        self._server = server

    def add_routes(self, app: web.Application, base: str) -> None:
        """Register every route."""
        app.router.add_post(f"{base}/interactions/{{interaction}}/{{token}}/callback", self._callback)
        app.router.add_patch(f"{base}/webhooks/{{application}}/{{token}}/messages/@original", self._edit_original)
        app.router.add_post(f"{base}/webhooks/{{application}}/{{token}}", self._follow_up)

    async def _callback(self, request: web.Request) -> web.Response:
        data = await request.json()
        interaction = self._server.interactions.get(request.match_info["interaction"])
        if interaction is None or interaction.expired:
            return error_answer(404, EXPIRED, "Unknown interaction")
        if interaction.callbacks:
            return error_answer(400, ANSWERED, "Interaction has already been acknowledged.")
        checks = {SEND: complaints_about_message, MODAL: complaints_about_modal, CHOICES: complaints_about_choices}
        if data["type"] in checks and (complaint := self._refused(checks[data["type"]](data["data"]))):
            return error_answer(400, INVALID, complaint)
        if data["type"] == UPDATE and (complaint := self._refused(complaints_about_message(data["data"], edits=True))):
            return error_answer(400, INVALID, complaint)
        interaction.callbacks.append(data)
        interaction.acknowledged.set()
        self._server.acknowledged[interaction.id] = time.monotonic()
        told = {"interaction": {"id": interaction.id, "type": 2}}
        if data["type"] in (SEND, UPDATE):
            self._shown(interaction, data["data"])
            told["resource"] = {"type": data["type"], "message": interaction.message}
            told["interaction"]["response_message_id"] = (interaction.message or {})["id"]
        return json_answer(told)

    def _shown(self, interaction: Interaction, data: dict[str, Any]) -> None:
        """The answer is there: a message of its own, or in the place of the one whose button it was."""
        kind = interaction.callbacks[0]["type"]
        if kind in (UPDATE, DEFER_UPDATE) and interaction.below is not None:
            kept = interaction.below["flags"]  # an edit makes nothing public
            made = interaction.below | data | {"flags": kept}
        else:
            flags = data.get("flags", 0) | ((interaction.callbacks[0].get("data") or {}).get("flags", 0))
            told = data | {"flags": flags}
            made = payloads.message(payloads.snowflake(), interaction.channel, payloads.BOT, **told)
        interaction.message = made
        if not made["flags"] & EPHEMERAL:
            self._server.messages[made["id"]] = made
        self._server.note_answer(interaction.id)
        interaction.answered.set()

    async def _edit_original(self, request: web.Request) -> web.Response:
        data, interaction = await request.json(), self._by_token(request)
        if interaction is None or not interaction.callbacks:
            return error_answer(404, UNKNOWN_TOKEN, "Unknown Webhook")
        if complaint := self._refused(complaints_about_message(data, edits=True)):
            return error_answer(400, INVALID, complaint)
        assert interaction.callbacks[0]["type"] in (DEFER, DEFER_UPDATE)
        self._shown(interaction, data)
        return json_answer(interaction.message)

    async def _follow_up(self, request: web.Request) -> web.Response:
        data, interaction = await request.json(), self._by_token(request)
        if interaction is None or not interaction.callbacks:
            return error_answer(404, UNKNOWN_TOKEN, "Unknown Webhook")
        if complaint := self._refused(complaints_about_message(data)):
            return error_answer(400, INVALID, complaint)
        made = payloads.message(payloads.snowflake(), interaction.channel, payloads.BOT, **data)
        interaction.further.append(made)
        return json_answer(made)

    def _by_token(self, request: web.Request) -> Interaction | None:
        token = request.match_info["token"]
        return next((one for one in self._server.interactions.values() if one.token == token), None)

    def _refused(self, complaints: Iterable[str]) -> str:
        return refused(self._server, complaints)
