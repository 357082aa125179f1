"""Asks knowledge folders everything that was asked before, in two processes where there are two folders."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Self, TypeAlias

from bot.adapters.kept_replies import state_of
from bot.adapters.sentence_encoder.prepared import PreparedEncoder
from bot.application.curation.replaying import replay
from bot.bootstrap import build_assistant, open_knowledge, open_replies
from bot.cli.main import UnusableError
from bot.cli.opening import named_encoder, open_cache
from bot.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future
    from datetime import date
    from pathlib import Path

    from bot.application.assistant import Assistant
    from bot.application.curation.replaying import Replies, Talk, Told

PROCESSES = 2
PARTS = 6
"""Parts into which the talks are cut, so that no process waits long for the other."""
Answers: TypeAlias = "Future[list[tuple[Told, ...]]]"


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is kept of a folder's replies, and the rest under way."""

    kept: Replies
    parts: tuple[tuple[Sequence[Talk], Answers], ...]

    def result(self) -> Replies:
        """All replies, once the rest has come."""
        new = {talk: told for part, ready in self.parts for talk, told in zip(part, ready.result(), strict=True)}
        return {**self.kept, **new}


class Replays:
    """Two knowledge folders, opened side by side in processes of their own; to be used in a ``with``."""

    def __init__(self, folders: tuple[Path, Path], today: date) -> None:
        """The second folder is likely to be new, and takes longest to open: it is begun with."""
        self._folders = folders
        self._today = today
        self._kept = open_replies(read_settings())
        self._states = {folder: state_of(folder) for folder in folders}
        self._pool = ProcessPoolExecutor(PROCESSES)
        self._opened = self._pool.submit(_open, folders[1], today)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def ask(self, talks: Sequence[Talk]) -> tuple[Replies, Replies]:
        """The replies of both folders, which must be sound; those that are kept from an earlier time are not asked.

        Raises UnusableError where one of the processes was ended from outside.
        """
        first, second = self._folders
        try:
            before = self._begin(first, talks)
            self._opened.result()
            after = self._begin(second, talks)
            return self._end(first, before, talks), self._end(second, after, talks)
        except BrokenProcessPool:
            raise UnusableError("a process that asked a folder was ended; it takes 200 MB of memory each") from None

    def _begin(self, folder: Path, talks: Sequence[Talk]) -> _Asked:
        kept = self._kept.load(self._states[folder]) if self._kept else {}
        missing = [talk for talk in talks if talk not in kept]
        parts = (missing[at::PARTS] for at in range(PARTS))
        begun = ((part, self._pool.submit(replay_folder, folder, part, self._today)) for part in parts if part)
        return _Asked(kept, tuple(begun))

    def _end(self, folder: Path, asked: _Asked, talks: Sequence[Talk]) -> Replies:
        """A folder's replies, kept for another time."""
        told = asked.result()
        replies = {talk: told[talk] for talk in talks}
        if asked.parts and self._kept:
            self._kept.store(self._states[folder], replies)
        return replies


def replay_folder(folder: Path, talks: Sequence[Talk], today: date) -> list[tuple[Told, ...]]:
    """The replies of a sound knowledge folder, in the order of the talks."""
    assistant, encoder = open_folder(folder, today)
    if encoder is not None:
        encoder.prepare(assistant.understander.spelt(said) for talk in talks for said in talk.utterances)
    return list(replay(assistant, talks))


def _open(folder: Path, today: date) -> None:
    """Open a folder in this process; the matcher is built, if it has to be, and kept for the other process."""
    open_folder(folder, today)


@lru_cache(maxsize=PROCESSES)
def open_folder(folder: Path, today: date) -> tuple[Assistant, PreparedEncoder | None]:
    """The assistant of a sound folder, once for a process, and its encoder."""
    encoder = _encoder()
    settings = read_settings()
    return build_assistant(open_knowledge(folder, today), open_cache(settings.cache), encoder), encoder


@lru_cache(maxsize=1)
def _encoder() -> PreparedEncoder | None:
    """One for all folders of a process: the weights are 80 MB."""
    encoder = named_encoder(read_settings())
    return PreparedEncoder(encoder) if encoder else None
