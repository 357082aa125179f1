"""From the models of checks to the domain's values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.checks import Check, Expectation, Step

if TYPE_CHECKING:
    from bot.adapters.yaml_knowledge import check_models
    from bot.domain.problems import Place

KIND_SUFFICES = {"smalltalk": ("smalltalk",), "off-topic": ("decline",), "unknowns": ("decline",)}
"""Folders whose plain checks ask for a reply of that kind only: which entry declines makes no difference to anyone."""


def check(file: check_models.CheckModel, kind: str, topic: str, place: Place, *, promised: bool) -> Check:
    """One check of a file in a folder; a question without expectations expects its topic, or its kind, to answer."""
    if file.turns:
        return Check(tuple(Step(turn.ask, _expectation(turn, "")) for turn in file.turns), place, file.as_of, promised)
    *before, last = file.ask or ("",)
    turns = [Step(utterance, Expectation()) for utterance in before]
    expected = _expectation(file, topic)
    if expected == Expectation(topic=topic) and kind in KIND_SUFFICES:
        expected = Expectation(kinds=KIND_SUFFICES[kind])
    return Check((*turns, Step(last, expected)), place, file.as_of, promised)


def _expectation(file: check_models.ExpectationModel, topic: str) -> Expectation:
    told = Expectation(
        kinds=file.kind or (),
        certifications=file.certifications,
        picks=file.picks,
        says=file.says or (),
        says_any=file.says_any or (),
        never=file.never or (),
    )
    return Expectation(topic=topic) if told == Expectation() else told
