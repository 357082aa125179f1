"""Replies that are kept come back as they were, or not at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.adapters.array_folder import ArrayFolder
from bot.adapters.kept_replies import KeptReplies, state_of
from bot.application.curation.replaying import Talk, Told

if TYPE_CHECKING:
    from pathlib import Path

REPLIES = {
    Talk(("how much is it", "and how long?"), date(2026, 2, 1)): (
        Told("answer", "cost", ("acme-ml",), "It costs $200.\n\nSource: a guide"),
        Told("decline", "", (), "Ich weiß es nicht 🙂"),
    )
}


def test_replies_come_back_as_they_were(tmp_path: Path) -> None:
    KeptReplies(ArrayFolder(tmp_path)).store("state", REPLIES)
    assert KeptReplies(ArrayFolder(tmp_path)).load("state") == REPLIES


def test_nothing_is_kept_of_another_state(tmp_path: Path) -> None:
    KeptReplies(ArrayFolder(tmp_path)).store("state", REPLIES)
    assert KeptReplies(ArrayFolder(tmp_path)).load("another") == {}


@pytest.mark.parametrize("text", [b"[[", b"[[1]]", b'[[["hi"],"2026-02-30",[]]]', b"\xff"])
def test_what_is_damaged_is_taken_for_nothing(tmp_path: Path, text: bytes) -> None:
    ArrayFolder(tmp_path).store("state", {"replies": np.frombuffer(text, np.uint8)})
    assert KeptReplies(ArrayFolder(tmp_path)).load("state") == {}


def test_a_state_is_told_apart_by_the_names_and_the_words_of_its_files(tmp_path: Path) -> None:
    file = tmp_path / "faq" / "one.yaml"
    file.parent.mkdir()
    file.write_text("answer: Yes.\n", encoding="utf-8")
    states = {state_of(tmp_path)}
    file.write_text("answer: No.\n", encoding="utf-8")
    states.add(state_of(tmp_path))
    file.rename(file.with_name("two.yaml"))
    states.add(state_of(tmp_path))
    assert len(states) == 3
    assert state_of(tmp_path) in states
