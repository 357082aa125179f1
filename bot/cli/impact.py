"""``certwise impact``: which answers change between two knowledge folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.application.curation.impact import find_impact
from bot.application.curation.replaying import talks_of
from bot.bootstrap import examine_knowledge
from bot.cli.impact_formats import PRINTERS
from bot.cli.main import UnusableError, clock
from bot.cli.opening import refuse_no_folder
from bot.cli.replays import Replays
from bot.domain.problems import Severity

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from bot.application.curation.replaying import Talk
    from bot.domain.knowledge import Knowledge

BROKEN = 1


def run(options: Namespace) -> int:
    """Print what changes; 1 where a promise is broken."""
    today = clock(options).date()
    folders = (options.old, options.new)
    refuse_strangers(folders)
    with Replays(folders, today) as replays:
        old, new = (_sound(folder, today) for folder in folders)
        told = replays.ask(asked_of(old, new, today))
    impact = find_impact((old, new), told, today)
    print(PRINTERS[options.format](impact))
    return BROKEN if impact.broken else 0


def asked_of(before: Knowledge, after: Knowledge, today: date) -> tuple[Talk, ...]:
    """All that either knowledge has been asked."""
    return tuple(dict.fromkeys([*talks_of(before, today), *talks_of(after, today)]))


def refuse_strangers(folders: Iterable[Path]) -> None:
    """Raise UnusableError for what is no folder."""
    for folder in folders:
        if not folder.is_dir():
            raise UnusableError(f"there is no folder {folder}; name two knowledge folders")


def _sound(folder: Path, today: date) -> Knowledge:
    """The knowledge of a folder; raises UnusableError where it has errors."""
    draft, problems = examine_knowledge(folder, today, with_checks=True)
    refuse_no_folder(folder, problems)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise UnusableError(f"{folder} has errors: {errors[0]} (certwise check {folder} tells all)")
    return draft.knowledge
