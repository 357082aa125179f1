"""What is ruled out, and what only sounds like it."""

from __future__ import annotations

import pytest

from bot.domain.knowledge import Vocabulary
from bot.nlu.negation import Negation

NEGATION = Negation(Vocabulary(cues={"rule out what follows": ("avoid",), "opens for whom": ("who",)}))


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
        "who offers one without {vendor}",
    ],
)
def test_it_is_ruled_out(text: str) -> None:
    tokens = tuple(text.split())
    assert NEGATION.concerns(tokens, len(tokens) - 1)


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
        "i do not avoid {vendor}",
        "boycott {vendor}",
        "who should not take {vendor}",
        "who should avoid {vendor}",
        "not even the {vendor}",
        "never mind that old thing we said about {vendor}",
    ],
)
def test_it_is_not_ruled_out(text: str) -> None:
    tokens = tuple(text.split())
    assert not NEGATION.concerns(tokens, len(tokens) - 1)
