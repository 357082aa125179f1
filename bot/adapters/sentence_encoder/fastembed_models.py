"""Encoders that the package fastembed runs with ONNX: the extra ``fastembed``."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from fastembed import TextEmbedding
from fastembed.common.model_description import ModelSource, PoolingType

from bot.adapters.sentence_encoder.errors import EncoderError
from bot.adapters.sentence_encoder.languages import ENGLISH_ONLY, MANY_LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

MODEL_FILES = ("model.onnx", "onnx/model.onnx", "model_optimized.onnx")
"""Where a model lies in its folder, the first that is there."""


class FastembedEncoder:
    """A model by the name that fastembed has for it, downloaded when it is first used, or in a folder."""

    def __init__(self, model: str, cache: Path | None = None) -> None:
        """``cache`` is the folder for what is downloaded; raises EncoderError for what is no usable model."""
        folder = Path(model).expanduser()
        named = _registered(folder) if folder.is_dir() else model
        try:
            self._model = TextEmbedding(
                named,
                cache_dir=str(cache) if cache else None,
                threads=1,
                specific_model_path=str(folder) if folder.is_dir() else None,
            )
            self.size = len(next(iter(self._model.embed("how long"))))
        except Exception as error:  # fastembed, its downloader and ONNX each have errors of their own
            raise EncoderError(f"{model}: {_first_line(error)}; {_mend(folder)}") from error
        self.name = f"fastembed-{version('fastembed')}-{named}"
        self.languages = MANY_LANGUAGES if "multilingual" in model.lower() else ENGLISH_ONLY

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """See ``SentenceEncoder``."""
        sound = [sentence.encode(errors="replace").decode() for sentence in sentences]
        vectors = np.array(list(self._model.embed(sound)), np.float32)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        encoded: NDArray[np.float32] = vectors / np.maximum(lengths, 1e-9)
        return encoded


def _registered(folder: Path) -> str:
    """The name under which fastembed knows the model of a folder from now on; another model gets another name."""
    file = next((name for name in MODEL_FILES if (folder / name).is_file()), None)
    if file is None:
        raise EncoderError(f"{folder} holds none of {', '.join(MODEL_FILES)}; name a folder with a model for fastembed")
    try:
        size = json.loads((folder / "config.json").read_text(encoding="utf-8"))["hidden_size"]
    except (OSError, ValueError, KeyError, TypeError):
        raise EncoderError(f"{folder}/config.json tells no hidden_size; add the config.json of the model") from None
    state = (folder / file).stat()
    name = f"{folder.resolve()}-{state.st_size}-{state.st_mtime_ns}"
    if name.lower() not in {str(one["model"]).lower() for one in TextEmbedding.list_supported_models()}:
        TextEmbedding.add_custom_model(
            name, PoolingType.MEAN, normalization=True, sources=ModelSource(url=str(folder)), dim=size, model_file=file
        )
    return name


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "").rstrip(".") or type(error).__name__


def _mend(folder: Path) -> str:
    if folder.is_dir():
        return "the folder must hold the model, config.json, tokenizer.json and tokenizer_config.json"
    return "write the name of a model of fastembed, which is downloaded when it is first used, or a folder with one"
