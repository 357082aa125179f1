"""What the matcher learns besides words: sentences as a whole, named signs, several right intents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.nlu.matcher import Example, MatcherSettings, Utterance, build_matcher, build_matcher_from, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

PLAIN = MatcherSettings(calibrated=False)


class Moods:
    """An encoder that knows only whether a sentence is merry."""

    name = "moods"
    size = 2
    languages = frozenset({"en"})

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        return np.array([[1, 0] if "!" in sentence else [0, 1] for sentence in sentences], np.float32)


def _told(words: str, intent: str, **signs: float) -> Example:
    return Example(Utterance(words, signs=signs), (intent,))


SIGNED = [
    *(_told(words, "list", many=1.0) for words in ("and the other", "what about it", "that one then")),
    *(_told(words, "cost", single=1.0) for words in ("and the other", "what about it", "that one then")),
]


def test_a_sign_decides_where_the_words_are_the_same() -> None:
    matcher = build_matcher_from(["list", "cost"], SIGNED, settings=PLAIN)
    for sign, intent in (("many", "list"), ("single", "cost")):
        best = matcher.rank(Utterance("what about it", signs={sign: 1.0})).best
        assert best is not None
        assert best.intent == intent


def test_a_sign_that_no_example_has_changes_nothing() -> None:
    matcher = build_matcher_from(["list", "cost"], SIGNED, settings=PLAIN)
    plain = matcher.rank(Utterance("what about it")).candidates
    assert matcher.rank(Utterance("what about it", signs={"unheard of": 1.0})).candidates == plain


def test_the_sentence_as_a_whole_decides_where_the_words_do_not() -> None:
    examples = [Example(Utterance("well done", "well done!"), ("praise",)), Example(Utterance("well done"), ("irony",))]
    matcher = build_matcher_from(["praise", "irony"], examples * 3, settings=PLAIN, encoder=Moods())
    merry, sour = (matcher.rank(Utterance("well done", said)).best for said in ("Well done!", "Well done"))
    assert merry is not None
    assert sour is not None
    assert (merry.intent, sour.intent) == ("praise", "irony")


def test_of_several_right_intents_the_best_comes_first_and_the_other_second() -> None:
    examples = [Example(Utterance("how much and how long"), ("cost", "duration"))]
    examples += [_told("good morning", "greeting"), _told("in weeks", "duration")]
    ranking = build_matcher_from(["greeting", "duration", "cost"], examples * 4, settings=PLAIN).rank(
        "how much and how long"
    )
    assert [one.intent for one in ranking.candidates[:2]] == ["cost", "duration"]


def test_confidences_without_calibration_sum_to_one() -> None:
    matcher = build_matcher_from(["list", "cost"], SIGNED, settings=PLAIN)
    assert sum(one.confidence for one in matcher.rank("what about it").candidates) == pytest.approx(1)


def test_an_explanation_names_the_signs_and_the_sentence() -> None:
    examples = [Example(Utterance("well done", "well done!", {"late": 1.0}), ("praise",)), _told("hello", "greeting")]
    matcher = build_matcher_from(["praise", "greeting"], examples * 3, settings=PLAIN, encoder=Moods())
    explanation = matcher.explain(Utterance("well done", "well done!", {"late": 1.0}), "praise")
    spoke = dict(explanation.features)
    assert spoke["[late]"] > 0
    assert spoke["[the sentence as a whole]"] > 0


def test_a_matcher_that_was_kept_ranks_as_before() -> None:
    built = build_matcher_from(["list", "cost"], SIGNED, settings=PLAIN, encoder=Moods())
    kept = unpack(pack(built), Moods())
    said = Utterance("what about it!", signs={"many": 1.0})
    assert kept.rank(said) == built.rank(said)


def test_an_encoder_takes_part_in_a_matcher_of_plain_phrasings() -> None:
    examples = {"praise": ["well done !", "great !"], "complaint": ["well done", "great"]}
    best = build_matcher(examples, encoder=Moods()).rank(Utterance("great", "great!")).best
    assert best is not None
    assert best.intent == "praise"


MOODS = [
    Example(Utterance("well done", "well done!"), ("praise",)),
    Example(Utterance("splendid {certification}", "splendid!"), ("praise",)),
    Example(Utterance("too bad"), ("complaint",)),
    Example(Utterance("never again"), ("complaint",)),
]


def test_a_sentence_in_other_words_is_interpreted_by_what_it_means() -> None:
    matcher = build_matcher_from(["praise", "complaint"], MOODS, settings=PLAIN, encoder=Moods())
    for sentence, intent, examples in (
        ("¡bravo!", "praise", {"well done", "splendid {certification}"}),
        ("peccato", "complaint", {"complaint", "too bad", "never again"}),
    ):
        ranking, example = matcher.interpret(sentence)
        assert ranking.best is not None
        assert ranking.best.intent == intent
        assert example in examples


def test_an_intent_that_is_left_out_is_not_what_a_sentence_means() -> None:
    matcher = build_matcher_from(["praise", "complaint"], MOODS, settings=PLAIN, encoder=Moods())
    ranking, _ = matcher.interpret("¡bravo!", without=frozenset({"praise", "unheard of"}))
    assert [(one.intent, one.confidence) for one in ranking.candidates] == [("complaint", 1.0), ("praise", 0.0)]


def test_without_an_encoder_nothing_is_interpreted() -> None:
    with pytest.raises(ValueError, match="encoder"):
        build_matcher_from(["list", "cost"], SIGNED, settings=PLAIN).interpret("¡bravo!")


def test_a_matcher_that_was_kept_interprets_as_before() -> None:
    built = build_matcher_from(["praise", "complaint"], MOODS, settings=PLAIN, encoder=Moods())
    assert unpack(pack(built), Moods()).interpret("¡bravo!") == built.interpret("¡bravo!")
