"""SIGTERM ends a chat, but not in the middle of an answer."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType


class Stopping:
    """Keeps back a first SIGTERM while an answer is made and shown; else the signal ends the process with status 0."""

    def __init__(self) -> None:
        self._end: Callable[[], None] | None = _exit
        """What the signal does now; None: it is kept back."""
        self._asked = False

    @contextmanager
    def on_signal(self) -> Iterator[None]:
        """Handle the signal for as long as the chat goes on; only the main thread may."""
        before = signal.signal(signal.SIGTERM, self._stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGTERM, before)

    @contextmanager
    def answering(self) -> Iterator[None]:
        """An answer: raises SystemExit behind it where the signal came meanwhile."""
        with self._ending_by(None):
            yield
        if self._asked:
            _exit()

    @contextmanager
    def waiting(self, end: Callable[[], None]) -> Iterator[None]:
        """A wait that must not be broken off anywhere: the signal calls ``end``, which sees to its end."""
        with self._ending_by(end):
            yield

    @contextmanager
    def _ending_by(self, end: Callable[[], None] | None) -> Iterator[None]:
        before, self._end = self._end, end
        try:
            yield
        finally:
            self._end = before

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        again, self._asked = self._asked, True
        if again:
            _exit()
        if self._end is not None:
            self._end()


def _exit() -> NoReturn:
    raise SystemExit(0)
