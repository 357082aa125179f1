"""Dispatches to the commands and turns what goes wrong into one line and an exit status."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import UTC, datetime, time
from importlib import import_module
from typing import TYPE_CHECKING

from bot.adapters.terminal_chat.harmless import one_line
from bot.cli.parser import USAGE, build_parser
from bot.settings import SettingsError, unknown_settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from datetime import date

INTERRUPTED = 130


class UnusableError(Exception):
    """Input that cannot be used; the message says what, where and how to mend it."""


def run(words: Sequence[str]) -> int:
    """Run one command; gives 0 fine, 1 a check failed or a decline, 2 usage or unusable input."""
    if sys.stdout is None:
        return _complain("the output is closed, so nobody would read the answer")
    try:
        status = _obey(words)
        sys.stdout.flush()
    except (UnusableError, SettingsError) as error:
        return _complain(str(error))
    except BrokenPipeError:
        _abandon_output()
        return 0
    except OSError as error:
        _abandon_output()
        return _complain(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _obey(words: Sequence[str]) -> int:
    try:
        options = build_parser().parse(words)
    except SystemExit as told:  # argparse has printed the help, the version or what is wrong
        return told.code if isinstance(told.code, int) else USAGE
    for complaint in unknown_settings():
        warn(complaint)
    status: int = import_module(f"bot.cli.{options.command.replace('-', '_')}").run(options)
    return status


def _complain(message: str) -> int:
    warn(message)
    return USAGE


def warn(message: str) -> None:
    """Say something beside the answer: what is off, and what to do."""
    print(f"certwise: {one_line(message)}", file=sys.stderr)


def _abandon_output() -> None:
    """Whoever read our output has gone; without this Python complains once more while it exits."""
    with suppress(OSError, AttributeError):  # an output that is closed, or no file at all, needs nothing
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def clock(options: Namespace) -> datetime:
    """The time the bot believes it is: now, or noon of the day that ``--as-of`` names."""
    day: date | None = options.as_of
    return datetime.now(UTC) if day is None else datetime.combine(day, time(12), UTC)
