"""What is offered while somebody types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.application.completing import complete_anything, complete_vendor, opening_of, title_of
from bot.domain.actions import Browse, Describe, OpenEntry

if TYPE_CHECKING:
    from bot.application.assistant import Assistant


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("kaggle lea", ["Kaggle Learn"]),
        ("mlops", []),
        ("databricks", ["Databricks Certified Machine Learning Professional"]),
        ("stanford", ["Stanford Online Machine Learning Programs"]),
    ],
)
def test_certifications_and_questions_are_offered_together_each_once(
    assistant: Assistant, typed: str, titles: list[str]
) -> None:
    found = complete_anything(assistant.knowledge, typed, 25)
    assert [title_of(assistant.knowledge, opening_of(one)) for one in found] == titles


def test_what_is_asked_often_comes_first_and_advice_last_where_nothing_is_typed(assistant: Assistant) -> None:
    knowledge = assistant.knowledge
    kinds = [type(opening_of(one)).__name__ for one in complete_anything(knowledge, "", 25)]
    certifications = len(knowledge.reviewed)
    questions = kinds.index("Describe")
    assert kinds[:questions] == ["OpenEntry"] * questions
    assert kinds[questions : questions + certifications] == ["Describe"] * certifications


def test_vendors_are_offered_by_any_of_their_names(assistant: Assistant) -> None:
    found = {typed: [one.id for one in complete_vendor(assistant.knowledge, typed, 25)] for typed in ("amzon", "zzz")}
    assert found == {"amzon": ["aws"], "zzz": []}


def test_only_what_opens_one_thing_has_a_title(assistant: Assistant) -> None:
    knowledge = assistant.knowledge
    assert title_of(knowledge, OpenEntry(entry="degree-needed")) == "Is a degree required?"
    assert title_of(knowledge, Describe(certifications=("kaggle-learn", "nvidia-dli"))) == ""
    assert title_of(knowledge, Browse()) == ""
