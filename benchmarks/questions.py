"""How good the answers are on 300 questions that were written from the guide alone: ``python -m benchmarks.questions``.

``python -m benchmarks.questions benchmarks/languages.jsonl`` asks 60 in six other languages.

Each case holds the turns of a conversation and what the last reply must fulfil: its kind, the certifications it must be
about, regular expressions its text must or must not match. A reply is right, asked back (clarify), declined, or wrong;
wrong is the worst. Prints the misses and, last, one JSON object of shares. Whoever wrote the 300 had not seen the
knowledge; kinds of misses have been learnt from since, so new questions do somewhat worse.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.application.plain import plain_text
from bot.bootstrap import build_assistant, open_archive, open_encoder, open_knowledge
from bot.domain.message import Message
from bot.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.reply import Reply

CASES = Path(__file__).parent / "questions.jsonl"
CLOCK = datetime(2026, 1, 9, 12, tzinfo=UTC)
"""The guide's day of publication: nothing it names was retired yet."""
OUTCOMES = ("right", "clarify", "declined", "wrong")


def main() -> None:
    """Ask every case and print what came of it."""
    cases = Path(sys.argv[1]) if len(sys.argv) > 1 else CASES
    settings = read_settings()
    assistant = build_assistant(
        open_knowledge(settings.knowledge, CLOCK.date()),
        open_archive(settings.cache),
        open_encoder(settings.encoder, settings.cache),
    )
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for case in map(json.loads, cases.read_text(encoding="utf-8").splitlines()):
        replies = [assistant.reply(Message(turn, case["id"], CLOCK)) for turn in case["turns"]]
        faults = list(_faults(case["expect"], replies[-1]))
        outcome = _outcome(replies[-1], faults)
        for group in (_kinds(case["expect"])[0], "all"):
            counts[group][outcome] += 1
        if faults:
            print(f"{case['id']} {outcome}: {' | '.join(case['turns'])}\n    {'; '.join(faults)}")
    print(json.dumps({group: _shares(row) for group, row in counts.items()}))


def _kinds(expect: dict[str, Any]) -> list[str]:
    kind = expect["kind"]
    return [kind] if isinstance(kind, str) else kind


def _faults(expect: dict[str, Any], reply: Reply) -> Iterator[str]:
    text = plain_text(reply)
    if reply.kind not in _kinds(expect):
        yield f"kind {reply.kind}"
    # A fair decline or small talk need not hold the facts that an answer would.
    if reply.kind not in ("decline", "smalltalk") or _kinds(expect) in (["decline"], ["smalltalk"]):
        yield from (f"not about {one}" for one in expect.get("certs", ()) if one not in reply.certifications)
        top = expect.get("top_any", ())
        if reply.kind == "recommend" and top and reply.certifications[:1] not in [(one,) for one in top]:
            yield f"first is {reply.certifications[:1]}"
        yield from (f"lacks {fact}" for fact in expect.get("facts", ()) if not re.search(fact, text, re.IGNORECASE))
    yield from (f"has {fact}" for fact in expect.get("absent", ()) if re.search(fact, text, re.IGNORECASE))


def _outcome(reply: Reply, faults: list[str]) -> str:
    if not faults:
        return "right"
    return {"clarify": "clarify", "decline": "declined"}.get(reply.kind, "wrong")


def _shares(row: Counter[str]) -> dict[str, float]:
    total = row.total()
    return {"cases": total, **{outcome: round(row[outcome] / total, 4) for outcome in OUTCOMES}}


if __name__ == "__main__":
    main()
