"""The sentence encoders that can be chosen."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from bot.adapters.array_folder import ArrayFolder
from bot.adapters.sentence_encoder import EncoderError, open_encoder
from bot.adapters.sentence_encoder.remembering import KEPT, RememberingEncoder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray


def test_the_universal_encoder_gives_vectors_of_length_one() -> None:
    encoder = open_encoder("universal")
    assert encoder is not None
    encoded = encoder.encode(["how much does the exam cost", "ok", "", "\ud800 half a pair", "\x00", "٣٠٠ دولار"])
    assert encoded.shape == (6, encoder.size)
    assert np.allclose(np.linalg.norm(encoded, axis=1), 1, atol=1e-3)


def test_the_universal_encoder_finds_the_same_question_in_another_language_nearer_than_another_question() -> None:
    encoder = open_encoder("universal")
    assert encoder is not None
    english, spanish, other = encoder.encode(
        ["how much does the exam cost", "¿cuánto cuesta el examen?", "who won the football match"]
    )
    assert english @ spanish > english @ other + 0.3


def test_no_encoder_is_had_where_it_is_off() -> None:
    assert open_encoder("off") is None


def test_an_encoder_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(EncoderError, match="write universal, off, or a model"):
        open_encoder("word2vec")


def test_the_universal_encoder_gives_the_same_with_its_weights_unpacked(tmp_path: Path) -> None:
    plain, unpacking, unpacked = (open_encoder("universal", cache) for cache in (None, tmp_path, tmp_path))
    assert plain is not None
    assert unpacking is not None
    assert unpacked is not None
    expected = plain.encode(["how much does the exam cost"])
    assert np.array_equal(unpacking.encode(["how much does the exam cost"]), expected)
    assert [file.suffix for file in tmp_path.iterdir()] == [".npz"]
    assert np.array_equal(unpacked.encode(["how much does the exam cost"]), expected)


@pytest.mark.parametrize("damage", ["emptied", "cut off", "mangled"])
def test_unpacked_weights_that_are_damaged_are_written_anew(tmp_path: Path, damage: str) -> None:
    first = open_encoder("universal", tmp_path)
    assert first is not None
    expected = first.encode(["how much"])
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    middle = len(whole) // 2
    damaged = {
        "emptied": b"",
        "cut off": whole[:-9],
        "mangled": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
    }
    file.write_bytes(damaged[damage])
    second = open_encoder("universal", tmp_path)
    assert second is not None
    assert np.array_equal(second.encode(["how much"]), expected)
    assert file.read_bytes() == whole


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="ascii")
    encoder = open_encoder("universal", tmp_path / "file" / "below")
    assert encoder is not None
    assert encoder.encode(["how much"]).shape == (1, encoder.size)


class CountingEncoder:
    """Gives each sentence its length as a vector, and notes what it was asked for."""

    name = "someone/counting"
    size = 1
    languages = frozenset({"en"})

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        self.asked.append(list(sentences))
        return np.array([[len(sentence)] for sentence in sentences], np.float32)


KNOWLEDGE = [f"phrasing {number}" for number in range(150)]


def test_sentences_of_the_knowledge_are_encoded_once_though_processes_end(tmp_path: Path) -> None:
    RememberingEncoder(CountingEncoder(), ArrayFolder(tmp_path)).encode(KNOWLEDGE)
    inner = CountingEncoder()
    changed = ["a new phrasing", *KNOWLEDGE[::-1], "a new phrasing"]
    encoded = RememberingEncoder(inner, ArrayFolder(tmp_path)).encode(changed)
    assert inner.asked == [["a new phrasing"]]
    assert encoded[:, 0].tolist() == [14, *[12] * 50, *[11] * 90, *[10] * 10, 14]


def test_what_members_ask_is_not_remembered(tmp_path: Path) -> None:
    encoder = RememberingEncoder(CountingEncoder(), ArrayFolder(tmp_path))
    assert encoder.encode(["my secret question"])[:, 0].tolist() == [18]
    assert list(tmp_path.iterdir()) == []


def test_the_sentences_asked_for_last_stay_when_there_are_too_many(tmp_path: Path) -> None:
    many = [str(number) for number in range(KEPT)]
    RememberingEncoder(CountingEncoder(), ArrayFolder(tmp_path)).encode(many)
    RememberingEncoder(CountingEncoder(), ArrayFolder(tmp_path)).encode(KNOWLEDGE)
    inner = CountingEncoder()
    RememberingEncoder(inner, ArrayFolder(tmp_path)).encode([*KNOWLEDGE, *many])
    assert inner.asked == [many[-150:]]


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder with a model for fastembed: four words, each with a direction of its own."""
    folder = tmp_path / "models" / "tiny-multilingual"
    folder.mkdir(parents=True)
    words = {"[UNK]": 0, "cost": 1, "time": 2, "exam": 3}
    tokenizer = Tokenizer(WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text('{"model_max_length": 16, "pad_token": "[UNK]"}', encoding="ascii")
    (folder / "special_tokens_map.json").write_text('{"unk_token": "[UNK]"}', encoding="ascii")
    (folder / "config.json").write_text('{"hidden_size": 4, "pad_token_id": 0}', encoding="ascii")
    directions = numpy_helper.from_array(np.eye(4, dtype=np.float32), "directions")
    tokens = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "length"])
    states = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "length", 4])
    look_up = helper.make_node("Gather", ["directions", "input_ids"], ["last_hidden_state"])
    graph = helper.make_graph([look_up], "tiny", [tokens], [states], [directions])
    made = helper.make_model(graph, ir_version=8, opset_imports=[helper.make_opsetid("", 17)])
    (folder / "model.onnx").write_bytes(made.SerializeToString())
    return folder


