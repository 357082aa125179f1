"""Sentence encoders: see ``bot.nlu.matcher.SentenceEncoder``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.adapters.sentence_encoder.errors import EncoderError

if TYPE_CHECKING:
    from pathlib import Path

    from bot.nlu.matcher import SentenceEncoder

__all__ = ["OFF", "UNIVERSAL", "EncoderError", "open_encoder"]

OFF, UNIVERSAL = "off", "universal"


def open_encoder(name: str, cache: Path | None = None) -> SentenceEncoder | None:
    """The encoder of a name: UNIVERSAL, OFF for none, else a model for fastembed, by its name there or its folder.

    ``cache`` is where it may keep what makes it quicker. Raises EncoderError where it cannot be had.
    """
    if name == OFF:
        return None
    if name != UNIVERSAL:
        return _open_fastembed(name, cache)
    from bot.adapters.sentence_encoder.universal import UniversalEncoder  # noqa: PLC0415 - only what is used is loaded

    return UniversalEncoder(cache)


def _open_fastembed(model: str, cache: Path | None) -> SentenceEncoder:
    if "/" not in model:
        raise EncoderError(f"there is no encoder {model!r}; write {UNIVERSAL}, {OFF}, or a model for fastembed")
    try:
        from bot.adapters.sentence_encoder.fastembed_models import FastembedEncoder  # noqa: PLC0415 - as above
    except ModuleNotFoundError as error:
        raise EncoderError(f"{model} needs the package {error.name}; pip install 'certwise[fastembed]'") from None
    return FastembedEncoder(model, cache)
