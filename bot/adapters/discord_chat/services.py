"""What every listener works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.adapters.discord_chat.communities import Communities
    from bot.adapters.discord_chat.core_thread import CoreThread
    from bot.adapters.discord_chat.guard import Guard
    from bot.adapters.discord_chat.question_locks import QuestionLocks
    from bot.adapters.discord_chat.subjects import Subjects


@dataclass(frozen=True, slots=True)
class Services:
    """The core, the guard, and what is known of servers, threads and questions."""

    core: CoreThread
    guard: Guard
    communities: Communities
    subjects: Subjects
    questions: QuestionLocks
