"""The adviser's form: all of its questions in one modal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.domain.form import FormQuestion, Option

TITLE = "Which certification suits you?"
MOST_QUESTIONS = 5
LONGEST_LABEL = 45
"""Rows of a modal and characters of a row's label; Discord's limits."""


class AdviceForm(ui.Modal):
    """Radio buttons for each question; every one of them may be left open."""

    def __init__(
        self,
        questions: Sequence[FormQuestion],
        answer: Callable[[discord.Interaction[Any], list[Option]], Awaitable[None]],
    ) -> None:
        """``answer`` takes what was chosen."""
        super().__init__(title=TITLE, custom_id="v1:form", timeout=None)
        self._questions = tuple(questions)[:MOST_QUESTIONS]
        self._answer = answer
        self._groups: list[ui.RadioGroup[Any]] = []
        for question in self._questions:
            options = [
                discord.RadioGroupOption(label=option.label, value=str(number))
                for number, option in enumerate(question.options)
            ]
            group: ui.RadioGroup[Any] = ui.RadioGroup(custom_id=question.id, required=False, options=options)
            self._groups.append(group)
            self.add_item(ui.Label(text=question.ask[:LONGEST_LABEL], component=group))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        """Send what was chosen."""
        pairs = zip(self._questions, self._groups, strict=True)
        chosen = [question.options[int(group.value)] for question, group in pairs if group.value]
        await self._answer(interaction, chosen)
