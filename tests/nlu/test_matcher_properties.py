"""What holds for every text, whoever typed it."""

from __future__ import annotations

import subprocess
import sys
from functools import lru_cache

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.nlu.matcher import Matcher, build_matcher
from tests.nlu.matcher_examples import EXAMPLES
from tests.work import calls_of

MOST_CALLS = 500_000
"""Of Python and C functions; for any text there are at most 2,000 characters to look at."""
LONG = 100_000
PHRASINGS = st.sampled_from([phrasing for phrasings in EXAMPLES.values() for phrasing in phrasings])
TEXTS = st.one_of(
    st.text(max_size=200),
    st.builds(lambda text, times: (text * times)[:LONG], st.text(min_size=1, max_size=40), st.integers(1, LONG)),
)


@lru_cache(maxsize=1)
def matcher() -> Matcher:
    return build_matcher(EXAMPLES)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("")
@example("\x00\ud800\ufffe")
@example("ﷺ" * LONG)
@example("a" * LONG)
@example("exma " * 20_000)
@example("'" * LONG)
@example("{certification}" * 6_000)
def test_any_text_is_ranked_with_a_bounded_amount_of_work(text: str) -> None:
    matcher().rank("hello")  # built and warm
    assert calls_of(lambda: matcher().rank(text)) < MOST_CALLS


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_confidences_are_probabilities_best_first(text: str) -> None:
    ranking = matcher().rank(text)
    confidences = [scored.confidence for scored in ranking.candidates]
    assert all(0 <= confidence <= 1 for confidence in confidences)
    assert all(0 <= scored.similarity <= 1 for scored in ranking.candidates)
    assert confidences == sorted(confidences, reverse=True)
    assert sum(confidences) <= 1 + 1e-6
    assert 0 <= ranking.in_scope <= 1


@settings(max_examples=100, deadline=None)
@given(PHRASINGS, st.sampled_from(["{}?", "  {} !", "¿{}...", "\t{}\n", '"{}"', "({})", "- {} :)"]))
def test_case_and_surrounding_punctuation_change_nothing(phrasing: str, frame: str) -> None:
    shouted = " ".join(word if word.startswith("{") else word.upper() for word in phrasing.split())
    framed = frame.replace("{}", shouted)
    assert matcher().rank(framed).candidates == matcher().rank(phrasing).candidates


@settings(max_examples=100, deadline=None)
@given(PHRASINGS, st.sampled_from(["\u0301", "\u0308", "\u0327"]))
def test_accents_change_nothing(phrasing: str, accent: str) -> None:
    words = [word if word.startswith("{") else word.replace("e", "e" + accent) for word in phrasing.split()]
    assert matcher().rank(" ".join(words)).candidates == matcher().rank(phrasing).candidates


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(["'", "\u2019", "\u02bc", "`", "\u00b4"]))
def test_word_internal_apostrophes_change_nothing(apostrophe: str) -> None:
    plain = matcher().rank("whats the price, i dont know")
    assert matcher().rank(f"what{apostrophe}s the price, i don{apostrophe}t know").candidates == plain.candidates


SCRIPT = """
from bot.nlu.matcher import build_matcher
from tests.nlu.matcher_examples import EXAMPLES
matcher = build_matcher(EXAMPLES, outside=["will it rain"], synonyms={"fee": "cost"})
for text in ("how mcuh is the fee", "is it hard to renew", "what on earth"):
    print(matcher.rank(text), matcher.explain(text, "cost"))
"""


def test_another_process_says_exactly_the_same() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1
    assert "ScoredIntent" in outputs.pop()
