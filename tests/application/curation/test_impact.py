"""What a change does to answers: told apart by what it belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.adapters.yaml_knowledge import load_knowledge
from bot.application.curation.impact import Impact, changed_ids, find_impact
from bot.application.curation.replaying import Talk, Told, replay, talks_of
from bot.bootstrap import build_assistant

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.domain.knowledge import Knowledge

TODAY = date(2026, 2, 1)
CARD, LEVEL = "cards/acme-ml.yaml", "attributes/level.yaml"
PROMISES = """\
- {ask: cost of acme ml, says: $200}
- {ask: tell me the level of acme ml, says: hard}
"""


@pytest.fixture
def folder(knowledge_folder: Path) -> Path:
    for path in knowledge_folder.rglob("checks/*.yaml"):
        path.write_text("- {ask: cost of acme ml, never: zebra}\n", encoding="utf-8")
    (knowledge_folder / "attributes" / "checks" / "cost.yaml").write_text(PROMISES, encoding="utf-8")
    return knowledge_folder


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def impact(before: Knowledge, after: Knowledge) -> Impact:
    talks = tuple(dict.fromkeys([*talks_of(before, TODAY), *talks_of(after, TODAY)]))
    told = [dict(zip(talks, replay(build_assistant(one), talks), strict=True)) for one in (before, after)]
    return find_impact((before, after), (told[0], told[1]), TODAY)


def of_edit(folder: Path, change: Callable[[Path], None]) -> Impact:
    before = load_knowledge(folder).knowledge
    change(folder)
    return impact(before, load_knowledge(folder).knowledge)


def test_nothing_changes_where_nothing_was_changed(folder: Path) -> None:
    found = of_edit(folder, lambda _: None)
    assert (found.yours, found.broken, found.elsewhere) == ((), (), ())
    assert found.asked > 1


def test_an_answer_of_a_changed_card_is_ones_own(folder: Path) -> None:
    (folder / "attributes" / "checks" / "cost.yaml").write_text("- cost of acme ml\n", encoding="utf-8")
    found = of_edit(folder, lambda root: edit(root, CARD, "costs $200", "now costs $200"))
    assert [(one.said, one.after.text.splitlines()[0]) for one in found.yours] == [
        (("cost of acme ml",), "Acme ML: The exam now costs $200.")
    ]
    assert (found.broken, found.elsewhere) == ((), ())


def test_a_check_that_held_and_does_not_hold_now_is_a_broken_promise(folder: Path) -> None:
    found = of_edit(folder, lambda root: edit(root, CARD, "$200", "$250"))
    (fault, before) = found.broken[0]
    assert len(found.broken) == 1
    assert fault.check.place.file == "attributes/checks/cost.yaml"
    assert fault.what == ("the reply does not say `$200`",)
    assert before is not None
    assert "costs $200" in before.text


def test_a_check_that_failed_before_is_not_broken_by_the_change(folder: Path) -> None:
    edit(folder, "attributes/checks/cost.yaml", "$200", "$999")
    found = of_edit(folder, lambda root: edit(root, CARD, "$200", "$250"))
    assert found.broken == ()
    assert ("cost of acme ml",) in [one.said for one in found.yours]


def test_a_promise_that_is_new_and_does_not_hold_is_broken_with_no_entry_changed(folder: Path) -> None:
    def promise(root: Path) -> None:
        (root / "faq" / "checks" / "worth-it.yaml").write_text("- {ask: level of acme ml, says: easy}\n", "utf-8")

    found = of_edit(folder, promise)
    assert [fault.what for fault, _ in found.broken] == [("the reply does not say `easy`",)]
    assert found.yours == ()


def test_what_is_measured_only_is_never_a_promise(folder: Path) -> None:
    (folder / "attributes" / "measured").mkdir()
    (folder / "attributes" / "checks" / "cost.yaml").rename(folder / "attributes" / "measured" / "cost.yaml")
    found = of_edit(folder, lambda root: edit(root, CARD, "$200", "$250"))
    assert found.broken == ()
    assert ("cost of acme ml",) in [one.said for one in found.yours]


def test_an_answer_by_something_that_was_not_changed_is_a_side_effect() -> None:
    told = Told("answer", "cost", ("acme-ml",), "It costs $200.")
    talk = Talk(("what does it cost",), TODAY)
    other = replace(told, text="It costs $300.")
    nothing = load_nothing()
    found = find_impact((nothing, nothing), ({talk: (told,)}, {talk: (other,)}), TODAY)
    assert [(one.before.text, one.after.text) for one in found.elsewhere] == [("It costs $200.", "It costs $300.")]
    assert (found.yours, found.broken, found.asked) == ((), (), 1)


def load_nothing() -> Knowledge:
    from bot.domain.knowledge import Knowledge  # noqa: PLC0415 - a type elsewhere in this file

    return Knowledge(certifications={}, entries={}, vendors={}, sources={}, not_covered={})


@pytest.mark.parametrize(
    ("name", "old", "new", "changed"),
    [
        (CARD, "$200", "$250", {"acme-ml"}),
        (LEVEL, "words: [level]", "words: [level, depth]", {"level"}),
        ("faq/worth-it.yaml", "Some are.", "Many are.", {"worth-it"}),
        ("vendors/acme.yaml", "name: Acme", "name: Acme Inc", set()),
    ],
)
def test_what_was_changed_is_found_by_its_id(folder: Path, name: str, old: str, new: str, changed: set[str]) -> None:
    before = load_knowledge(folder).knowledge
    edit(folder, name, old, new)
    assert changed_ids(before, load_knowledge(folder).knowledge) == changed


def test_a_collected_message_belongs_to_the_entry_that_it_means(folder: Path) -> None:
    before = load_knowledge(folder).knowledge
    (folder / "messages").mkdir()
    (folder / "messages" / "cost.yaml").write_text("- whats the damage\n", encoding="utf-8")
    assert changed_ids(before, load_knowledge(folder).knowledge) == {"cost"}


def test_conversations_are_asked_as_a_whole_and_nothing_twice(folder: Path) -> None:
    (folder / "conversations").mkdir()
    talk = "- - {says: level of acme ml, means: [level]}\n  - {says: and the cost, means: [cost]}\n"
    (folder / "conversations" / "members.yaml").write_text(talk, encoding="utf-8")
    asked = [one.utterances for one in talks_of(load_knowledge(folder).knowledge, TODAY)]
    assert ("level of acme ml", "and the cost") in asked
    assert asked.count(("cost of acme ml",)) == 1


def test_one_talk_knows_nothing_of_another(folder: Path) -> None:
    assistant = build_assistant(load_knowledge(folder).knowledge)
    talks = [Talk(("level of acme ml",), TODAY), Talk(("and the cost",), TODAY)]
    alone = list(replay(assistant, talks[1:]))
    assert list(replay(assistant, talks))[1:] == alone
