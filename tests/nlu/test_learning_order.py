"""The order in which examples are learnt: without a pattern, and the same whatever else is learnt."""

from __future__ import annotations

from itertools import pairwise

from bot.nlu.matcher import Example, Utterance
from bot.nlu.matcher.build import shuffled

LEARNT = [Example(Utterance(f"{intent} phrasing {number}"), (intent,)) for intent in "abcd" for number in range(50)]
MORE = [Example(Utterance(f"{intent} said otherwise"), (intent,)) for intent in "abcd"]


def taken(examples: list[Example]) -> list[str]:
    return [examples[at].utterance.words for at in shuffled(examples).tolist()]


def test_more_examples_leave_the_order_of_the_others() -> None:
    added = {one.utterance.words for one in MORE}
    assert [words for words in taken([*MORE, *LEARNT]) if words not in added] == taken(LEARNT)


def test_the_intents_are_mixed() -> None:
    intents = [words[0] for words in taken(LEARNT)]
    changes = sum(one != other for one, other in pairwise(intents))
    assert changes > 100


def test_every_example_is_taken_once_even_said_twice() -> None:
    assert sorted(shuffled([*LEARNT, *LEARNT]).tolist()) == list(range(400))
