"""What is wrong inside one file is told in words a moderator can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.adapters.yaml_knowledge import load_knowledge

if TYPE_CHECKING:
    from pathlib import Path

CARD = "cards/acme-ml.yaml"
CHECKS = "faq/checks/worth-it.yaml"

CHANGED = {
    "a tier that does not exist": (
        CARD,
        "tier: 1",
        "tier: 7",
        "4: tier: `7` is none of `1`, `2`, `3` or `4`; write one of them",
    ),
    "a tier in words": (
        CARD,
        "tier: 1",
        "tier: first",
        "4: tier: `first` is none of `1`, `2`, `3` or `4`; write one of them",
    ),
    "a tier that is yes": (
        CARD,
        "tier: 1",
        "tier: yes",
        "4: tier: `yes` is none of `1`, `2`, `3` or `4`; write one of them",
    ),
    "an exam without a tier": (
        CARD,
        "tier: 1\n",
        "",
        "1: tier: a card of the kind `exam` needs a tier; add a line `tier: ...` with 1, 2, 3 or 4, or correct `kind`",
    ),
    "a free resource with a tier": (
        CARD,
        "kind: exam",
        "kind: free resource",
        "4: tier: a free resource has no tier; remove the line, or correct `kind`",
    ),
    "a kind of card that does not exist": (
        CARD,
        "kind: exam",
        "kind: exams",
        "5: kind: `exams` is none of `exam`, `program`, `course` or `free resource`; write one of them",
    ),
    "a page without https": (
        CARD,
        "https://acme",
        "acme",
        "10: page: `acme.example/ml` is no address of a page; write the whole address: https://...",
    ),
    "a short name that is long": (
        CARD,
        "short: Acme ML",
        "short: Acme Machine Learning Engineer Exam",
        "2: short: the text has over 32 characters; shorten it",
    ),
    "an unknown key of a fact": (
        CARD,
        "    value: hard",
        "    vlaue: hard\n    value: hard",
        "19: facts.level.vlaue: `vlaue` is no key of this file; did you mean `value`?",
    ),
    "a fact without a text": (
        CARD,
        "    text: It is hard.\n",
        "",
        "18: facts.level.text: this is missing; add a line `text: ...`",
    ),
    "a change without a day": (
        CARD,
        "    text: It is hard.\n",
        "    text: It is hard.\n    changes:\n      - value: easy\n        text: It is easy.\n",
        "22: facts.level.changes.1.from: this is missing; add a line `from: ...`",
    ),
    "a source that is not there": (
        CARD,
        "source: guide",
        "source: giude",
        "13: source: `giude` is no source; did you mean `guide`?",
    ),
    "a source of a fact that is not there": (
        CARD,
        "    value: hard",
        "    source: page\n    value: hard",
        "19: facts.level.source: `page` is no source; add it to sources.yaml with its title and date",
    ),
    "a retirement announced after it happened": (
        CARD,
        "facts:",
        "lifecycle:\n  retired: 2026-01-01\n  announced: 2026-02-01\n  text: Gone.\n  source: guide\nfacts:",
        "16: lifecycle.announced: it is announced after it happened; check both dates",
    ),
    "a successor that is nothing": (
        CARD,
        "facts:",
        "lifecycle:\n  retired: 2026-01-01\n  text: Gone.\n  source: guide\n  successors:\n    - {}\nfacts:",
        "19: lifecycle.successors.1: a successor is either a `card` or an `outside`; write exactly one of the two",
    ),
    "a fact of an outside file without a source": (
        "outside/acme-basics.yaml",
        "see: [acme-ml]",
        "facts:\n  cost: {value: $9, text: It costs $9.}",
        "6: facts.cost: no source is named for this; add `source: ...`, here or for the whole file",
    ),
    "a date in another order": (
        "sources.yaml",
        "2026-01-09",
        "09-01-2026",
        "3: guide.published: `09-01-2026` is no date; write year-month-day, e.g. 2026-01-31",
    ),
    "a date that is a number": (
        "sources.yaml",
        "2026-01-09",
        "86400",
        "3: guide.published: `86400` is no date; write year-month-day, e.g. 2026-01-31",
    ),
    "a date with a time": (
        "sources.yaml",
        "2026-01-09",
        "2026-01-09 10:00:00",
        "3: guide.published: `2026-01-09 10:00:00` is no date; write year-month-day, e.g. 2026-01-31",
    ),
    "a year with a slip": (
        "sources.yaml",
        "2026-01-09",
        "2206-01-09",
        "3: guide.published: the year 2206 cannot be right; write a day from 1990 to 2100",
    ),
    "a day that no year has": (
        "vocabulary.yaml",
        "shorthand:\n",
        "days:\n  christmas: 13-40\nshorthand:\n",
        "2: days.christmas: `13-40` is no day of the year; write month and day, such as 12-25",
    ),
    "a name that stands twice": (
        "not-covered.yaml",
        "- name: Scrum Master\n",
        "- name: Scrum Master\n- name: Scrum Master\n",
        "2: 2.name: `Scrum Master` is already on line 1; make one of the two",
    ),
    "an unknown kind of reply": (
        CHECKS,
        "- a question for worth-it",
        "- ask: hi\n  kind: smaltalk",
        (
            "2: 1.kind.1: `smaltalk` is none of `answer`, `recommend`, `compare`, `clarify`, `decline` or `smalltalk`; "
            "write one of them"
        ),
    ),
    "a check that asks nothing": (
        CHECKS,
        "- a question for worth-it",
        "- says: hi",
        "1: 1: this check asks nothing; add a line `ask: ...`",
    ),
    "a check that asks twice": (
        CHECKS,
        "- a question for worth-it",
        "- ask: hi\n  turns: [{ask: hi}]",
        "1: 1.ask: `ask` and `turns` stand side by side; move the question under `turns`",
    ),
    "an expectation beside turns": (
        CHECKS,
        "- a question for worth-it",
        "- turns: [{ask: hi}]\n  says: hello",
        (
            "2: 1.says: `says` stands beside `turns`, where nothing reads it; "
            "move it under the turn whose reply it is about"
        ),
    ),
    "turns that expect nothing": (
        CHECKS,
        "- a question for worth-it",
        "- turns: [{ask: hi}]",
        "1: 1: this check expects nothing, so it cannot fail; add `says: ...` or another expectation",
    ),
    "a number among the words": (
        CHECKS,
        "- a question for worth-it",
        "- ask: hi\n  says: 300",
        '2: 1.says.1: `300` is read as a number, not as text; put it in quotes: "300"',
    ),
    "a mapping where a text belongs": (
        CHECKS,
        "- a question for worth-it",
        "- ask: {certification}",
        "1: 1.ask: a list belongs here, not keys with values; write one item a line, each starting with `- `",
    ),
    "a file of no checks": (CHECKS, "- a question for worth-it", "[]", "1: nothing is listed here; write at least one"),
}


@pytest.mark.parametrize(("file", "old", "new", "told"), CHANGED.values(), ids=CHANGED)
def test_a_mistake_is_told_with_line_and_mend(knowledge_folder: Path, file: str, old: str, new: str, told: str) -> None:
    path = knowledge_folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert [str(problem) for problem in load_knowledge(knowledge_folder).problems] == [f"{file}:{told}"]


def test_a_conversation_of_its_own_needs_an_expectation(knowledge_folder: Path) -> None:
    path = knowledge_folder / "conversations" / "checks" / "small-talk.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("- turns:\n    - ask: hello there\n      says: Hello\n- are you there\n", encoding="utf-8")
    assert [str(problem) for problem in load_knowledge(knowledge_folder).problems] == [
        (
            "conversations/checks/small-talk.yaml:4: 2: this check expects nothing, so it cannot fail; "
            "add `says: ...` or another expectation"
        ),
    ]


def test_every_mistake_of_a_file_is_told_in_one_run(knowledge_folder: Path) -> None:
    (knowledge_folder / "vendors" / "acme.yaml").write_text(
        "naem: Acme\naliases: acme\ndefault: Acme\n", encoding="utf-8"
    )
    assert [str(problem) for problem in load_knowledge(knowledge_folder).problems] == [
        "vendors/acme.yaml:1: naem: `naem` is no key of this file; did you mean `name`?",
        "vendors/acme.yaml:1: name: this is missing; add a line `name: ...`",
        "vendors/acme.yaml:2: aliases: a list belongs here, not a text; write one item a line, each starting with `- `",
        "vendors/acme.yaml:3: default: `Acme` is no id; write lower-case words joined by `-`, like a file's name",
    ]


def test_a_file_of_the_wrong_kind_is_told_in_fifty_lines_and_a_sum(knowledge_folder: Path) -> None:
    text = "".join(f"word{number}: meaning\n" for number in range(200))
    (knowledge_folder / "vendors" / "acme.yaml").write_text(text, encoding="utf-8")
    told = [str(problem) for problem in load_knowledge(knowledge_folder).problems]
    assert len(told) == 51
    assert (
        "vendors/acme.yaml:1: 151 more problems are in this file; mend the others first; is it the right kind of file?"
        in told
    )


def test_an_unknown_key_does_not_hide_what_else_is_wrong(knowledge_folder: Path) -> None:
    path = knowledge_folder / "vendors" / "acme.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    draft = load_knowledge(knowledge_folder)
    assert draft.knowledge.vendors["acme"].default == "acme-ml"
    assert draft.unread == frozenset()
    assert [problem.what for problem in draft.problems] == ["`colour` is no key of this file"]
