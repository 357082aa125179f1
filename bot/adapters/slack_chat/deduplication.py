"""Takes each delivery on once: Slack sends events again that it believes lost, and Bolt runs them again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.response import BoltResponse

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.request.async_request import AsyncBoltRequest

    from bot.adapters.slack_chat.incoming import Payload
    from bot.application.ports import DeliveryLog


class Deduplication(AsyncMiddleware):
    """Acknowledges what was taken on before, and does no more with it."""

    def __init__(self, deliveries: DeliveryLog) -> None:
        self._deliveries = deliveries

    # The names are Bolt's.
    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002
    ) -> BoltResponse | None:
        """See AsyncMiddleware."""
        key = delivery_of(req.body)
        if key and not self._deliveries.claim(key, datetime.now(UTC)):
            return BoltResponse(status=200)
        return await next()


def delivery_of(body: Payload) -> str:
    """What tells a delivery from others: an event by its id, what people press and send by its trigger.

    Empty for what changes nothing, such as suggestions while somebody types.
    """
    team = body.get("team_id") or (body.get("team") or {}).get("id") or body.get("enterprise_id") or ""
    if event := body.get("event_id"):
        return f"{team}:{event}"
    trigger = body.get("trigger_id")
    return f"{team}:{trigger}" if trigger else ""
