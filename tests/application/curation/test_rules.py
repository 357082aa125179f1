"""Rules that cannot fire, contradict one another or leave somebody without advice are named, with line and mend."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.adapters.yaml_knowledge import load_knowledge
from bot.application.curation.validation import validate
from bot.domain.learner import PROGRAM_RULES
from tests.application.curation.checked import problems_of

if TYPE_CHECKING:
    from pathlib import Path

    from bot.domain.problems import Problem

TODAY = date(2026, 2, 1)
RULE = """\
title: Beginner
section: Choosing
shown_by: [total beginner]
prefers: {acme-ml: 4}
reason: you begin
source: guide
"""


@pytest.fixture
def rules(knowledge_folder: Path) -> Path:
    """A folder with the rules that the program applies by itself, and one more, nothing wrong in any."""
    folder = knowledge_folder / "rules"
    folder.mkdir()
    for name in PROGRAM_RULES:
        (folder / f"{name}.yaml").write_text(RULE.replace("[total beginner]", f"[shows {name}]"), encoding="utf-8")
    (folder / "beginner.yaml").write_text(RULE, encoding="utf-8")
    return folder


def problems(rules: Path) -> list[str]:
    return [str(problem) for problem in validate(load_knowledge(rules.parent), TODAY)]


def told_by_checks(rules: Path) -> list[Problem]:
    draft = load_knowledge(rules.parent, with_checks=False)
    return problems_of(draft, TODAY)


def test_sound_rules_are_not_complained_of(rules: Path) -> None:
    assert problems(rules) == []
    assert told_by_checks(rules) == []


UNSOUND = {
    "nothing shows it": (
        "shown_by: [total beginner]\n",
        "",
        "beginner.yaml:1: title: nothing shows this rule, so it never fires; add `shown_by`, `vendors` or `holds`",
    ),
    "it changes nothing": (
        "prefers: {acme-ml: 4}\n",
        "",
        "beginner.yaml:1: title: this rule changes nothing; add `prefers`, `avoids`, `excludes` or `first`",
    ),
    "it prefers and avoids the same": (
        "prefers: {acme-ml: 4}\n",
        "prefers: {acme-ml: 4}\navoids: {acme-ml: 1}\n",
        "beginner.yaml:4: prefers: `acme-ml` is both preferred and kept away; keep one of the two",
    ),
    "it is met and lacking": (
        "reason: you begin",
        "meets: [acme-ml]\nlacks: [acme-ml]\nreason: you begin",
        "beginner.yaml:5: meets: what `acme-ml` asks for is both met and lacking; keep one of the two",
    ),
    "it needs what it excludes": (
        "reason: you begin",
        "with: [no-budget]\nwithout: [no-budget]\nreason: you begin",
        "beginner.yaml:5: with: `no-budget` must apply and must not, so this rule never fires; keep one of the two",
    ),
    "it names a question that is not there": (
        "reason: you begin",
        "asks: platform\nreason: you begin",
        "beginner.yaml:5: asks: `platform` is not there; remove it, or add the file it names",
    ),
    "all it prefers is excluded": (
        "reason: you begin",
        "excludes: [acme-ml]\nreason: you begin",
        "beginner.yaml:4: prefers: `acme-ml` is both preferred and kept away; keep one of the two",
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), UNSOUND.values(), ids=UNSOUND)
def test_an_unsound_rule_is_named(rules: Path, old: str, new: str, told: str) -> None:
    (rules / "beginner.yaml").write_text(RULE.replace(old, new), encoding="utf-8")
    assert f"rules/{told}" in problems(rules)


def test_two_rules_that_give_way_to_one_another_are_named(rules: Path) -> None:
    (rules / "beginner.yaml").write_text(RULE + "without: [novice]\n", encoding="utf-8")
    other = RULE.replace("total beginner", "a novice")
    (rules / "novice.yaml").write_text(other + "without: [beginner]\n", encoding="utf-8")
    assert problems(rules) == [
        (
            "rules/beginner.yaml:7: without: this rule and `novice` each give way to the other, "
            "so neither fires where both are shown; remove one of the two"
        )
    ]


def test_a_rule_that_needs_one_which_gives_way_to_it_is_named(rules: Path) -> None:
    (rules / "beginner.yaml").write_text(RULE + "with: [novice]\n", encoding="utf-8")
    other = RULE.replace("total beginner", "a novice")
    (rules / "novice.yaml").write_text(other + "without: [beginner]\n", encoding="utf-8")
    assert problems(rules) == [
        (
            "rules/beginner.yaml:7: with: `novice` must apply, but it does not apply together with this rule; "
            "remove it, or remove `beginner` from the `without` of novice"
        )
    ]


def test_words_that_show_two_rules_at_odds_are_named(rules: Path) -> None:
    against = RULE.replace("prefers: {acme-ml: 4}", "avoids: {acme-ml: 5}")
    (rules / "contrary.yaml").write_text(against, encoding="utf-8")
    assert problems(rules) == [
        (
            "rules/beginner.yaml:4: prefers.acme-ml: `total beginner` shows this rule, which is for `acme-ml`, "
            "and contrary, which is against it; take it out of one of the two, or name contrary under `without`"
        )
    ]


def test_a_rule_of_which_nothing_is_left_to_take_is_named(rules: Path) -> None:
    card = rules.parent / "cards" / "acme-ml.yaml"
    lifecycle = "lifecycle:\n  retired: 2026-01-20\n  text: Gone.\n  source: guide\n"
    card.write_text(card.read_text(encoding="utf-8") + lifecycle, encoding="utf-8")
    assert (
        "rules/beginner.yaml:4: prefers: somebody of whom only this rule applies is advised nothing: "
        "what it prefers is retired or excluded; prefer something that can be taken"
    ) in problems(rules)


def test_a_phrase_that_does_not_show_its_rule_is_warned_of(rules: Path) -> None:
    (rules / "beginner.yaml").write_text(
        RULE.replace("[total beginner]", "[total beginner, acme ml]"), encoding="utf-8"
    )
    assert [str(problem) for problem in told_by_checks(rules)] == [
        (
            "rules/beginner.yaml:3: shown_by.2: `acme ml` does not show this rule: "
            "a name, an amount or a longer phrase takes its words; write other words, or remove it"
        )
    ]


FORM = """\
ask: What have you done?
order: 1
options:
  - {label: Nothing, says: I am a total beginner}
  - {label: Much, says: %s}
