"""Where what was typed is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from prompt_toolkit.history import InMemoryHistory

from bot.adapters.terminal_chat.history import KeptHistory, open_history


def test_it_is_kept_in_the_state_folder(tmp_path: Path) -> None:
    history = open_history({"XDG_STATE_HOME": str(tmp_path)})
    history.append_string("price of aurora")
    again = open_history({"XDG_STATE_HOME": str(tmp_path)})
    assert list(again.load_history_strings()) == ["price of aurora"]
    assert (tmp_path / "certwise" / "history").is_file()


@pytest.mark.parametrize("named", ["", "relative/folder"])
def test_without_a_state_folder_it_is_kept_where_the_specification_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    open_history({"XDG_STATE_HOME": named})
    assert (tmp_path / ".local" / "state" / "certwise" / "history").is_file()


def test_it_is_held_in_memory_where_no_file_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "certwise").write_text("in the way", encoding="utf-8")
    assert isinstance(open_history({"XDG_STATE_HOME": str(tmp_path)}), InMemoryHistory)


def test_it_is_held_in_memory_where_there_is_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert isinstance(open_history({}), InMemoryHistory)


def test_a_file_that_vanishes_does_not_end_the_chat(tmp_path: Path) -> None:
    history = KeptHistory(tmp_path / "gone" / "history")
    history.append_string("price of aurora")
    assert history.get_strings() == ["price of aurora"]


def test_what_is_no_text_is_kept_as_text(tmp_path: Path) -> None:
    history = KeptHistory(tmp_path / "history")
    history.append_string("half \ud83d of a pair")
    assert list(history.load_history_strings()) == ["half \ufffd of a pair"]
