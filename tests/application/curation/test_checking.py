"""A reply is held against what a check expects of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.adapters.yaml_knowledge import load_knowledge
from bot.application.curation.checking import faults_of
from bot.application.curation.replaying import told_by
from bot.domain.checks import Expectation
from bot.domain.reply import Reply, ReplyKind
from tests.application.curation.checked import check, problems_of

if TYPE_CHECKING:
    from pathlib import Path

REPLY = Reply(ReplyKind.ANSWER, "It costs $200.", topic="cost", certifications=("acme-ml", "acme-ai"))

MET = {
    "nothing": Expectation(),
    "its topic": Expectation(topic="cost"),
    "its main certification as the topic": Expectation(topic="acme-ml"),
    "its kind": Expectation(kinds=("decline", "answer")),
    "its certifications in any order": Expectation(certifications=("acme-ai", "acme-ml")),
    "its words in any case": Expectation(says=("it COSTS", "$200")),
    "one of some words": Expectation(says_any=("free", "$200")),
    "words that it leaves out": Expectation(never=("retired",)),
}
MISSED = {
    "another topic": (Expectation(topic="level"), "answered by cost, not by level"),
    "its second certification as the topic": (Expectation(topic="acme-ai"), "answered by cost, not by acme-ai"),
    "another kind": (
        Expectation(kinds=("decline", "recommend")),
        "the reply is of kind answer, not decline or recommend",
    ),
    "other certifications": (Expectation(certifications=("acme-ml", "b", "c")), "the reply is not about b, c"),
    "words that it leaves out": (Expectation(says=("$200", "tax")), "the reply does not say `tax`"),
    "none of some words": (Expectation(says_any=("free", "tax")), "the reply says none of free, tax"),
    "words that it must not say": (Expectation(never=("COSTS",)), "the reply says `COSTS`"),
}


@pytest.mark.parametrize("expected", MET.values(), ids=MET)
def test_a_reply_does_what_is_expected(expected: Expectation) -> None:
    assert list(faults_of(told_by(REPLY), expected)) == []


@pytest.mark.parametrize(("expected", "fault"), MISSED.values(), ids=MISSED)
def test_a_reply_does_not_do_what_is_expected(expected: Expectation, fault: str) -> None:
    assert list(faults_of(told_by(REPLY), expected)) == [fault]


def test_a_reply_of_no_topic_was_answered_by_nothing() -> None:
    reply = Reply(ReplyKind.DECLINE, "I don't know.")
    assert list(faults_of(told_by(reply), Expectation(topic="cost"))) == ["answered by nothing, not by cost"]


def test_checks_are_run_on_their_day_and_failures_are_told_where_they_stand(knowledge_folder: Path) -> None:
    for path in knowledge_folder.rglob("checks/*.yaml"):
        path.unlink()
    card = knowledge_folder / "cards" / "acme-ml.yaml"
    change = "    changes:\n      - {from: 2026-01-20, value: $250, text: It costs $250 now.}\n  level:\n"
    card.write_text(card.read_text(encoding="utf-8").replace("  level:\n", change), encoding="utf-8")
    checks = """\
- ask: cost of acme ml
  says: $250
- ask: cost of acme ml
  never: $250
- turns:
    - ask: cost of acme ml
      says: $250
    - ask: level of acme ml
      says: easy
- ask: cost of acme ml
  says: $200
  as_of: 2026-01-19
"""
    (knowledge_folder / "attributes" / "checks" / "cost.yaml").write_text(checks, encoding="utf-8")
    told = problems_of(load_knowledge(knowledge_folder), date(2026, 2, 1))
    assert [(str(problem.place), problem.what) for problem in told] == [
        ("attributes/checks/cost.yaml:3: 2", "`cost of acme ml`: the reply says `$250`"),
        ("attributes/checks/cost.yaml:5: 3", "`level of acme ml`: the reply does not say `easy`"),
    ]
    assert all(problem.mend for problem in told)


def test_what_is_measured_only_is_counted_and_not_complained_of(knowledge_folder: Path) -> None:
    measured = knowledge_folder / "attributes" / "measured"
    measured.mkdir()
    text = "- {ask: [hi, cost of acme ml], says: $200}\n- {ask: cost of acme ml, says: a million}\n"
    (measured / "cost.yaml").write_text(text, encoding="utf-8")
    draft = load_knowledge(knowledge_folder)
    checked = check(draft, date(2026, 2, 1))
    assert (checked.measured, checked.right) == (2, 1)
    assert "attributes/measured/cost.yaml" not in {fault.check.place.file for fault in checked.broken}
