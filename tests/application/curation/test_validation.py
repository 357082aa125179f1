"""Whether the parts of the knowledge fit together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.adapters.yaml_knowledge import load_knowledge
from bot.application.curation.validation import NEEDED_ATTRIBUTES, validate
from bot.application.handlers import changes, comparison, facts, overview, readings, successors
from bot.domain.problems import Severity

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 2, 1)
CARD, FAQ, ADVICE = "cards/acme-ml.yaml", "faq/worth-it.yaml", "advice/begin.yaml"
WORTH = "answer: Some are. {acme-ml} costs {acme-ml.cost}."
RETIRED = "lifecycle:\n  retired: 2026-01-20\n  text: Gone.\n  source: guide\n"

UNSOUND = {
    "a vendor that is not there": (
        CARD,
        "vendor: acme",
        "vendor: acmee",
        f"{CARD}:3: vendor: `acmee` is not there; did you mean `acme`?",
    ),
    "a successor that is not there": (
        CARD,
        "facts:",
        f"{RETIRED}  successors: [{{outside: acme-bsics}}]\nfacts:",
        f"{CARD}:18: lifecycle.successors.1: `acme-bsics` is not there; did you mean `acme-basics`?",
    ),
    "a successor that is the card itself": (
        CARD,
        "facts:",
        f"{RETIRED}  successors: [{{card: acme-ml}}]\nfacts:",
        f"{CARD}:18: lifecycle.successors.1: `acme-ml` is not there; remove it, or add the file it names",
    ),
    "a reference in a lifecycle that leads nowhere": (
        CARD,
        "facts:",
        "lifecycle:\n  retired: 2026-01-20\n  text: See {acme-mll}.\n  source: guide\nfacts:",
        f"{CARD}:16: lifecycle.text: `acme-mll` is not there; did you mean `acme-ml`?",
    ),
    "a reference to a fact that the card lacks": (
        FAQ,
        "{acme-ml.cost}",
        "{acme-ml.costs}",
        f"{FAQ}:7: answer: `acme-ml.costs` is not there; did you mean `acme-ml.cost`?",
    ),
    "a reference in a change": (
        CARD,
        "    text: It is hard.",
        "    text: It is hard.\n    changes:\n      - {from: 2026-01-20, value: easy, text: 'See {acme}.'}",
        f"{CARD}:22: facts.level.changes.1.text: `acme` is not there; did you mean `acme-ml`?",
    ),
    "a reference with a space": (
        FAQ,
        "{acme-ml.cost}",
        "{acme-ml. cost}",
        (
            f"{FAQ}:7: answer: `{{acme-ml. cost}}` is no reference; "
            "write a reference like `{aws-ml-specialty.cost}`, without spaces, or leave the braces out"
        ),
    ),
    "a related entry that is not there": (
        ADVICE,
        "[worth-it]",
        "[wort-it]",
        f"{ADVICE}:6: related.1: `wort-it` is not there; did you mean `worth-it`?",
    ),
    "an entry related to itself": (
        ADVICE,
        "[worth-it]",
        "[begin]",
        f"{ADVICE}:6: related.1: `begin` is not there; remove it, or add the file it names",
    ),
    "an attribute that an entry leaves questions to": (
        FAQ,
        "section: Questions",
        "section: Questions\nattribute: costs",
        f"{FAQ}:3: attribute: `costs` is not there; did you mean `cost`?",
    ),
    "a certification that a check expects": (
        "faq/checks/worth-it.yaml",
        "- a question for worth-it",
        "- ask: a question\n  certifications: [acme-ml, acme-m]",
        "faq/checks/worth-it.yaml:2: 1.certifications.2: `acme-m` is not there; did you mean `acme-ml`?",
    ),
    "a certification that a turn expects": (
        "faq/checks/worth-it.yaml",
        "- a question for worth-it",
        "- turns:\n    - ask: hi\n    - ask: and now\n      certifications: [acme-m]",
        "faq/checks/worth-it.yaml:4: 1.turns.2.certifications.1: `acme-m` is not there; did you mean `acme-ml`?",
    ),
    "a fact of no attribute": (
        CARD,
        "  level:",
        "  levels:",
        f"{CARD}:18: facts.levels: `levels` is no attribute; did you mean `level`?",
    ),
    "a value that is no choice": (
        CARD,
        "value: hard",
        "value: tough",
        f"{CARD}:19: facts.level.value: `tough` is none of the choices; write one of: easy, hard",
    ),
    "a value with a reference": (
        CARD,
        "    value: $200\n",
        "    value: '{acme-ml}'\n",
        f"{CARD}:16: facts.cost.value: a value holds no references; write the words themselves",
    ),
    "changes out of order": (
        CARD,
        "    text: It is hard.",
        "    text: It is hard.\n    changes:\n      - from: 2026-01-08\n        value: easy\n        text: It is easy.",
        (
            f"{CARD}:22: facts.level.changes.1.from: 2026-01-08 is not after 2026-01-09, the day of the reading "
            "before; put the oldest first, one a day, all after the date of the first one's source"
        ),
    ),
    "a value that its text does not repeat": (
        CARD,
        "exam costs $200",
        "exam costs $300",
        (
            f"{CARD}:17: facts.cost.text: `value` says $200, `text` does not; "
            f"write the same figure in both, in the same way"
        ),
    ),
    "a figure beside the card's name": (
        FAQ,
        WORTH,
        "answer: Some are. Acme ML costs $1,234,567 in all.",
        (
            f"{FAQ}:7: answer: $1,234,567 is not what the card of Acme ML holds; "
            "refer to the card, e.g. `{acme-ml.cost}`, or correct the card"
        ),
    ),
    "a figure of the only card an entry is about": (
        FAQ,
        WORTH,
        "answer: Some are. The exam costs $250.",
        (
            f"{FAQ}:7: answer: $250 is not what the card of Acme ML holds; "
            "refer to the card, e.g. `{acme-ml.cost}`, or correct the card"
        ),
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "told"), UNSOUND.values(), ids=UNSOUND)
def test_what_does_not_fit_is_told_with_line_and_mend(
    knowledge_folder: Path, file: str, old: str, new: str, told: str
) -> None:
    path = knowledge_folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert told in [str(problem) for problem in validate(load_knowledge(knowledge_folder), TODAY)]


OUTSIDE = """\
name: Acme ML Plus
short: Acme ML Plus
source: guide
facts:
  cost:
    value: $9
    text: It costs $9.
