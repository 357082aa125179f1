"""What is ruled out, and what only sounds like it."""

from __future__ import annotations

import pytest

from bot.nlu.negation import is_negated


@pytest.mark.parametrize(
    "text",
    [
        "not {vendor}",
        "i do not want {vendor}",
        "we do not need {vendor}",
        "anything but {vendor}",
        "something other than {vendor}",
        "without any {vendor}",
        "not from {vendor}",
        "avoid {vendor}",
    ],
)
def test_it_is_ruled_out(text: str) -> None:
    tokens = tuple(text.split())
    assert is_negated(tokens, len(tokens) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "{vendor}",
        "not google but {vendor}",
        "no i meant {vendor}",
        "is not {vendor}",
        "isnt {vendor}",
        "cant i take {vendor}",
        "not {certification} {vendor}",
        "never mind that old thing we said about {vendor}",
    ],
)
def test_it_is_not_ruled_out(text: str) -> None:
    tokens = tuple(text.split())
    assert not is_negated(tokens, len(tokens) - 1)
