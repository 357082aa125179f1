"""What a moderator adds with YAML alone is understood and answered: a card, a field, an entry, a filter word."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.bootstrap import build_assistant, examine_knowledge
from bot.domain.message import Message
from bot.domain.problems import Severity

if TYPE_CHECKING:
    from bot.application.assistant import Assistant
    from bot.domain.reply import Reply

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
VENDOR = """\
name: Nimbus
aliases: [nimbus cloud]
default: nimbus-ai-builder
"""
CARD = """\
name: Nimbus Certified AI Builder
short: Nimbus AI Builder
vendor: nimbus
tier: 3
kind: exam
aliases: [nimbus ai builder, nimbus builder]
codes: [NAB-200]
page: https://example.org/nimbus
summary: Nimbus's exam on building small assistants.
source: guide
facts:
  cost: {value: about $95, text: "The exam costs about $95."}
  duration: {value: 5 weeks, text: "Expect 5 weeks of preparation."}
  billing: {value: one payment, text: "It is a single fee."}
  level: {value: challenging, text: "It is challenging."}
  proctor: {value: a person on camera, text: "A person on camera watches you."}
"""
OUTSIDE = """\
name: Nimbus Certified Starter
vendor: nimbus
aliases: [nimbus starter]
page: https://example.org/starter
short: Nimbus Starter
note: The guide has no review of it.
active: 2026-01-31
"""
ATTRIBUTE = """\
label: Supervision
asks: who watches you during the exam
words: [supervision, supervised, invigilator, watches me]
examples:
  - who watches me during {certification}
  - is {certification} supervised
  - supervision in {certification}
  - who is the invigilator of {certification}
  - does somebody watch me while i take {certification}
"""
FAQ = """\
title: Can I bring my cat to the exam?
section: House rules
examples:
  - can i bring my cat
  - are cats allowed at the exam
  - my cat wants to come along
  - kittens in the exam room
  - may my pet sit on my lap
answer: No cats, says the house. {nimbus-ai-builder} costs {nimbus-ai-builder.cost} without one.
source: guide
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's knowledge with one of each added, and one filter word."""
    root = tmp_path_factory.mktemp("extended") / "knowledge"
    shutil.copytree(KNOWLEDGE, root)
    added = {
        "vendors/nimbus.yaml": VENDOR,
        "cards/nimbus-ai-builder.yaml": CARD,
        "cards/checks/nimbus-ai-builder.yaml": "- ask: nimbus builder fee?\n  says: $95\n",
        "outside/nimbus-starter.yaml": OUTSIDE,
        "attributes/proctor.yaml": ATTRIBUTE,
        "attributes/checks/proctor.yaml": "- ask: is the nimbus builder test supervised\n  says: on camera\n",
        "faq/cats.yaml": FAQ,
        "faq/checks/cats.yaml": "- is it ok to take my cat with me\n",
    }
    for name, text in added.items():
        (root / name).write_text(text, encoding="utf-8")
    cost = root / "attributes" / "cost.yaml"
    cost.write_text(cost.read_text(encoding="utf-8").replace("lowest: [", "lowest: [cheapo, ", 1), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def assistant(folder: Path) -> Assistant:
    draft, problems = examine_knowledge(folder, date(2026, 2, 1), with_checks=True)
    assert [str(problem) for problem in problems if problem.severity is Severity.ERROR] == []
    return build_assistant(draft.knowledge)


def ask(assistant: Assistant, utterance: str) -> Reply:
    return assistant.reply(Message(utterance, utterance, NOW))


@pytest.mark.parametrize(
    ("utterance", "words"),
    [
        ("how much is the nimbus ai builder", "about $95"),
        ("price of NAB-200", "about $95"),
        ("how long does the nimbus exam take", "5 weeks"),
        ("nimbus bulider difficulty", "challenging"),
    ],
)
def test_a_new_card_answers_every_field_without_a_new_phrasing(
    assistant: Assistant, utterance: str, words: str
) -> None:
    reply = ask(assistant, utterance)
    assert reply.certifications == ("nimbus-ai-builder",)
    assert words in reply.text


def test_a_new_card_is_listed_and_compared(assistant: Assistant) -> None:
    assert "nimbus-ai-builder" in ask(assistant, "what's in tier 3").certifications
    compared = ask(assistant, "nimbus ai builder vs google ml engineer")
    assert (compared.kind, compared.certifications) == (
        "compare",
        ("nimbus-ai-builder", "google-professional-ml-engineer"),
    )


def test_a_new_field_is_asked_for_in_its_own_words(assistant: Assistant) -> None:
    assert "on camera" in ask(assistant, "am i supervised during the nimbus ai builder").text


def test_a_new_field_that_a_card_does_not_hold_is_said_to_be_missing(assistant: Assistant) -> None:
    reply = ask(assistant, "who is the invigilator of the google ml engineer exam")
    assert reply.kind == "decline"
    assert "The guide does not say who watches you during the exam." in reply.text


def test_a_new_entry_answers_and_fills_in_its_references(assistant: Assistant) -> None:
    reply = ask(assistant, "could my cat come to the exam with me")
    assert reply.topic == "cats"
    assert "Nimbus AI Builder costs about $95 without one" in reply.text


def test_a_new_filter_word_chooses_from_a_list(assistant: Assistant) -> None:
    assert ask(assistant, "which tier 1 exam is the cheapo one").certifications[0] == "azure-ai-engineer-associate"


def test_what_is_only_known_to_be_on_offer_is_said_to_be(assistant: Assistant) -> None:
    assert (
        "still available when last checked, on 2026-01-31"
        in ask(assistant, "is the nimbus certified starter still available").text
    )
