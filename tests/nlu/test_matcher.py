"""What the matcher promises about rankings, decisions and explanations."""

from __future__ import annotations

import pytest

from bot.nlu.matcher import Matcher, Outcome, Ranking, ScoredIntent, Thresholds, build_matcher, outcome_of
from tests.nlu.matcher_examples import EXAMPLES


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return build_matcher(EXAMPLES, synonyms={"fee": "cost", "u": "you"})


def best_intent(ranking: Ranking) -> str | None:
    return ranking.best.intent if ranking.best else None


@pytest.mark.parametrize(
    ("utterance", "intent"),
    [
        ("how much does {certification} cost", "cost"),
        ("so what would {certification} cost me?", "cost"),
        ("what's the fee for {certification}", "cost"),
        ("how many weeks of study for {certification}?", "duration"),
        ("do i have to renew {certification}", "renewal"),
        ("Is {certification} HARD?", "difficulty"),
        ("got any exam dumps", "cheating"),
        ("hello bot", "greeting"),
        ("thank u", "thanks"),
        ("can i sit {certification} at home", "remote"),
    ],
)
def test_an_utterance_gets_the_intent_of_its_words(matcher: Matcher, utterance: str, intent: str) -> None:
    assert best_intent(matcher.rank(utterance)) == intent


@pytest.mark.parametrize(
    ("utterance", "intent", "repair"),
    [
        ("is {certification} difficutl", "difficulty", ("difficutl", "difficult")),
        ("does {certification} exipre", "renewal", ("exipre", "expire")),
        ("is {certification} expnsive", "cost", ("expnsive", "expensive")),
        ("proctered exam from home", "remote", ("proctered", "proctored")),
    ],
)
def test_a_mistyped_word_is_repaired_and_reported(
    matcher: Matcher, utterance: str, intent: str, repair: tuple[str, str]
) -> None:
    ranking = matcher.rank(utterance)
    assert best_intent(ranking) == intent
    assert ranking.repairs == (repair,)
    assert repair[1] in ranking.tokens


def test_every_intent_is_ranked_once(matcher: Matcher) -> None:
    ranked = [scored.intent for scored in matcher.rank("how much is it").candidates]
    assert sorted(ranked) == [
        "cheating",
        "cost",
        "difficulty",
        "duration",
        "greeting",
        "remote",
        "renewal",
        "thanks",
    ]


def test_at_most_ten_intents_are_ranked() -> None:
    many = build_matcher({f"topic {n}": [f"tell me about number {n}"] for n in range(60)})
    assert len(many.rank("tell me about number 7").candidates) == 10


def test_nothing_said_is_no_match(matcher: Matcher) -> None:
    ranking = matcher.rank(" ?! ")
    assert ranking == Ranking((), 0.0, (), ())
    assert ranking.best is None
    assert outcome_of(ranking) is Outcome.FALLBACK


@pytest.mark.parametrize("utterance", ["xqzzy wvuk plorgh", "qwrtz ghjkl"])
def test_gibberish_is_no_match(matcher: Matcher, utterance: str) -> None:
    assert outcome_of(matcher.rank(utterance), matcher.thresholds) is Outcome.FALLBACK


def test_an_example_is_matched(matcher: Matcher) -> None:
    assert outcome_of(matcher.rank("what is the price of {certification}"), matcher.thresholds) is Outcome.MATCHED


@pytest.mark.parametrize(
    ("in_scope", "confidence", "outcome"),
    [
        (0.9, 0.8, Outcome.MATCHED),
        (0.9, 0.3, Outcome.AMBIGUOUS),
        (0.4, 0.8, Outcome.FALLBACK),
        (0.5, 0.5, Outcome.MATCHED),
    ],
)
def test_the_gate_comes_before_the_confidence(in_scope: float, confidence: float, outcome: Outcome) -> None:
    ranking = Ranking((ScoredIntent("cost", confidence, 0.5),), in_scope, ("price",), ())
    assert outcome_of(ranking, Thresholds(in_scope=0.5, confident=0.5)) is outcome


def test_an_explanation_names_the_word_and_the_example_that_spoke_for_the_intent(matcher: Matcher) -> None:
    explanation = matcher.explain("what is the price", "cost")
    strongest = [feature for feature, _ in explanation.features]
    assert "price" in strongest
    assert explanation.nearest_examples[0][0] == "what is the price of {certification}"


def test_an_explanation_orders_features_by_strength(matcher: Matcher) -> None:
    weights = [abs(weight) for _, weight in matcher.explain("how long to study", "duration").features]
    assert weights == sorted(weights, reverse=True)


def test_explaining_an_unknown_intent_is_an_error(matcher: Matcher) -> None:
    with pytest.raises(ValueError, match="unknown intent: weather"):
        matcher.explain("will it rain", "weather")


def test_no_intents_is_an_error() -> None:
    with pytest.raises(ValueError, match="at least one intent"):
        build_matcher({})


def test_an_intent_without_examples_is_an_error_that_names_it() -> None:
    with pytest.raises(ValueError, match="intents without examples: renewal"):
        build_matcher({"cost": ["how much"], "renewal": []})


def test_a_single_intent_with_one_example_is_enough() -> None:
    ranking = build_matcher({"cost": ["how much"]}).rank("how much is it")
    assert [scored.intent for scored in ranking.candidates] == ["cost"]


def test_examples_without_a_word_are_allowed() -> None:
    assert best_intent(build_matcher({"?": ["?!"], "cost": ["how much"]}).rank("how much")) == "cost"


def test_an_utterance_known_to_be_outside_is_less_in_scope() -> None:
    outside = ["what is the weather in berlin", "will it rain in berlin tomorrow", "who won the football match"]
    without = build_matcher(EXAMPLES).rank("what is the weather tomorrow")
    told = build_matcher(EXAMPLES, outside=outside).rank("what is the weather tomorrow")
    assert told.in_scope < without.in_scope
    assert outcome_of(told) is Outcome.FALLBACK
