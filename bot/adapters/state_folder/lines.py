"""A file of JSON objects, one a line: written behind, and now and then anew."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from bot.adapters.state_folder.files import append_line, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

log = logging.getLogger(__name__)


class LineFile:
    """Never raises: what cannot be read or written is a line in the log, and whoever uses it has its memory."""

    def __init__(self, file: Path, lost: str) -> None:
        """The folder is made when it is needed; ``lost`` says what does not work where it can't be used."""
        self._file = file
        self._lost = lost

    def read(self) -> Iterator[dict[str, Any]]:
        """Every object, as far as there are any."""
        try:
            lines = self._file.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return
        except OSError as error:
            self._complain(error)
            return
        for line in lines:
            try:
                told = json.loads(line)
            except ValueError:  # half a line, of a process that was killed
                told = None
            if isinstance(told, dict):
                yield told
            else:
                self.complain_of_line()

    def append(self, told: Mapping[str, str]) -> None:
        """Write one behind the others."""
        try:
            append_line(self._file, json.dumps(told))
        except OSError as error:
            self._complain(error)

    def write(self, lines: Iterable[Mapping[str, str]]) -> None:
        """Put these in the place of all there are; a file that there is no need for is not made."""
        text = "".join(f"{json.dumps(told)}\n" for told in lines)
        try:
            if text or self._file.exists():
                write_whole(self._file, text)
        except OSError as error:
            self._complain(error)

    def complain_of_line(self) -> None:
        """Say that something in it cannot be read."""
        log.warning("%s: a line cannot be read and is left out", self._file)

    def _complain(self, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        log.warning("%s cannot be used (%s): %s; make its folder writable", self._file, reason, self._lost)
