"""What arrives from Slack, read once from its payload."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.adapters.slack_chat.places import Place

if TYPE_CHECKING:
    from slack_bolt.context.ack.async_ack import AsyncAck
    from slack_bolt.context.async_context import AsyncBoltContext
    from slack_sdk.web.async_client import AsyncWebClient

# A payload is what Slack's servers send, JSON of many shapes; its parts are read by name here and in the listeners.
Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Incoming:
    """An event, a command, a press, or what a view sends."""

    body: Payload
    ack: AsyncAck
    client: AsyncWebClient
    """With the token of the workspace that it comes from."""
    place: Place
    scopes: frozenset[str]
    """What the bot may do there, as far as it is known."""
    response_url: str = ""
    """Where answers to commands, presses and shortcuts can be sent; works for half an hour, five times."""

    @property
    def event(self) -> Payload:
        """The event, where it is one."""
        event: Payload = self.body.get("event") or {}
        return event

    @property
    def trigger(self) -> str:
        """What a modal can be opened with, for three seconds."""
        return str(self.body.get("trigger_id") or "")


def read_incoming(body: Payload, ack: AsyncAck, client: AsyncWebClient, context: AsyncBoltContext) -> Incoming:
    """Put together what the listeners need of a payload."""
    authorized = context.authorize_result
    return Incoming(
        body=body,
        ack=ack,
        client=client,
        place=_place(body, context),
        scopes=frozenset((authorized.bot_scopes if authorized else None) or ()),
        response_url=str(body.get("response_url") or ""),
    )


def _place(body: Payload, context: AsyncBoltContext) -> Place:
    return Place(
        team=context.team_id or context.enterprise_id or "",
        channel=context.channel_id or "",
        user=context.user_id or "",
        thread=_thread(body),
    )


def _thread(body: Payload) -> str:
    """That of what was pressed, of the message whose menu was used, or of what was said in a thread."""
    for part in ("container", "message", "event"):
        if thread := (body.get(part) or {}).get("thread_ts"):
            return str(thread)
    return ""
