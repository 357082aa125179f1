"""Asks the core away from the event loop, so that one long question keeps nobody else's acknowledgement waiting."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from bot.adapters.slack_chat.rendering import LONGEST_VALUE, Origin, Surface, blocks_of, render
from bot.application.completing import complete_certification, complete_question
from bot.domain.message import message_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from typing import Any

    from bot.adapters.slack_chat.places import Place
    from bot.adapters.slack_chat.rendering import Rendered
    from bot.application.commands import Commands
    from bot.application.core import Core
    from bot.domain.actions import Action
    from bot.domain.certification import Certification
    from bot.domain.entry import Answer
    from bot.domain.form import Option
    from bot.domain.knowledge import Knowledge

T = TypeVar("T")
MOST_QUESTIONS = 25
MOST_CERTIFICATIONS = 25
"""Of what is offered while somebody types; Slack takes 100 in all, nobody reads that many."""


class CoreThread:
    """The core, asked in the one thread of its executor: its memory is not made for several at once."""

    def __init__(self, core: Core, executor: Executor) -> None:
        """The ``executor`` must have one thread, and be the only one that asks this core."""
        self._core = core
        self._executor = executor

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge that is live."""
        return self._core.knowledge

    @property
    def commands(self) -> Commands:
        """What commands and forms ask for."""
        return self._core.commands

    def written(self, action: Action) -> str:
        """What a button carries that everybody is offered."""
        return self._core.texts.write(action, "", datetime.now(UTC))

    async def answer(self, asked: str | Action, place: Place, origin: Origin, command: str = "") -> Rendered:
        """The message that answers what was said or pressed."""
        return await self._run(partial(self._answer, asked, place, origin, command))

    async def answer_in_modal(
        self, asked: str | Action, place: Place, origin: Origin, command: str = ""
    ) -> tuple[dict[str, Any], ...]:
        """The same as blocks of a modal."""
        return await self._run(partial(self._answer_in_modal, asked, place, origin, command))

    async def read(self, text: str) -> Action:
        """The action that a button carries."""
        return await self._run(partial(self._core.texts.read, text, datetime.now(UTC)))

    async def complete(self, typed: str) -> tuple[list[Certification], list[Answer]]:
        """Certifications and questions that are meant by what somebody has typed so far."""
        return await self._run(partial(self._complete, typed))

    async def complete_certification(self, typed: str) -> list[Certification]:
        """Certifications alone."""
        return await self._run(partial(complete_certification, self._core.knowledge, typed, MOST_CERTIFICATIONS))

    async def advise(self, chosen: list[Option]) -> Action:
        """What the adviser's form asks for."""
        return await self._run(partial(self._core.commands.advise, chosen))

    async def compare(self, names: list[str]) -> Action:
        """What certifications by their ids ask for."""
        return await self._run(partial(self._core.commands.compare, names))

    async def forget(self, person: str) -> int:
        """Forget a person."""
        return await self._run(partial(self._core.forget, person))

    def _answer(self, asked: str | Action, place: Place, origin: Origin, command: str) -> Rendered:
        now = datetime.now(UTC)
        reply = self._core.reply(message_of(asked, place.conversation, now, command))
        return render(reply, self._writer(place, now), origin)

    def _answer_in_modal(
        self, asked: str | Action, place: Place, origin: Origin, command: str
    ) -> tuple[dict[str, Any], ...]:
        now = datetime.now(UTC)
        reply = self._core.reply(message_of(asked, place.conversation, now, command))
        return tuple(blocks_of(reply, self._writer(place, now), origin, Surface.MODAL))

    def _writer(self, place: Place, now: datetime) -> Callable[[Action], str]:
        return lambda action: self._core.texts.write(action, place.conversation, now, LONGEST_VALUE)

    def _complete(self, typed: str) -> tuple[list[Certification], list[Answer]]:
        knowledge = self._core.knowledge
        return (
            complete_certification(knowledge, typed, MOST_CERTIFICATIONS),
            complete_question(knowledge, typed, MOST_QUESTIONS),
        )

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._executor, work)
