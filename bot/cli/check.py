"""``certwise check``: validate the knowledge, run its checks, say everything that is wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.application.curation.checking import run_checks
from bot.bootstrap import examine_knowledge
from bot.cli.main import UnusableError, clock
from bot.cli.opening import named_encoder, open_cache, refuse_no_folder, warn_of_early_day
from bot.domain.problems import Severity
from bot.settings import cache_folder, read_settings

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from bot.domain.knowledge import Knowledge
    from bot.domain.problems import Problem

FAILED = 1


def run(options: Namespace) -> int:
    """Print what was found; 1 where an error is among it."""
    folder: Path = options.folder or read_settings().knowledge
    if not folder.is_dir():
        raise UnusableError(f"there is no folder {folder}; name the knowledge folder")
    today = clock(options).date()
    draft, problems = examine_knowledge(folder, today, with_checks=True)
    refuse_no_folder(folder, problems)
    ran = 0
    if not _errors(problems):
        warn_of_early_day(today, draft.knowledge)
        problems = sorted(
            [*problems, *run_checks(draft, today, open_cache(cache_folder()), named_encoder(read_settings()))]
        )
        ran = sum(len(check.turns) for check in draft.knowledge.checks)
    _PRINTERS[options.format](_as_written_here(folder), draft.knowledge, problems, ran)
    return FAILED if _errors(problems) else 0


def _as_written_here(folder: Path) -> Path:
    """The folder as seen from here, so that editors and GitHub find the files; as it is where it lies elsewhere."""
    absolute, here = folder.resolve(), folder.cwd()
    return absolute.relative_to(here) if absolute.is_relative_to(here) else folder


def _errors(problems: list[Problem]) -> int:
    return sum(problem.severity is Severity.ERROR for problem in problems)


def _print_text(folder: Path, knowledge: Knowledge, problems: list[Problem], ran: int) -> None:
    for problem in problems:
        warning = "" if problem.severity is Severity.ERROR else " (warning)"
        print(f"{folder}/{problem}{warning}")
    errors = _errors(problems)
    told = ((len(knowledge.certifications), "card"), (len(knowledge.entries), "entry"), (ran, "question"))
    found = ((errors, "error"), (len(problems) - errors, "warning"))
    read, wrong = (", ".join(_counted(count, noun) for count, noun in counts) for counts in (told, found))
    print(f"{read} checked: {wrong}")
    if errors and not ran:
        print("The checks were not run: mend the errors first.")


def _counted(count: int, noun: str) -> str:
    several = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{count} {noun if count == 1 else several}"


def _print_json(folder: Path, knowledge: Knowledge, problems: list[Problem], ran: int) -> None:
    told = [
        {
            "severity": problem.severity.value,
            "file": f"{folder}/{problem.place.file}",
            "line": problem.place.line,
            "field": problem.place.field,
            "what": problem.what,
            "mend": problem.mend,
        }
        for problem in problems
    ]
    counts = {"cards": len(knowledge.certifications), "entries": len(knowledge.entries), "checked": ran}
    counts |= {"errors": _errors(problems), "warnings": len(problems) - _errors(problems)}
    print(json.dumps({"problems": told, **counts}, ensure_ascii=False, indent=2))


def _print_github(folder: Path, _: Knowledge, problems: list[Problem], __: int) -> None:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    for problem in problems:
        place = f"file={_escaped(f'{folder}/{problem.place.file}')},line={problem.place.line}"
        text = f"{problem.place.field}: {problem.what}; {problem.mend}".removeprefix(": ")
        print(f"::{problem.severity.value} {place}::{_escaped(text, values=False)}")


def _escaped(text: str, *, values: bool = True) -> str:
    """As GitHub's toolkit escapes the data, and more strictly the values, of workflow commands."""
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), *((":", "%3A"), (",", "%2C")) * values):
        text = text.replace(sign, code)
    return text


_PRINTERS = {"text": _print_text, "json": _print_json, "github": _print_github}
