"""Brings messages to Slack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
)
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.adapters.slack_chat.library_log import open_library_log

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from aiohttp import ClientSession
    from slack_sdk.http_retry.async_handler import AsyncRetryHandler
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.adapters.slack_chat.incoming import Incoming
    from bot.adapters.slack_chat.places import Place
    from bot.adapters.slack_chat.rendering import Rendered

    Blocks = Sequence[dict[str, Any]]

T = TypeVar("T")
MOST_WAITS = 5
"""Times that a rate limit is waited for before an answer is given up."""
TIMEOUT = 20
"""Seconds for one request to Slack."""
UNKNOWN_BLOCKS = "invalid_blocks"
OK = 200
GONE = frozenset({
    "account_inactive", "cant_delete_message", "cant_update_message", "channel_not_found", "edit_window_closed",
    "exchanged_trigger_id", "expired_trigger_id", "expired_url", "invalid_trigger", "is_archived", "message_not_found",
    "not_found", "not_in_channel", "thread_not_found", "token_revoked", "trigger_exchanged", "trigger_expired",
    "used_url", "user_not_found", "user_not_in_channel", "view_expired",
})  # fmt: skip
"""Slack's words for what is no longer there, or over: nobody is waiting for the answer, or it can't be brought."""


class WebhookError(Exception):
    """A response URL that did not take an answer; ``reason`` is Slack's own word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def retry_handlers() -> list[AsyncRetryHandler]:
    """Waits for rate limits as long as Slack asks for, and tries once more where the connection had gone stale.

    Not where Slack answers with an error of its own: it may have written the message all the same.
    """
    return [AsyncConnectionErrorRetryHandler(), AsyncRateLimitErrorRetryHandler(max_retry_count=MOST_WAITS)]


class Sender:
    """Posts, whispers, corrects and removes; with plainer blocks where Slack does not take the others."""

    def __init__(self, session: ClientSession) -> None:
        """The ``session`` is shared with the web client."""
        self._session = session

    async def post(self, client: AsyncWebClient, place: Place, message: Rendered) -> str:
        """Write where everybody reads it; gives the message's timestamp. Raises SlackApiError."""

        async def send(blocks: Blocks) -> str:
            answer = await client.chat_postMessage(
                channel=place.channel,
                thread_ts=place.thread or None,
                text=message.text,
                blocks=blocks,
                unfurl_links=False,
                unfurl_media=False,
            )
            return str(answer["ts"])

        return await _rich_or_plain(send, message)

    async def whisper(self, incoming: Incoming, message: Rendered) -> None:
        """Tell only the person whom it comes from; raises SlackApiError."""
        if incoming.response_url:
            try:
                await self.respond(incoming.response_url, message, thread=incoming.place.thread)
            except WebhookError:
                if not incoming.place.channel:
                    raise
            else:
                return
        place = incoming.place

        async def send(blocks: Blocks) -> None:
            await incoming.client.chat_postEphemeral(
                channel=place.channel,
                user=place.user,
                thread_ts=place.thread or None,
                text=message.text,
                blocks=blocks,
            )

        await _rich_or_plain(send, message)

    async def respond(self, url: str, message: Rendered, *, thread: str = "", public: bool = False) -> None:
        """Answer at a response URL, in a thread if that is where it was pressed; raises WebhookError."""
        webhook = AsyncWebhookClient(
            url, timeout=TIMEOUT, session=self._session, logger=open_library_log(), retry_handlers=retry_handlers()
        )

        async def send(blocks: Blocks) -> None:
            body = {
                "text": message.text,
                "blocks": blocks,
                "response_type": "in_channel" if public else "ephemeral",
                "replace_original": False,
                "unfurl_links": False,
                "unfurl_media": False,
                **({"thread_ts": thread} if thread else {}),
            }
            answer = await webhook.send_dict(body)
            if answer.status_code != OK:
                raise WebhookError(answer.body.strip()[:100] or str(answer.status_code))

        await _rich_or_plain(send, message)

    async def correct(self, client: AsyncWebClient, place: Place, timestamp: str, message: Rendered) -> None:
        """Put a message in the place of one that was posted; raises SlackApiError."""

        async def send(blocks: Blocks) -> None:
            await client.chat_update(channel=place.channel, ts=timestamp, text=message.text, blocks=blocks)

        await _rich_or_plain(send, message)


async def _rich_or_plain(send: Callable[[Blocks], Awaitable[T]], message: Rendered) -> T:
    try:
        return await send(message.blocks)
    except (SlackApiError, WebhookError) as error:
        if UNKNOWN_BLOCKS not in reason_of(error):
            raise
    return await send(message.plainer())


def reason_of(error: SlackApiError | WebhookError) -> str:
    """Slack's own word for what went wrong, such as ``channel_not_found``, else the HTTP status; it holds no secret."""
    if isinstance(error, WebhookError):
        return error.reason
    answer = error.response
    told = answer.data.get("error") if isinstance(getattr(answer, "data", None), dict) else None
    return str(told or getattr(answer, "status_code", None) or getattr(answer, "status", None) or "no answer")