def test_a_model_in_a_folder_is_run_by_fastembed(model: Path) -> None:
    encoder = open_encoder(str(model))
    assert encoder is not None
    cost, other, both, strange = encoder.encode(["cost", "time", "cost time", "\ud800"])
    assert (encoder.size, cost.shape) == (4, (4,))
    assert cost @ other == pytest.approx(0)
    assert cost @ both == pytest.approx(0.7071, abs=1e-3)
    assert np.linalg.norm(strange) == pytest.approx(1, abs=1e-3)


def test_a_model_reads_english_alone_unless_it_is_called_multilingual(model: Path) -> None:
    many = open_encoder(str(model))
    one = open_encoder(str(model.rename(model.parent / "tiny")))
    assert many is not None
    assert one is not None
    assert one.languages == {"en"}
    assert {"en", "es", "zh"} < many.languages


def test_another_model_in_the_same_folder_has_another_name(model: Path) -> None:
    first, again = open_encoder(str(model)), open_encoder(str(model))
    file = model / "model.onnx"
    os.utime(file, ns=(1, 1))
    second = open_encoder(str(model))
    assert first is not None
    assert again is not None
    assert second is not None
    assert first.name == again.name != second.name


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("model.onnx", "holds none of model.onnx, onnx/model.onnx, model_optimized.onnx"),
        ("config.json", "tells no hidden_size"),
        ("tokenizer.json", "the folder must hold the model, config.json, tokenizer.json"),
    ],
)
def test_a_folder_that_lacks_a_file_is_refused_with_the_mend(model: Path, missing: str, said: str) -> None:
    (model / missing).unlink()
    with pytest.raises(EncoderError, match=re.escape(said)):
        open_encoder(str(model))


def test_a_model_that_fastembed_does_not_know_is_refused_with_the_mend() -> None:
    with pytest.raises(EncoderError, match="write the name of a model of fastembed"):
        open_encoder("nobody/no-such-model")


def test_a_model_is_refused_where_the_extra_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "bot.adapters.sentence_encoder.fastembed_models", raising=False)
    monkeypatch.setitem(sys.modules, "fastembed", None)
    with pytest.raises(EncoderError, match=r"pip install 'certwise\[fastembed\]'"):
        open_encoder("BAAI/bge-small-en-v1.5")
