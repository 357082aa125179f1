"""Watches in which thread the core is asked."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant


def refuse_event_loop(assistant: Assistant) -> Assistant:
    """Have the core fail where it is asked in the main thread, in which tests have their event loop."""
    wanted = (
        (assistant, "reply"),
        (assistant, "forget"),
        (assistant.commands, "compare"),
        (assistant.commands, "advise"),
    )
    for owner, name in wanted:
        setattr(owner, name, _elsewhere(getattr(owner, name)))
    return assistant


def _elsewhere(work: Callable[..., Any]) -> Callable[..., Any]:
    def watched(*arguments: Any) -> Any:
        assert threading.current_thread() is not threading.main_thread(), "the core was asked on the event loop"
        return work(*arguments)

    return watched
