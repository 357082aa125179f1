"""What every listener works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.adapters.slack_chat.core_thread import CoreThread
    from bot.adapters.slack_chat.guard import Guard
    from bot.adapters.slack_chat.sending import Sender
    from bot.application.ports import DeliveryLog


@dataclass(frozen=True, slots=True)
class Services:
    """The core, the way to Slack, and the guard."""

    core: CoreThread
    sender: Sender
    guard: Guard
    deliveries: DeliveryLog
