"""Tells messages in other languages from English ones."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bot.nlu.text import MAX_CHARACTERS, tokenise

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

OTHER_LANGUAGE = "other-language"
"""Id of the entry that says that a language is not understood."""
ENGLISH = "en"
NO_LANGUAGE = "zxx"
"""What the library calls letters that are none, as ISO 639 does: "asdfgh"."""
LEAST_READ = 0.06
"""Probability from which on a message is taken for a language that is read: neighbours such as Galician share it."""
LEAST_SHARE = 0.5
"""Share of that from which on one of them is believed."""
LEAST_SURE = 0.3
"""Probability from which on it is believed of plain letters, which English with slips of the finger has too."""
LEAST_STRANGE = 0.34
"""Share of a message's words, names left out, that must be no English ones: a name of a game is no language."""
SURELY_UNREAD = 0.7
"""Probability of a language that is not read from which on it is believed."""

_WORD = re.compile(r"[^\W_]+")
_ALONE = "[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
"""Scripts that are written without spaces, or with particles behind a name."""
_SEAM = re.compile(rf"(?<=[A-Za-z0-9])(?={_ALONE})|(?<={_ALONE})(?=[A-Za-z0-9])")


class Tongue(Enum):
    """What a message is written in."""

    ENGLISH = auto()
    """Or nothing that could be told."""
    READ = auto()
    """Another language that can be understood."""
    UNREAD = auto()
    """One that cannot."""


class Languages:
    """Knows the words of one knowledge base and of English, and the languages by their letters."""

    def __init__(
        self, read: Collection[str], names: Collection[str], english: Collection[str], repair: Callable[[str], str]
    ) -> None:
        """``read`` are the languages that are understood, English among them, by ISO 639 codes.

        ``names`` are words that say nothing of a language, those of certifications; all in normal form.

        ``repair`` takes a mistyped token for the word that was meant.
        """
        self._read = read
        self._names = names
        self._english = english
        self._repair = repair

    def tongue_of(self, utterance: str, *, suspected: bool) -> Tongue:
        """What a message is written in; ``suspected`` where it is like examples in other languages."""
        text = _WORD.sub(self._without_names, utterance[:MAX_CHARACTERS])
        words = [word for word in tokenise(text) if len(word) > 1 and word.isalpha()]
        strange = sum(word not in self._english for word in words)
        if not words or not (suspected or strange >= LEAST_STRANGE * len(words)):
            return Tongue.ENGLISH
        chances = dict(_identifier().rank(text))
        read = sum(chances[language] for language in self._read)
        likeliest = max(chances, key=chances.__getitem__)
        if read < LEAST_READ:
            unread = likeliest != NO_LANGUAGE and chances[likeliest] >= SURELY_UNREAD
            return Tongue.UNREAD if unread else Tongue.ENGLISH
        best = max(self._read, key=chances.__getitem__)
        if best == ENGLISH or not (suspected or self._is_sure(text, chances[best], read)):
            return Tongue.ENGLISH
        return Tongue.READ

    @staticmethod
    def _is_sure(text: str, chance: float, read: float) -> bool:
        letters = "".join(filter(str.isalpha, text))
        return chance >= LEAST_SHARE * read and (chance >= LEAST_SURE or not letters.isascii())

    def _without_names(self, match: re.Match[str]) -> str:
        return "" if self._repair(match[0].lower()) in self._names else match[0]


def spaced(utterance: str) -> str:
    """An utterance with a space where Latin letters touch a script that has none."""
    return _SEAM.sub(" ", utterance)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """Loaded when first needed: it takes most of a second, and a message in plain English does not need it."""
    from py3langid.langid import (  # type: ignore[import-untyped]  # noqa: PLC0415 - it ships no types
        MODEL_FILE,
        LanguageIdentifier,
    )

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
