"""``certwise ask``: one question, or a file of cases."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.adapters.terminal_chat.piped import reply_block
from bot.application.plain import plain_text
from bot.cli.main import UnusableError, clock
from bot.cli.opening import open_assistant, question_of
from bot.domain.message import Message
from bot.domain.reply import ReplyKind

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from bot.application.assistant import Assistant
    from bot.domain.reply import Reply

DECLINED = 1
LARGEST = 50_000_000
"""Characters of a file of cases."""
WANTED = 'write {"id": "Q1", "turns": ["first message", "follow-up"]}'


@dataclass(frozen=True, slots=True)
class Case:
    """A conversation whose last reply is wanted."""

    id: str
    turns: tuple[str, ...]


def run(options: Namespace) -> int:
    """Answer and print."""
    now = clock(options)
    return _ask_all(options.batch, now) if options.batch is not None else _ask_one(options, now)


def _ask_one(options: Namespace, now: datetime) -> int:
    question = question_of(options.text)
    reply = open_assistant(now.date()).reply(Message(question, "ask", now))
    print(_json_line(_as_json(reply)) if options.json else reply_block(reply))
    return DECLINED if reply.kind is ReplyKind.DECLINE else 0


def _ask_all(path: Path, now: datetime) -> int:
    cases = _cases(path)
    assistant = open_assistant(now.date())
    for case in cases:
        print(_json_line({"id": case.id} | _as_json(_converse(assistant, case, now))))
    return 0


def _converse(assistant: Assistant, case: Case, now: datetime) -> Reply:
    """The reply to the last turn."""
    replies = [assistant.reply(Message(utterance, case.id, now)) for utterance in case.turns]
    return replies[-1]


def _as_json(reply: Reply) -> dict[str, Any]:
    return {
        "kind": reply.kind.value,
        "certifications": list(reply.certifications),
        "confidence": reply.confidence,
        "text": plain_text(reply),
        "suggestions": [suggestion.label for suggestion in reply.suggestions],
    }


def _json_line(value: dict[str, Any]) -> str:
    """One line in readable letters; with escapes where the output's encoding, or the line, would break on them."""
    line = json.dumps(value, ensure_ascii=False)
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if line.encode(encoding, "replace").decode(encoding) != line or len(line.splitlines()) > 1:
        return json.dumps(value)
    return line


def _cases(path: Path) -> list[Case]:
    """The cases of a file, checked: each an object with an ``id`` of its own and a list of ``turns``."""
    try:
        with path.open(encoding="utf-8-sig", newline="\n") as file:
            text = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise UnusableError(f"{path} cannot be read: {reason}") from None
    if len(text) > LARGEST:
        raise UnusableError(f"{path} is too large; split it into files of at most {LARGEST // 1_000_000} MB")
    # Not splitlines(): JSON may hold separators of lines that only Python knows.
    cases = list(_read(text.split("\n"), path))
    if not cases:
        raise UnusableError(f"{path} holds no cases; on each line {WANTED}")
    return cases


def _read(lines: list[str], path: Path) -> Iterator[Case]:
    first: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        case = _case(line, f"{path}:{number}")
        if first.setdefault(case.id, number) != number:
            raise UnusableError(
                f"{path}:{number}: the id {case.id!r} stands on line {first[case.id]} already; rename it"
            )
        yield case


def _case(line: str, place: str) -> Case:
    try:
        case = json.loads(line)
    except (ValueError, RecursionError):
        raise UnusableError(f"{place}: this is not JSON; {WANTED}") from None
    if not isinstance(case, dict) or not isinstance(case.get("id"), str):
        raise UnusableError(f"{place}: `id` is missing or no text; {WANTED}")
    turns = case.get("turns")
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        raise UnusableError(f"{place}: `turns` is no list of texts; {WANTED}")
    return Case(case["id"], tuple(turns))
