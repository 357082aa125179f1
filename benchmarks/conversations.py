"""How well whole conversations of strangers go: ``python -m benchmarks.conversations FILE --tools FOLDER [--folds N]``.

FILE holds labelled conversations, one a line: {"id", "as_of", "turns": [{"text", "act", ...}]}. FOLDER has the grader's
``conversations.py`` (``expectation``), and beside the folder ``questions/grade.py`` (``verdict``). Each conversation is
held with a bot that learnt from the others only, cross-validated by conversation, and with the bot as it is. Prints one
JSON object: the shares of right, clarify, declined and wrong, of first and later turns, and of conversations that are
right throughout. The gap between the two is the overfitting.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import zlib
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.application.plain import plain_text
from bot.bootstrap import build_assistant, open_encoder, open_knowledge
from bot.domain.message import Message
from bot.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.application.assistant import Assistant
    from bot.domain.knowledge import Knowledge

NAMES = ("right", "clarify", "declined", "wrong")
Talk = dict[str, Any]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="benchmarks.conversations", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=4)
    args = parser.parse_args()
    sys.path[:0] = [str(args.tools), str(args.tools.parent / "questions")]
    talks = [json.loads(line) for line in args.file.read_text(encoding="utf-8").splitlines() if line.strip()]
    settings = read_settings()
    encoder = open_encoder(settings.encoder, settings.cache)
    knowledge = open_knowledge(settings.knowledge, date.fromisoformat(max(talk["as_of"] for talk in talks)))
    held_out: dict[str, list[str]] = {}
    for fold in range(args.folds):
        mine = [talk for talk in talks if zlib.crc32(talk["id"].encode()) % args.folds == fold]
        held_out |= _hold(build_assistant(_without(knowledge, mine), None, encoder), mine)
    fitted = _hold(build_assistant(knowledge, None, encoder), talks)
    report = {"cross_validated": _shares(held_out), "fitted": _shares(fitted)}
    print(json.dumps(report, indent=2))


def _without(knowledge: Knowledge, talks: Iterable[Talk]) -> Knowledge:
    """The knowledge without the collected conversations that begin as these do."""
    openings = {_plain(talk["turns"][0]["text"]) for talk in talks}
    known = {
        one.conversation
        for one in knowledge.collected
        if one.in_conversation and not one.after and _plain(one.says) in openings
    }
    return replace(knowledge, collected=tuple(one for one in knowledge.collected if one.conversation not in known))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _hold(assistant: Assistant, talks: Iterable[Talk]) -> dict[str, list[str]]:
    """The outcomes of each conversation, by its id."""
    expectation = importlib.import_module("conversations").expectation
    verdict = importlib.import_module("grade").verdict
    outcomes: dict[str, list[str]] = {}
    for talk in talks:
        now = datetime.combine(date.fromisoformat(talk["as_of"]), time(12), UTC)
        outcomes[talk["id"]] = []
        for turn in talk["turns"]:
            reply = assistant.reply(Message(turn["text"], talk["id"], now))
            told = {
                "kind": reply.kind.value,
                "text": plain_text(reply),
                "certifications": list(reply.certifications),
            }
            outcomes[talk["id"]].append(verdict(expectation(turn), told)[0])
    return outcomes


def _shares(outcomes: Mapping[str, list[str]]) -> dict[str, dict[str, float] | float]:
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for each in outcomes.values():
        rows["first turns"].update(each[:1])
        rows["later turns"].update(each[1:])
    whole = sum(set(each) == {"right"} for each in outcomes.values()) / len(outcomes)
    shares = {row: {name: round(count[name] / count.total(), 4) for name in NAMES} for row, count in rows.items()}
    return {**shares, "throughout": round(whole, 4)}


if __name__ == "__main__":
    main()
