"""Sentence encoders: see ``bot.nlu.matcher.SentenceEncoder``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from bot.nlu.matcher import SentenceEncoder

OFF, UNIVERSAL = "off", "universal"


class EncoderError(Exception):
    """An encoder that cannot be had; the message says why, and the mend."""


def open_encoder(name: str, cache: Path | None = None) -> SentenceEncoder | None:
    """The encoder of a name: UNIVERSAL, or OFF for none; ``cache`` is where it may keep what makes it quicker.

    Raises EncoderError for any other name.
    """
    if name == OFF:
        return None
    if name != UNIVERSAL:
        raise EncoderError(f"there is no encoder {name!r}; write {UNIVERSAL} or {OFF}")
    from bot.adapters.sentence_encoder.universal import UniversalEncoder  # noqa: PLC0415 - only what is used is loaded

    return UniversalEncoder(cache)
