"""People who talk to the bot, each in their own way."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

from bot.adapters.terminal_chat.conversation import Conversation
from bot.adapters.terminal_chat.piped import chat_piped
from bot.adapters.terminal_chat.stopping import Stopping
from bot.application.plain import plain_text
from bot.domain.message import Message, message_of
from tests.discord_server import interactions as discord_reading
from tests.slack_server.payloads import ADA, DIRECT, on_message
from tests.slack_server.reading import buttons_of, text_of

if TYPE_CHECKING:
    from bot.application.assistant import Assistant
    from tests.discord_server import DiscordServer
    from tests.slack_server import SlackServer

OFFERS = "\n\nYou could also ask:\n"
REACTIONS = frozenset({"👍 Helpful", "👎 Not right", "More", "None of these", "Ask a follow-up"})


@dataclass(frozen=True)
class Heard:
    """What a person got."""

    text: str
    offers: list[str]
    """Labels of what is suggested."""


class Speaker(Protocol):
    """Somebody who talks to the bot."""

    async def say(self, words: str) -> Heard:
        """Say something."""
        ...

    async def press(self, label: str) -> Heard:
        """Press, or pick, what was offered last."""
        ...


class AtTheCore:
    """Nothing in between."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._offered: dict[str, Any] = {}

    async def say(self, words: str) -> Heard:
        """As a message."""
        return self._hear(Message(words, "contract:ada", datetime.now(UTC)))

    async def press(self, label: str) -> Heard:
        """As an action."""
        return self._hear(message_of(self._offered[label], "contract:ada", datetime.now(UTC)))

    def _hear(self, message: Message) -> Heard:
        reply = self._assistant.reply(message)
        self._offered = {one.label: one.action for one in reply.suggestions}
        return Heard(plain_text(reply), list(self._offered))


class InATerminal:
    """Lines in, text out."""

    def __init__(self, assistant: Assistant) -> None:
        self._conversation = Conversation(assistant.reply, lambda: datetime.now(UTC), "terminal:contract")
        self._offered: list[str] = []

    async def say(self, words: str) -> Heard:
        """As a line."""
        out = io.StringIO()
        chat_piped(self._conversation, [f"{words}\n"], out, Stopping())
        text, _, offers = out.getvalue().partition(OFFERS)
        lines = [line.strip() for line in offers.splitlines() if ". " in line]
        self._offered = [line.partition(". ")[2] for line in lines]
        return Heard(text, self._offered)

    async def press(self, label: str) -> Heard:
        """By its number."""
        return await self.say(str(self._offered.index(label) + 1))


class OnDiscord:
    """Direct messages and their buttons."""

    def __init__(self, server: DiscordServer) -> None:
        self._server = server
        self._answers = 0
        self._last: dict[str, Any] = {}

    async def say(self, words: str) -> Heard:
        """In a direct message."""
        await self._server.direct(words)
        return await self._hear()

    async def press(self, label: str) -> Heard:
        """A button of the last answer."""
        await self._server.press(self._last, label)
        return await self._hear()

    async def _hear(self) -> Heard:
        self._answers += 1
        self._last = (await self._server.written(self._answers))[-1]
        labels = discord_reading.buttons_of(self._last)
        text = discord_reading.text_of(self._last).replace("\\", "")
        return Heard(text, [label for label in labels if label not in REACTIONS])


class OnSlack:
    """Direct messages and their buttons."""

    def __init__(self, server: SlackServer) -> None:
        self._server = server
        self._answers = 0
        self._offered: dict[str, Any] = {}
        self._thread = ""

    async def say(self, words: str) -> Heard:
        """In one thread of the agent panel, as Slack escapes it."""
        escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        said = await self._server.direct(escaped, **({"thread_ts": self._thread} if self._thread else {}))
        self._thread = self._thread or said["event"]["ts"]
        return await self._hear()

    async def press(self, label: str) -> Heard:
        """A button of the last answer."""
        where = on_message(DIRECT, "1700000000.000001", self._server.response_url(), thread=self._thread)
        await self._server.press(self._offered[label], ADA, where)
        return await self._hear()

    async def _hear(self) -> Heard:
        self._answers += 1
        answer = (await self._server.posted(self._answers))[-1].sent
        assert "<!" not in answer["text"]
        self._offered = buttons_of(answer)
        return Heard(text_of(answer), [label for label in self._offered if label not in REACTIONS])
