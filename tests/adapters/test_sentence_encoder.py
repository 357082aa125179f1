"""The sentence encoders that can be chosen."""

from __future__ import annotations

import numpy as np
import pytest

from bot.adapters.sentence_encoder import EncoderError, open_encoder


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
    with pytest.raises(EncoderError, match="write universal or off"):
        open_encoder("word2vec")
