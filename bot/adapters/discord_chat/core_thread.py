"""Asks the core away from the event loop, so that one long question keeps nobody else's acknowledgement waiting."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from bot.adapters.discord_chat.rendering import Origin, render, render_text
from bot.application.completing import complete_anything, complete_certification, complete_vendor, opening_of, title_of
from bot.domain.exchange import Exchange
from bot.domain.message import message_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from bot.adapters.discord_chat.places import Place
    from bot.adapters.discord_chat.rendering import Rendered
    from bot.application.commands import Commands
    from bot.application.core import Core
    from bot.application.ports import ExchangeLog
    from bot.domain.actions import Action
    from bot.domain.certification import Certification
    from bot.domain.knowledge import Knowledge
    from bot.domain.message import Session
    from bot.domain.reply import Reply
    from bot.domain.sources import Vendor

T = TypeVar("T")
MOST_CHOICES = 25
"""Offered while somebody types; Discord's limit."""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody wants to know."""

    wanted: str | Action | Callable[[Commands], Action]
    """Words, an action, or what the options of a command make one of, for which names may have to be understood."""
    command: str = ""
    """Id of the request that a command asks for outright; see ``bot.domain.message.Message.command``."""
    about: Action | None = None
    """What is replied to, if anything; see ``bot.domain.message.Message.about``."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, and what is to be kept of how it came about."""

    rendered: Rendered
    action: Action | None
    """What it answers."""
    sent: datetime
    """When the question was."""
    before: Session | None
    """What had been said before the question."""
    certifications: tuple[str, ...]
    """Ids of those that the answer speaks of, the main one first."""


class CoreThread:
    """The core, asked in the one thread of its executor: its memory is not made for several at once."""

    def __init__(self, core: Core, executor: Executor, exchanges: ExchangeLog) -> None:
        """The ``executor`` must have one thread, and be the only one that asks this core and this log."""
        self._core = core
        self._executor = executor
        self._exchanges = exchanges

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that is live."""
        return self._core.knowledge

    async def answer(self, query: Query, place: Place, origin: Origin) -> Answered:
        """The message that answers it."""
        return await self._run(partial(self._answer, query, place, origin))

    async def say(self, text: str, place: Place) -> Answered:
        """A message of the bot's own words, which leaves the conversation as it is."""
        session = partial(self._core.session, place.conversation, datetime.now(UTC))
        return spoken(text, await self._run(session))

    async def correct(self, question: str, place: Place, exchange: Exchange, about: Action | None) -> Answered:
        """The message that answers a question that was edited, see ``Core.correct``."""
        return await self._run(partial(self._correct, question, place, exchange, about))

    async def read(self, text: str) -> Action:
        """The action that a button or an option carries.

        Anywhere: what must be acknowledged in time depends on it, and it does not touch the core's memory.
        """
        return await asyncio.to_thread(self._core.texts.read, text, datetime.now(UTC))

    async def complete(self, typed: str) -> list[tuple[str, str]]:
        """Titles of what is meant by what somebody has typed so far, each with what a choice of it carries."""
        return await self._run(partial(self._complete, typed))

    async def complete_certification(self, typed: str) -> list[Certification]:
        """Certifications alone."""
        return await self._run(partial(complete_certification, self._core.knowledge, typed, MOST_CHOICES))

    async def complete_vendor(self, typed: str) -> list[Vendor]:
        """Vendors of reviewed certifications."""
        return await self._run(partial(complete_vendor, self._core.knowledge, typed, MOST_CHOICES))

    def title_of(self, opened: Action) -> str:
        """How that is called which an action opens; empty where it opens nothing."""
        return title_of(self._core.knowledge, opened)

    async def forget(self, person: int) -> int:
        """Forget a person; gives how much it was."""
        return await self._run(partial(self._forget, str(person)))

    async def keep(self, answer: str, question: str, words: str, place: Place, answered: Answered) -> None:
        """Remember which message answers which, by their keys."""
        exchange = Exchange(
            answer=answer,
            question=question,
            conversation=place.conversation,
            sent=answered.sent,
            fingerprint=fingerprint(question, words),
            action=answered.action,
            before=answered.before,
        )
        await self._run(partial(self._exchanges.keep, exchange))

    async def drop(self, answer: str) -> None:
        """Forget an answer that is gone."""
        await self._run(partial(self._exchanges.drop, answer))

    async def of_question(self, question: str) -> Exchange | None:
        """What is kept of a question."""
        return await self._run(partial(self._exchanges.of_question, question, datetime.now(UTC)))

    async def of_answer(self, answer: str) -> Exchange | None:
        """What is kept of an answer."""
        return await self._run(partial(self._exchanges.of_answer, answer, datetime.now(UTC)))

    def _answer(self, query: Query, place: Place, origin: Origin) -> Answered:
        now, wanted = datetime.now(UTC), query.wanted
        asked = wanted(self._core.commands) if callable(wanted) else wanted
        before = self._core.session(place.conversation, now)
        reply = self._core.reply(message_of(asked, place.conversation, now, query.command, query.about))
        return self._answered(reply, place, origin, now, before)

    def _correct(self, question: str, place: Place, exchange: Exchange, about: Action | None) -> Answered:
        message = message_of(question, place.conversation, exchange.sent, about=about)
        reply = self._core.correct(message, exchange.before)
        return self._answered(reply, place, Origin(), exchange.sent, exchange.before)

    def _answered(self, reply: Reply, place: Place, origin: Origin, sent: datetime, before: Session | None) -> Answered:
        writer = self._core.texts.writer(place.conversation, datetime.now(UTC))
        return Answered(render(reply, writer, origin), reply.action, sent, before, reply.certifications)

    def _complete(self, typed: str) -> list[tuple[str, str]]:
        knowledge, writer = self._core.knowledge, self._core.texts.writer("", datetime.now(UTC))
        opened = map(opening_of, complete_anything(knowledge, typed, MOST_CHOICES))
        return [(title_of(knowledge, one), writer.write(one)) for one in opened]

    def _forget(self, person: str) -> int:
        return self._core.forget(person) + self._exchanges.forget(person)

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)


def spoken(text: str, before: Session | None = None) -> Answered:
    """The bot's own words, as what answers something; ``before`` is what had been said."""
    return Answered(render_text(text), None, datetime.now(UTC), before, ())


def fingerprint(question: str, words: str) -> str:
    """Tells the words of a question from others, and not what they are; ``question`` is the key of its message."""
    return hashlib.sha256(f"{question}\n{words}".encode(errors="surrogatepass")).hexdigest()[:16]
