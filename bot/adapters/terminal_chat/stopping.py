"""SIGTERM ends a chat, but not in the middle of an answer."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


class Stopping:
    """Keeps back a first SIGTERM while an answer is made and shown; else the signal ends the process with status 0."""

    def __init__(self) -> None:
        self._answering = False
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
        self._answering = True
        try:
            yield
        finally:
            self._answering = False
        if self._asked:
            raise SystemExit(0)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        again, self._asked = self._asked, True
        if again or not self._answering:
            raise SystemExit(0)
