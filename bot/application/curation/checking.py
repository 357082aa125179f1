"""Holds the replies to the checks of the knowledge against what each of them expects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.application.curation.replaying import talk_of
from bot.domain.checks import Expectation
from bot.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bot.application.curation.replaying import Replies, Told
    from bot.domain.checks import Check


@dataclass(frozen=True, slots=True)
class Fault:
    """A message whose reply is not what a check expects."""

    check: Check
    turn: int
    """Counted from 0."""
    what: tuple[str, ...]
    """In words; at least one."""
    told: Told


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of checks."""

    broken: tuple[Fault, ...]
    """Of what is promised, each message that was not answered as expected."""
    measured: int
    """Messages that are measured only: of which something is expected."""
    right: int
    """Those of them that were answered as expected."""


def check_replies(checks: Iterable[Check], told: Replies, today: date) -> Checked:
    """Hold replies against checks; ``told`` has those to every check's talk."""
    broken: list[Fault] = []
    measured = right = 0
    for check in checks:
        faults = list(faults_in(check, told[talk_of(check, today)]))
        if check.promised:
            broken += faults
        else:
            expecting = sum(turn.expectation != Expectation() for turn in check.turns)
            measured, right = measured + expecting, right + expecting - len(faults)
    return Checked(tuple(broken), measured, right)


def faults_in(check: Check, told: tuple[Told, ...]) -> Iterator[Fault]:
    """The messages of a check that were not answered as expected."""
    for number, (turn, reply) in enumerate(zip(check.turns, told, strict=True)):
        what = tuple(faults_of(reply, turn.expectation))
        if what:
            yield Fault(check, number, what, reply)


def faults_of(told: Told, expected: Expectation) -> Iterator[str]:
    """What a reply lacks of what is expected, in words."""
    text = told.text.casefold()
    if expected.topic and expected.topic not in (told.topic, *told.certifications[:1]):
        yield f"answered by {told.topic or 'nothing'}, not by {expected.topic}"
    if expected.kinds and told.kind not in expected.kinds:
        yield f"the reply is of kind {told.kind}, not {' or '.join(expected.kinds)}"
    missing = [name for name in expected.certifications if name not in told.certifications]
    if missing:
        yield f"the reply is not about {', '.join(missing)}"
    if expected.picks and told.certifications[:1] not in [(name,) for name in expected.picks]:
        yield f"the first is {', '.join(told.certifications[:1]) or 'none'}, not {' or '.join(expected.picks)}"
    yield from (f"the reply does not say `{words}`" for words in expected.says if words.casefold() not in text)
    if expected.says_any and not any(words.casefold() in text for words in expected.says_any):
        yield f"the reply says none of {', '.join(expected.says_any)}"
    yield from (f"the reply says `{words}`" for words in expected.never if words.casefold() in text)


def problem_of(fault: Fault) -> Problem:
    """A broken promise as something to mend, at the place where it is written."""
    utterance = fault.check.turns[fault.turn].utterance
    mend = "add an example where it belongs, or correct this check"
    if fault.told.topic:
        mend += f" (it said: {fault.told.text.splitlines()[0][:80]})"
    return Problem(fault.check.place, f"`{utterance}`: {'; '.join(fault.what)}", mend)
