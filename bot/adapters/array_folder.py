"""Arrays kept in a folder, as files that are mapped into memory rather than read: see ``bot.nlu.matcher.Archive``."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

KEPT = 4
"""Keys kept: the knowledge that is live, the one before, and what somebody is trying out."""
MANIFEST = "manifest.json"
"""Size and checksum of each file: what is not exactly what was stored is not given back."""
NEW = ".new-"
PART = 1 << 20
"""Bytes read at a time."""
ABANDONED_AFTER = 3600
"""Seconds after which a folder that is being written belongs to a process that was killed."""


class ArrayFolder:
    """One folder a key, one ``.npy`` file an array. Written beside and moved into place, so none is ever half there."""

    def __init__(self, root: Path, stamp: str = "", complain: Callable[[str], None] = lambda _: None) -> None:
        """``stamp`` tells apart what different versions of the program stored under one key.

        ``complain`` is told, in a sentence without an end, why something could not be stored.
        """
        self._root = root
        self._stamp = stamp
        self._complain = complain

    def load(self, key: str) -> Mapping[str, NDArray[Any]] | None:
        """Give the arrays of a key, read-only; None where they are missing or damaged."""
        folder = self._folder(key)
        try:
            manifest = json.loads((folder / MANIFEST).read_text(encoding="ascii"))
            if any(_checksum(folder / file) != told for file, told in manifest.items()):
                return None
            arrays = {Path(file).stem: _mapped(folder / file) for file in manifest}
        except (OSError, ValueError, AttributeError):
            return None
        with contextlib.suppress(OSError):  # a cache that is only readable serves as well
            os.utime(folder)  # used now, so not among the first to be forgotten
        return arrays

    def store(self, key: str, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Keep arrays; a folder that cannot be written to is left alone, and complained of."""
        try:
            self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
            new = Path(tempfile.mkdtemp(dir=self._root, prefix=NEW))
            try:
                self._write(new, arrays)
                self._move(new, self._folder(key))
            finally:
                shutil.rmtree(new, ignore_errors=True)
            self._forget_old()
        except OSError as error:
            self._complain(f"the cache {self._root} cannot be written ({error.strerror})")

    @staticmethod
    def _move(new: Path, folder: Path) -> None:
        """Put what was written into place; where another process was quicker, its folder is as good."""
        shutil.rmtree(folder, ignore_errors=True)
        try:
            new.rename(folder)
        except OSError:
            if not folder.is_dir():
                raise

    @staticmethod
    def _write(folder: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
        for name, array in arrays.items():
            np.save(folder / f"{name}.npy", array, allow_pickle=False)
        manifest = {path.name: _checksum(path) for path in sorted(folder.iterdir())}
        (folder / MANIFEST).write_text(json.dumps(manifest), encoding="ascii")

    def _folder(self, key: str) -> Path:
        return self._root / f"{self._stamp}{key}"

    def _forget_old(self) -> None:
        folders = [path for path in self._root.iterdir() if path.is_dir()]
        kept = [path for path in folders if not path.name.startswith(NEW)]
        old = sorted(kept, key=lambda path: path.stat().st_mtime)[:-KEPT]
        now = time.time()
        old += [one for one in folders if one not in kept and now - one.stat().st_mtime > ABANDONED_AFTER]
        for folder in old:
            shutil.rmtree(folder, ignore_errors=True)


def _mapped(file: Path) -> NDArray[Any]:
    """An array that stays in its file; as a plain one, which is read more quickly than NumPy's own kind for files."""
    return np.asarray(np.load(file, mmap_mode="r", allow_pickle=False))


def _checksum(path: Path) -> list[int]:
    """Size and CRC-32 of a file: enough against damage, which is what is guarded against."""
    size, checksum = 0, 0
    with path.open("rb") as file:
        while part := file.read(PART):
            size, checksum = size + len(part), zlib.crc32(part, checksum)
    return [size, checksum]
