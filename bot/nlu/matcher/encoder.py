"""The seam for an optional sentence encoder. None is built in: the matcher needs no model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray


class SentenceEncoder(Protocol):
    """Turns tokens into a dense vector, one more block of features beside words and letters.

    It gets the tokens after SpellingRepair, as a ranking lists them: typing slips hurt encoders most.
    """

    def encode(self, tokens: Sequence[str]) -> NDArray[np.float32]:
        """A vector of length one, always of the same size; of zeros when there are no tokens."""
        ...
