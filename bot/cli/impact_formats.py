"""What a change of the knowledge does to answers, as text, as JSON, and as Markdown for a pull request."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.application.curation.checking import Fault
    from bot.application.curation.impact import Change, Impact
    from bot.application.curation.replaying import Told

MOST_SHOWN = 20
"""Answers of a group that are shown; JSON has all."""
LONGEST_LINE = 160
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~@])")


def as_text(impact: Impact) -> str:
    """Three groups with the replies before and after."""
    return "\n".join(_lines(impact, plain=True))


def as_markdown(impact: Impact) -> str:
    """The same for a comment on GitHub: what people wrote is escaped, so that it marks up and mentions nothing."""
    return "\n".join(_lines(impact, plain=False))


def as_json(impact: Impact) -> str:
    """One object with all that changes."""
    broken = [
        {
            "said": [turn.utterance for turn in fault.check.turns[: fault.turn + 1]],
            "file": fault.check.place.file,
            "line": fault.check.place.line,
            "faults": list(fault.what),
            "before": _told(before) if before else None,
            "after": _told(fault.told),
        }
        for fault, before in impact.broken
    ]
    groups = {"yours": _changes(impact.yours), "broken": broken, "elsewhere": _changes(impact.elsewhere)}
    return json.dumps({"asked": impact.asked, **groups}, ensure_ascii=False, indent=2)


def _changes(changes: tuple[Change, ...]) -> list[dict[str, Any]]:
    return [{"said": list(one.said), "before": _told(one.before), "after": _told(one.after)} for one in changes]


def _told(told: Told) -> dict[str, Any]:
    return {"kind": told.kind, "topic": told.topic, "certifications": list(told.certifications), "text": told.text}


Shown: TypeAlias = "tuple[tuple[str, ...], Told | None, Told, str]"


def _lines(impact: Impact, *, plain: bool) -> Iterator[str]:
    parts: dict[str, list[Shown]] = {
        "Your entries": [(one.said, one.before, one.after, "") for one in impact.yours],
        "Broken promises": [_broken(fault, before) for fault, before in impact.broken],
        "Side effects elsewhere": [(one.said, one.before, one.after, "") for one in impact.elsewhere],
    }
    counts = ", ".join(f"{title.lower()} {len(changes):,}" for title, changes in parts.items())
    changed = sum(map(len, parts.values()))
    head = f"Of {impact.asked:,} messages {changed:,} are answered otherwise: {counts}."
    yield head if plain else f"## {head}"
    for title, changes in parts.items():
        if changes:
            yield from ("", f"{title}:") if plain else ("", f"### {title}", "")
        for one in changes[:MOST_SHOWN]:
            yield from _plain(*one) if plain else _marked_up(*one)
        if len(changes) > MOST_SHOWN:
            yield f"... and {len(changes) - MOST_SHOWN} more (--format json has all)"


def _broken(fault: Fault, before: Told | None) -> Shown:
    said = tuple(turn.utterance for turn in fault.check.turns[: fault.turn + 1])
    return said, before, fault.told, f"{fault.check.place.file}:{fault.check.place.line}: {'; '.join(fault.what)}"


def _plain(said: tuple[str, ...], before: Told | None, after: Told, why: str) -> Iterator[str]:
    yield f"  {' | '.join(said)}"
    if why:
        yield f"    {why}"
    for sign, line in _differing(before, after):
        yield f"    {sign} {line}"


def _marked_up(said: tuple[str, ...], before: Told | None, after: Told, why: str) -> Iterator[str]:
    yield f"- **{escaped(' | '.join(said))}**{f' ({escaped(why)})' if why else ''}"
    for sign, line in _differing(before, after):
        yield f"  - {'before' if sign == '-' else 'after'}: {escaped(line)}"


def _differing(before: Told | None, after: Told) -> Iterator[tuple[str, str]]:
    """The first line in which the replies differ, of each."""
    old, new = (one.text.splitlines() if one else [] for one in (before, after))
    at = next((n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new)))
    if before is not None:
        yield "-", _cut(old[at] if at < len(old) else "(nothing there)")
    yield "+", _cut(new[at] if at < len(new) else "(nothing there)")


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]} ..."


def escaped(text: str) -> str:
    """Text that GitHub shows as it is: no mark-up, no HTML, nobody mentioned."""
    return _MARKS.sub(r"\\\1", text).replace("\\@", "@\u200b")


PRINTERS: dict[str, Callable[[Impact], str]] = {"text": as_text, "json": as_json, "github": as_markdown}
