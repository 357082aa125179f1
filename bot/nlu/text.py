"""Normal form and tokens of what a person typed; knows nothing of any domain."""

from __future__ import annotations

import re
import unicodedata

MAX_CHARACTERS = 2_000
"""What is read of one utterance. Longer than any platform lets a question be; keeps hostile input cheap."""

_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ`´](?=\w)")  # noqa: RUF001 - these are the apostrophes people type
_PLUS = re.compile(r"(?<=\s)[+](?=\s)")
"""Between spaces it is a word: "ibm + google"."""
_TOKEN = re.compile(r"\{[a-z-]+\}|[$€£%]|[^\W_]+")
_SLOT = re.compile(r"\{[a-z-]+\}")


def normalise(utterance: str) -> str:
    """Lower case, without accents and word-internal apostrophes: "What's Résumé?" becomes "whats resume?".

    A plus between spaces becomes a word.

    Reads at most MAX_CHARACTERS characters, and gives no more, though ligatures are spelt out.
    """
    # Before the compatibility form, which takes an acute accent for a space, and after it, as it widens others.
    text = _APOSTROPHES.sub("", utterance[:MAX_CHARACTERS])
    text = unicodedata.normalize("NFKC", text).casefold()[:MAX_CHARACTERS]  # one sign may stand for eighteen
    if not text.isascii():
        decomposed = unicodedata.normalize("NFD", text)
        text = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _PLUS.sub("plus", _APOSTROPHES.sub("", text))


def tokenise(utterance: str) -> tuple[str, ...]:
    """Words, numbers, currency and percent signs, slots such as ``{certification}``, in order and in normal form."""
    return tuple(_TOKEN.findall(normalise(utterance)))


def is_slot(token: str) -> bool:
    """Whether a token is a placeholder, e.g. ``{certification}``: it stands for an entity and is never repaired."""
    return _SLOT.fullmatch(token) is not None
