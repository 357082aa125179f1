"""Arrays kept in a folder, as files that are mapped into memory rather than read: see ``bot.nlu.matcher.Archive``."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

KEPT = 4
"""Keys kept: the knowledge that is live, the one before, and what somebody is trying out."""


class ArrayFolder:
    """One folder a key, one ``.npy`` file an array. Written beside and moved into place, so none is ever half there."""

    def __init__(self, root: Path, stamp: str = "") -> None:
        """``stamp`` tells apart what was stored by different versions of the program under one key."""
        self._root = root
        self._stamp = stamp

    def load(self, key: str) -> Mapping[str, NDArray[Any]] | None:
        """Give the arrays of a key, read-only; None where they are missing or damaged."""
        folder = self._folder(key)
        try:
            arrays = {path.stem: np.load(path, mmap_mode="r", allow_pickle=False) for path in folder.glob("*.npy")}
            os.utime(folder)  # used now, so not among the first to be forgotten
        except (OSError, ValueError):
            return None
        return arrays or None

    def store(self, key: str, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Keep arrays; a folder that cannot be written to is left alone."""
        with contextlib.suppress(OSError):
            self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self._root, prefix=".new-") as new:
                for name, array in arrays.items():
                    np.save(Path(new) / f"{name}.npy", array, allow_pickle=False)
                shutil.rmtree(self._folder(key), ignore_errors=True)
                shutil.move(new, self._folder(key))
                Path(new).mkdir()  # for the clean-up to remove
            self._forget_old()

    def _folder(self, key: str) -> Path:
        return self._root / f"{self._stamp}{key}"

    def _forget_old(self) -> None:
        folders = [path for path in self._root.iterdir() if path.is_dir() and not path.name.startswith(".")]
        for folder in sorted(folders, key=lambda path: path.stat().st_mtime)[:-KEPT]:
            shutil.rmtree(folder, ignore_errors=True)
