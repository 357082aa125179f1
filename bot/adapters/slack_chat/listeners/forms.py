"""What the modals send: suggestions while somebody types, and what was filled in; the answer takes the form's place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.adapters.slack_chat.rendering import Origin
from bot.adapters.slack_chat.views import forms
from bot.adapters.slack_chat.views.context import context_of
from bot.adapters.slack_chat.views.results import result_view
from bot.application.completing import opening_of

if TYPE_CHECKING:
    from typing import Any

    from slack_bolt.async_app import AsyncApp

    from bot.adapters.slack_chat.incoming import Incoming
    from bot.adapters.slack_chat.services import Services
    from bot.domain.actions import Action
    from bot.domain.certification import Certification
    from bot.domain.entry import Answer

EMPTY = "Pick something, or write a question."
TOO_FEW = "Pick at least two."


def add_forms(app: AsyncApp, services: Services) -> None:
    """Complete what is typed in them, and answer what is sent."""
    sent = Forms(services)
    guard = services.guard
    app.options(forms.PICK)(guard.acknowledging(sent.complete))
    app.options(forms.PAIR)(guard.acknowledging(sent.complete_certification))
    app.view(forms.ASK)(guard.acknowledging(sent.asked))
    app.view(forms.RECOMMEND)(guard.acknowledging(sent.recommended))
    app.view(forms.COMPARE)(guard.acknowledging(sent.compared))


class Forms:
    """What the modals do. The acknowledgement is the answer: nothing else replaces what the person sees."""

    def __init__(self, services: Services) -> None:
        self._core = services.core

    async def complete(self, incoming: Incoming) -> None:
        """Questions and certifications, while somebody types."""
        certifications, answers = await self._core.complete(str(incoming.body.get("value") or ""))
        await incoming.ack(option_groups=forms.suggestion_groups(certifications, answers, self._carried))

    async def complete_certification(self, incoming: Incoming) -> None:
        """Certifications alone."""
        found = await self._core.complete_certification(str(incoming.body.get("value") or ""))
        await incoming.ack(options=forms.certification_options(found))

    async def asked(self, incoming: Incoming) -> None:
        """The ask form: the words, if there are any, else what was picked."""
        view = incoming.body["view"]
        typed, picked = forms.typed_in(view), forms.picked_in(view)
        if typed or picked:
            await self._show(incoming, typed or await self._core.read(picked))
        else:
            await incoming.ack(response_action="errors", errors={forms.TYPE: EMPTY})

    async def recommended(self, incoming: Incoming) -> None:
        """The adviser's form."""
        chosen = forms.chosen_in(incoming.body["view"], self._core.knowledge.questions)
        await self._show(incoming, await self._core.advise(chosen))

    async def compared(self, incoming: Incoming) -> None:
        """The compare form."""
        pair = forms.pair_in(incoming.body["view"])
        if len(pair) < forms.LEAST_COMPARED:
            await incoming.ack(response_action="errors", errors={forms.PAIR: TOO_FEW})
        else:
            await self._show(incoming, await self._core.compare(pair))

    async def _show(self, incoming: Incoming, asked: str | Action) -> None:
        context = context_of(incoming.body["view"])
        question = asked if isinstance(asked, str) else ""
        place = replace(incoming.place, channel=context.channel)
        origin = Origin(question=question, sharable=bool(context.channel))
        blocks = await self._core.answer_in_modal(asked, place, origin)
        view: dict[str, Any] = result_view(blocks, context)
        await incoming.ack(response_action="update", view=view)

    def _carried(self, found: Certification | Answer) -> str:
        return self._core.written(opening_of(found))
