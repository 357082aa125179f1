"""Keeps the replies to what has been asked of a state of the knowledge: the next change is held against the same."""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import astuple
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.application.curation.replaying import Replies, Talk, Told

if TYPE_CHECKING:
    from pathlib import Path

    from bot.nlu.matcher import Archive

REPLIES = "replies"


class KeptReplies:
    """The replies of one program and encoder, for each state of a knowledge folder."""

    def __init__(self, archive: Archive) -> None:
        """``archive`` must tell apart what other versions of the program stored."""
        self._archive = archive

    def load(self, key: str) -> Replies:
        """The replies that are kept; none where they are missing or damaged."""
        arrays = self._archive.load(key)
        if arrays is None or REPLIES not in arrays:
            return {}
        with contextlib.suppress(ValueError, TypeError):
            return dict(_pair(*row) for row in json.loads(arrays[REPLIES].tobytes()))
        return {}

    def store(self, key: str, replies: Replies) -> None:
        """Keep replies; where that is not possible, the next change takes longer to look through."""
        rows = [
            [talk.utterances, talk.day.isoformat(), [astuple(one) for one in told]] for talk, told in replies.items()
        ]
        self._archive.store(key, {REPLIES: np.frombuffer(json.dumps(rows).encode(), np.uint8)})


def state_of(folder: Path) -> str:
    """What tells the states of a knowledge folder apart: a hash of its files' names and bytes."""
    state = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        state.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        state.update(hashlib.sha256(path.read_bytes()).digest())
    return state.hexdigest()[:32]


def _pair(utterances: list[str], day: str, told: list[list[Any]]) -> tuple[Talk, tuple[Told, ...]]:
    replies = (Told(kind, topic, tuple(ids), text) for kind, topic, ids, text in told)
    return Talk(tuple(utterances), date.fromisoformat(day)), tuple(replies)
