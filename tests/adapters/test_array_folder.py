"""The folder of arrays, and what is kept in it."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.adapters.array_folder import ArrayFolder
from bot.nlu.matcher import build_matcher, pack, unpack

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLES = {
    "price": ["what does it cost", "how much is it", "the fee please"],
    "time": ["how long does it take", "how many months", "is it quick"],
}


def test_what_was_stored_is_given_back(tmp_path: Path) -> None:
    folder = ArrayFolder(tmp_path / "kept")
    folder.store("a", {"numbers": np.array([1.5, 2.5], np.float32), "text": np.frombuffer(b"hi", np.uint8)})
    arrays = folder.load("a")
    assert arrays is not None
    assert arrays["numbers"].tolist() == [1.5, 2.5]
    assert arrays["text"].tobytes() == b"hi"


def test_an_unknown_key_gives_nothing(tmp_path: Path) -> None:
    assert ArrayFolder(tmp_path / "kept").load("a") is None


def test_a_key_that_was_asked_for_in_vain_can_be_stored_afterwards(tmp_path: Path) -> None:
    folder = ArrayFolder(tmp_path)
    assert folder.load("a") is None
    folder.store("a", {"x": np.array([7])})
    arrays = folder.load("a")
    assert arrays is not None
    assert arrays["x"].tolist() == [7]


def test_another_version_of_the_program_does_not_see_it(tmp_path: Path) -> None:
    ArrayFolder(tmp_path, "one-").store("a", {"x": np.zeros(1)})
    assert ArrayFolder(tmp_path, "two-").load("a") is None


@pytest.mark.parametrize("damage", ["emptied", "cut off", "mangled", "zeroed", "removed", "no manifest"])
def test_a_damaged_file_gives_nothing(tmp_path: Path, damage: str) -> None:
    folder = ArrayFolder(tmp_path)
    folder.store("a", {"x": np.arange(300.0)})
    file = tmp_path / "a" / ("manifest.json" if damage == "no manifest" else "x.npy")
    whole = file.read_bytes()
    file.unlink()
    damaged = {
        "emptied": b"",
        "cut off": whole[:-9],
        "mangled": b"\x93NUMPY\x01\x00\x76\x00{'descr': (((" + whole[20:],
        "zeroed": whole[:-64] + bytes(64),
    }
    if damage in damaged:
        file.write_bytes(damaged[damage])
    assert folder.load("a") is None


def test_a_damaged_folder_can_be_stored_again(tmp_path: Path) -> None:
    folder = ArrayFolder(tmp_path)
    folder.store("a", {"x": np.array([1])})
    (tmp_path / "a" / "x.npy").write_bytes(b"")
    folder.store("a", {"x": np.array([2])})
    arrays = folder.load("a")
    assert arrays is not None
    assert arrays["x"].tolist() == [2]


def test_what_a_killed_process_left_is_cleared_away_after_an_hour(tmp_path: Path) -> None:
    (tmp_path / ".new-killed").mkdir()
    (tmp_path / ".new-busy").mkdir()
    os.utime(tmp_path / ".new-killed", (0, 0))
    ArrayFolder(tmp_path).store("a", {"x": np.zeros(1)})
    assert sorted(path.name for path in tmp_path.iterdir()) == [".new-busy", "a"]


def test_pickled_objects_are_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    np.save(tmp_path / "a" / "x.npy", np.array([{"an": "object"}], dtype=object), allow_pickle=True)
    assert ArrayFolder(tmp_path).load("a") is None


def test_storing_again_replaces_what_was_there(tmp_path: Path) -> None:
    folder = ArrayFolder(tmp_path)
    folder.store("a", {"x": np.array([1]), "old": np.array([0])})
    folder.store("a", {"x": np.array([2])})
    arrays = folder.load("a")
    assert arrays is not None
    assert {name: array.tolist() for name, array in arrays.items()} == {"x": [2]}


def test_a_folder_that_cannot_be_made_is_no_error_but_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    told: list[str] = []
    folder = ArrayFolder(tmp_path / "file" / "below", complain=told.append)
    folder.store("a", {"x": np.zeros(1)})
    assert folder.load("a") is None
    assert told == [f"the cache {tmp_path}/file/below cannot be written ({os.strerror(errno.ENOTDIR)})"]


def test_a_folder_that_can_be_written_is_not_complained_of(tmp_path: Path) -> None:
    told: list[str] = []
    folder = ArrayFolder(tmp_path, complain=told.append)
    folder.store("a", {"x": np.zeros(1)})
    folder.store("a", {"x": np.zeros(1)})
    assert told == []


def test_only_the_four_last_used_are_kept(tmp_path: Path) -> None:
    folder = ArrayFolder(tmp_path)
    for age, key in enumerate("abcde"):
        folder.store(key, {"x": np.array([age])})
        os.utime(tmp_path / key, (age, age))
    folder.store("f", {"x": np.array([9])})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c", "d", "e", "f"]


def test_nothing_half_written_is_left_behind(tmp_path: Path) -> None:
    ArrayFolder(tmp_path).store("a", {"x": np.zeros(1)})
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("utterance", ["how much does it cost", "how many mnths is it", "something else entirely"])
def test_a_matcher_from_the_folder_ranks_as_the_one_that_was_built(tmp_path: Path, utterance: str) -> None:
    built = build_matcher(EXAMPLES, synonyms={"price": "cost"})
    folder = ArrayFolder(tmp_path)
    folder.store("m", pack(built))
    arrays = folder.load("m")
    assert arrays is not None
    kept = unpack(arrays)
    assert kept.rank(utterance) == built.rank(utterance)
    assert kept.explain(utterance, "price") == built.explain(utterance, "price")
