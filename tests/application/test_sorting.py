"""Lists are in the guide's order, or in the one that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.application.conversing import LATER, ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.application.assistant import Assistant

IBM, TENSORFLOW, ESSENTIALS = "ibm-ai-engineering", "deeplearning-ai-tensorflow-developer", "google-ai-essentials"


def listed(own_assistant: Callable[[], Assistant], *messages: str) -> tuple[str, ...]:
    return ask(own_assistant(), *messages, day=LATER).certifications


def test_a_list_is_in_the_order_of_the_guide(own_assistant: Callable[[], Assistant]) -> None:
    assert listed(own_assistant, "list tier 2") == (IBM, TENSORFLOW, ESSENTIALS)


def test_a_list_can_be_sorted_and_turned_round(own_assistant: Callable[[], Assistant]) -> None:
    by_price = (ESSENTIALS, TENSORFLOW, IBM)
    assert listed(own_assistant, "list tier 2", "sort by price") == by_price
    assert listed(own_assistant, "list tier 2", "cheapest first") == by_price
    assert listed(own_assistant, "list tier 2", "sort by price", "reverse") == tuple(reversed(by_price))


def test_what_has_no_figure_comes_last(own_assistant: Callable[[], Assistant]) -> None:
    everything = listed(own_assistant, "sort all certs by price")
    unknown = {"mit-ml-ai", "harvard-data-science", "ibm-coursera-financial-aid", "aws-skill-builder"}
    assert set(everything[-4:]) == unknown
    assert everything[0] == "microsoft-learn"


def test_the_dearest_after_a_list_is_the_dearest_of_the_list(own_assistant: Callable[[], Assistant]) -> None:
    assert listed(own_assistant, "list tier 2", "and dearest")[0] == IBM


def test_a_list_says_what_it_is_sorted_by_only_where_it_can_be(own_assistant: Callable[[], Assistant]) -> None:
    assert ", by cost:" in ask(own_assistant(), "list tier 2", "sort by price", day=LATER).text
    assert ", by" not in ask(own_assistant(), "list tier 2", "sort by expiry", day=LATER).text.splitlines()[0]
