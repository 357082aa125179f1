"""The English words that are left alone although no example uses them."""

from __future__ import annotations

import gzip
import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

_COUNTED = re.compile(r'"([a-z\']+)": \d{3,}')
"""A word with a count of a hundred or more, of some billion: a rarer one is likelier a slip of the finger."""


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """The commoner English words in normal form, from the word list that pyspellchecker ships; read on first use.

    Raises ModuleNotFoundError when pyspellchecker is not installed.
    """
    spec = find_spec("spellchecker")  # found, not imported: its indexer is not needed
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the word list of the package 'pyspellchecker' is missing: install the requirements")
    packed = (Path(spec.origin).parent / "resources" / "en.json.gz").read_bytes()
    listed = gzip.decompress(packed).decode("utf-8")
    return frozenset(word.replace("'", "") for word in _COUNTED.findall(listed))


class EnglishWords(Collection[str]):
    """The same words, read when they are first asked for: not every question holds a word that no example has."""

    def __contains__(self, word: object) -> bool:
        """Whether it is one of the words."""
        return word in english_words()

    def __iter__(self) -> Iterator[str]:
        """The words, in no order."""
        return iter(english_words())

    def __len__(self) -> int:
        """How many there are."""
        return len(english_words())
