"""Questions and answers as a file; see ``bot.application.ports.ExchangeLog``."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.adapters.state_folder.lines import LineFile
from bot.application.memory import MemoryExchanges
from bot.domain.exchange import Exchange

if TYPE_CHECKING:
    from pathlib import Path

    from bot.application.action_texts.sessions import SessionTexts

GONE = "gone"
"""The one field of a line by which an answer is forgotten."""
WRITTEN_ANEW = timedelta(hours=1)
"""How often the file is written without what is over."""


class ExchangeFile:
    """One line an exchange, read once and then only written behind. What cannot be kept is remembered all the same."""

    def __init__(self, file: Path, texts: SessionTexts, now: datetime) -> None:
        """Lines that cannot be read, or are over ``now``, are left out."""
        self._lines = LineFile(file, "answers are not corrected after a restart")
        self._texts = texts
        self._memory = MemoryExchanges()
        for told in self._lines.read():
            try:
                self._replay(told)
            except (ValueError, TypeError, KeyError):
                self._lines.complain_of_line()
        self._write_anew(now)

    def keep(self, exchange: Exchange) -> None:
        """Keep it."""
        self._memory.keep(exchange)
        if exchange.sent - self._written_anew > WRITTEN_ANEW:
            self._write_anew(exchange.sent)
        else:
            self._lines.append(self._written(exchange))

    def of_question(self, question: str, now: datetime) -> Exchange | None:
        """Find it."""
        return self._memory.of_question(question, now)

    def of_answer(self, answer: str, now: datetime) -> Exchange | None:
        """Find it."""
        return self._memory.of_answer(answer, now)

    def drop(self, answer: str) -> None:
        """Forget it."""
        self._memory.drop(answer)
        self._lines.append({GONE: answer})

    def forget(self, person: str) -> int:
        """Forget what a person asked, here and in the file."""
        count = self._memory.forget(person)
        if count:
            self._write_anew(self._written_anew)
        return count

    def _replay(self, told: dict[str, Any]) -> None:
        if GONE in told:
            self._memory.drop(told[GONE])
            return
        exchange = Exchange(
            answer=told["answer"],
            question=told["question"],
            conversation=told["conversation"],
            sent=datetime.fromisoformat(told["sent"]),
            fingerprint=told["fingerprint"],
            action=self._texts.read_action(told["action"]),
            before=self._texts.read(told["before"]),
        )
        self._memory.keep(exchange)

    def _written(self, exchange: Exchange) -> dict[str, str]:
        return {
            "answer": exchange.answer,
            "question": exchange.question,
            "conversation": exchange.conversation,
            "sent": exchange.sent.isoformat(),
            "fingerprint": exchange.fingerprint,
            "action": self._texts.write_action(exchange.action),
            "before": self._texts.write(exchange.before),
        }

    def _write_anew(self, now: datetime) -> None:
        self._written_anew = now
        self._memory.expire(now)
        self._lines.write(map(self._written, self._memory.all()))
