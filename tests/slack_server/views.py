"""Works with the views that the bot shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.slack_server.block_kit import faults_of_view
from tests.slack_server.payloads import ADA, submission, unique

if TYPE_CHECKING:
    from tests.slack_server import SlackServer

Json = dict[str, Any]


async def opened(server: SlackServer, number: int = 1) -> Json:
    """The view that was opened last, as Slack hands it out again."""
    call = (await server.did(number, "views.open"))[-1]
    return {**call.sent["view"], "id": unique("V")}


async def submitted(server: SlackServer, view: Json, values: Json) -> Json:
    """What the form turns into; the acknowledgement holds it."""
    answer = await server.deliver(submission(view, values, ADA))
    assert answer["response_action"] == "update"
    assert faults_of_view(answer["view"]) == []
    shown: Json = answer["view"]
    return shown