"""


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("I have a budget of $200", ""),
        (
            "the weather is fine",
            (
                "no rule, amount or time is understood from this, so the answer would change nothing; "
                "write words that a rule lists under `shown_by`"
            ),
        ),
        (
            "a total beginner is what I am",
            "this says the same as `I am a total beginner`; make the options differ, or remove one",
        ),
    ],
)
def test_an_option_of_the_form_must_say_something_of_its_own(rules: Path, says: str, told: str) -> None:
    (rules.parent / "form").mkdir()
    (rules.parent / "form" / "background.yaml").write_text(FORM % says, encoding="utf-8")
    expected = [f"form/background.yaml:5: options.2.says: {told}"] if told else []
    assert [str(problem) for problem in told_by_checks(rules)] == expected


def test_a_path_that_leads_nowhere_is_named(rules: Path) -> None:
    (rules.parent / "paths").mkdir()
    path = (
        "title: Up\nsection: S\nsuits: [begginer]\nsteps:\n  - text: first\n  - {text: then, certifications: [acme]}\n"
    )
    (rules.parent / "paths" / "up.yaml").write_text(path + "source: guide\n", encoding="utf-8")
    assert problems(rules) == [
        "paths/up.yaml:3: suits.1: `begginer` is not there; did you mean `beginner`?",
        "paths/up.yaml:6: steps.2.certifications.1: `acme` is not there; did you mean `acme-ml`?",
    ]
