"""Messages that members wrote, as moderators keep them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.adapters.yaml_knowledge import load_knowledge
from bot.application.curation.validation import validate

if TYPE_CHECKING:
    from pathlib import Path

MESSAGES = """\
- whats the damage for aurora
- says: and in euros
  also: [worth-it]
  after: duration
"""
CONVERSATIONS = """\
- - says: aurora, how long
    means: [duration]
  - says: what does that set me back
    means: [cost]
"""


def _write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def _complaints(root: Path) -> list[str]:
    return [str(problem) for problem in validate(load_knowledge(root), date(2026, 2, 1))]


def test_messages_and_conversations_are_read_with_what_came_before(knowledge_folder: Path) -> None:
    _write(knowledge_folder, "messages/cost.yaml", MESSAGES)
    _write(knowledge_folder, "conversations/members.yaml", CONVERSATIONS)
    collected = load_knowledge(knowledge_folder).knowledge.collected
    assert [(one.says, one.means, one.after) for one in collected] == [
        ("whats the damage for aurora", ("cost",), ""),
        ("and in euros", ("cost", "worth-it"), "duration"),
        ("aurora, how long", ("duration",), ""),
        ("what does that set me back", ("cost",), "duration"),
    ]
    assert collected[2].conversation == collected[3].conversation
    assert collected[0].conversation != collected[1].conversation
    assert _complaints(knowledge_folder) == []


def test_entries_that_are_not_there_are_named_with_their_place(knowledge_folder: Path) -> None:
    _write(knowledge_folder, "messages/costs.yaml", "- what about aurora\n")
    _write(knowledge_folder, "conversations/members.yaml", CONVERSATIONS.replace("[cost]", "[costt]"))
    told = _complaints(knowledge_folder)
    assert "conversations/members.yaml:4: 1.2.means.1: `costt` is not there; did you mean `cost`?" in told
    assert "messages/costs.yaml:1: `costs` is not there; did you mean `cost`?" in told


def test_a_message_that_is_a_check_as_well_is_named(knowledge_folder: Path) -> None:
    _write(knowledge_folder, "messages/cost.yaml", "- the cost of acme ml please\n")
    assert _complaints(knowledge_folder) == [
        (
            "messages/cost.yaml:1: 1: `the cost of acme ml please` is also the check at attributes/checks/cost.yaml:1; "
            "remove one of the two: a check must be held out"
        )
    ]