"""

FITTING = {
    "a figure of a card whose name begins like another": (
        FAQ,
        WORTH,
        "answer: Some are. Acme ML Plus costs $9.",
    ),
    "a figure that the card holds": (FAQ, WORTH, "answer: Some are. Acme ML costs $200."),
    "a figure of a sort that the card does not hold": (FAQ, WORTH, "answer: Some are. Acme ML takes 3 months."),
    "a figure in an entry about nothing": (ADVICE, "Begin with a project.", "Begin with $50 and a project."),
    "years of experience": (FAQ, WORTH, "answer: Some are. Acme ML asks for 2 years."),
    "one name with and without a space": (CARD, "  - acme ml\n", "  - acmeml\n"),
    "an alias like the short name": (CARD, "  - acme ml\n", "  - Acme ML\n"),
}


@pytest.mark.parametrize(("file", "old", "new"), FITTING.values(), ids=FITTING)
def test_what_fits_is_left_alone(knowledge_folder: Path, file: str, old: str, new: str) -> None:
    path = knowledge_folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    (knowledge_folder / "outside" / "acme-basics.yaml").write_text(OUTSIDE, encoding="utf-8")
    assert validate(load_knowledge(knowledge_folder), TODAY) == []


def test_a_reference_to_a_file_that_could_not_be_read_is_not_dangling(knowledge_folder: Path) -> None:
    (knowledge_folder / CARD).write_text("name: [", encoding="utf-8")
    files = {problem.place.file for problem in validate(load_knowledge(knowledge_folder), TODAY)}
    assert files == {CARD}


def test_a_fact_is_overdue_after_a_year(knowledge_folder: Path) -> None:
    draft = load_knowledge(knowledge_folder)
    assert validate(draft, date(2027, 1, 9)) == []
    told = validate(draft, date(2027, 1, 10))
    assert [str(problem) for problem in told] == [
        (
            f"{CARD}:15: facts.cost: read 366 days ago, on 2026-01-09; "
            "check it on the official page, then add what you read under `changes` with its source"
        ),
        (
            f"{CARD}:18: facts.level: read 366 days ago, on 2026-01-09; "
            "check it on the official page, then add what you read under `changes` with its source"
        ),
    ]
    assert {problem.severity for problem in told} == {Severity.WARNING}


def test_a_later_reading_is_what_counts_as_overdue(knowledge_folder: Path) -> None:
    text = (knowledge_folder / CARD).read_text(encoding="utf-8")
    change = "    changes:\n      - {from: 2026-12-01, value: hard, text: It is hard.}\n"
    (knowledge_folder / CARD).write_text(text + change, encoding="utf-8")
    told = validate(load_knowledge(knowledge_folder), date(2027, 1, 10))
    assert [problem.place.field for problem in told] == ["facts.cost"]


def test_more_than_fifty_problems_of_a_file_are_summed_up(knowledge_folder: Path) -> None:
    text = (knowledge_folder / ADVICE).read_text(encoding="utf-8")
    again = "".join("  - how do i begin\n" for _ in range(80))
    (knowledge_folder / ADVICE).write_text(text.replace("  - how do i begin\n", again), encoding="utf-8")
    told = validate(load_knowledge(knowledge_folder), TODAY)
    assert len(told) == 51
    assert str(told[0]) == f"{ADVICE}:1: 29 more problems are in this file; mend the others first"


def test_every_attribute_that_handlers_show_is_needed() -> None:
    shown = {*facts.OFFERED, *overview.SHOWN, *comparison.OUTSIDE_TOO, *changes.TOLD, *successors.SHOWN}
    own = {readings.LIFECYCLE, readings.TIER, readings.EXAM_CODE, readings.PAGE}
    assert shown | own <= NEEDED_ATTRIBUTES
