"""``certwise check``: validate the knowledge, run its checks, say everything that is wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bot.application.curation.checking import check_replies, problem_of
from bot.application.curation.impact import find_impact
from bot.application.curation.replaying import talk_of
from bot.application.curation.rules import unread_phrases
from bot.bootstrap import examine_knowledge
from bot.cli.committed import last_commit
from bot.cli.impact import asked_of
from bot.cli.impact_formats import as_json, as_text
from bot.cli.main import UnusableError, clock, warn
from bot.cli.opening import refuse_no_folder, warn_of_early_day
from bot.cli.replays import Replays, open_folder, replay_folder
from bot.domain.problems import Severity
from bot.settings import read_settings

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import date
    from pathlib import Path

    from bot.application.curation.checking import Checked
    from bot.application.curation.impact import Impact
    from bot.application.curation.replaying import Replies
    from bot.domain.checks import Check
    from bot.domain.draft import Draft
    from bot.domain.knowledge import Knowledge
    from bot.domain.problems import Problem

FAILED = 1


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to tell of a knowledge folder."""

    folder: Path
    """As seen from here."""
    knowledge: Knowledge
    problems: tuple[Problem, ...]
    ran: int = 0
    """Questions that were asked: none where errors kept the checks from being run."""
    checked: Checked | None = None
    impact: Impact | None = None
    """What changes since the last commit, where that is known."""


def run(options: Namespace) -> int:
    """Print what was found; 1 where an error is among it."""
    folder: Path = options.folder or read_settings().knowledge
    if not folder.is_dir():
        raise UnusableError(f"there is no folder {folder}; name the knowledge folder")
    today = clock(options).date()
    draft, problems = examine_knowledge(folder, today, with_checks=True)
    refuse_no_folder(folder, problems)
    found = Found(_as_written_here(folder), draft.knowledge, tuple(problems))
    if not _errors(found):
        warn_of_early_day(today, draft.knowledge)
        found = _ask(found, draft, folder, today)
    _PRINTERS[options.format](found)
    return FAILED if _errors(found) else 0


def _ask(found: Found, draft: Draft, folder: Path, today: date) -> Found:
    """Run the checks and, where the folder differs from its last commit, see which answers change."""
    checks = draft.knowledge.checks
    with last_commit(folder) as committed:
        since = _since(committed, folder, draft.knowledge, today) if committed else None
    impact, told = since or (None, _replies(checks, folder, today))
    checked = check_replies(checks, told, today)
    unread = unread_phrases(draft, open_folder(folder, today)[0].understander)
    problems = sorted([*found.problems, *unread, *map(problem_of, checked.broken)])
    ran = sum(len(check.turns) for check in checks)
    return replace(found, problems=tuple(problems), ran=ran, checked=checked, impact=impact)


def _since(committed: Path, folder: Path, knowledge: Knowledge, today: date) -> tuple[Impact, Replies] | None:
    """What changes since the last commit, and the replies now; None where that had errors."""
    draft, problems = examine_knowledge(committed, today, with_checks=True)
    if any(problem.severity is Severity.ERROR for problem in problems):
        warn("the folder's last commit has errors, so it is not known which answers change since")
        return None
    with Replays((committed, folder), today) as replays:
        told = replays.ask(asked_of(draft.knowledge, knowledge, today))
    return find_impact((draft.knowledge, knowledge), told, today), told[1]


def _replies(checks: tuple[Check, ...], folder: Path, today: date) -> Replies:
    """The replies to the checks alone."""
    talks = list(dict.fromkeys(talk_of(check, today) for check in checks))
    return dict(zip(talks, replay_folder(folder, talks, today), strict=True))


def _as_written_here(folder: Path) -> Path:
    """The folder as seen from here, so that editors and GitHub find the files; as it is where it lies elsewhere."""
    absolute, here = folder.resolve(), folder.cwd()
    return absolute.relative_to(here) if absolute.is_relative_to(here) else folder


def _errors(found: Found) -> int:
    return sum(problem.severity is Severity.ERROR for problem in found.problems)


def _print_text(found: Found) -> None:
    for problem in found.problems:
        warning = "" if problem.severity is Severity.ERROR else " (warning)"
        print(f"{found.folder}/{problem}{warning}")
    if found.impact is not None:
        print(f"\nSince the last commit: {as_text(found.impact)}\n")
    errors, knowledge = _errors(found), found.knowledge
    told = ((len(knowledge.certifications), "card"), (len(knowledge.entries), "entry"), (found.ran, "question"))
    counts = ((errors, "error"), (len(found.problems) - errors, "warning"))
    read, wrong = (", ".join(_counted(count, noun) for count, noun in part) for part in (told, counts))
    print(f"{read} checked: {wrong}{_measured(found)}")
    if errors and not found.ran:
        print("The checks were not run: mend the errors first.")


def _measured(found: Found) -> str:
    checked = found.checked
    if checked is None or not checked.measured:
        return ""
    return f"; of {checked.measured:,} that are measured only {checked.right / checked.measured:.1%} right"


def _counted(count: int, noun: str) -> str:
    several = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{count:,} {noun if count == 1 else several}"


def _print_json(found: Found) -> None:
    told = [
        {
            "severity": problem.severity.value,
            "file": f"{found.folder}/{problem.place.file}",
            "line": problem.place.line,
            "field": problem.place.field,
            "what": problem.what,
            "mend": problem.mend,
        }
        for problem in found.problems
    ]
    counts: dict[str, Any] = {
        "cards": len(found.knowledge.certifications),
        "entries": len(found.knowledge.entries),
        "checked": found.ran,
        "errors": _errors(found),
        "warnings": len(found.problems) - _errors(found),
    }
    if found.checked is not None:
        counts |= {"measured": found.checked.measured, "measured_right": found.checked.right}
    if found.impact is not None:
        counts["since_last_commit"] = json.loads(as_json(found.impact))
    print(json.dumps({"problems": told, **counts}, ensure_ascii=False, indent=2))


def _print_github(found: Found) -> None:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    for problem in found.problems:
        place = f"file={_escaped(f'{found.folder}/{problem.place.file}')},line={problem.place.line}"
        text = f"{problem.place.field}: {problem.what}; {problem.mend}".removeprefix(": ")
        print(f"::{problem.severity.value} {place}::{_escaped(text, values=False)}")


def _escaped(text: str, *, values: bool = True) -> str:
    """As GitHub's toolkit escapes the data, and more strictly the values, of workflow commands."""
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), *((":", "%3A"), (",", "%2C")) * values):
        text = text.replace(sign, code)
    return text


_PRINTERS = {"text": _print_text, "json": _print_json, "github": _print_github}
