"""What the commands that answer questions begin with: the question and the knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.main import UnusableError
from bot.settings import read_settings

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bot.application.assistant import Assistant
    from bot.domain.problems import Problem


def question_of(text: str) -> str:
    """The question on the command line, checked."""
    if not text.strip():
        raise UnusableError("the question is empty; write one in quotes")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UnusableError("the question is no UTF-8 text; check the terminal's encoding") from None
    return text


def open_assistant(day: date) -> Assistant:
    """The assistant of the chosen knowledge; raises UnusableError where that has errors."""
    settings = read_settings()
    folder = settings.knowledge
    # Half a second of imports, which input that cannot be used should not wait for.
    from bot.bootstrap import KnowledgeError, build_assistant, open_archive, open_knowledge  # noqa: PLC0415

    try:
        knowledge = open_knowledge(folder, day)
    except KnowledgeError as error:
        refuse_no_folder(folder, error.problems)
        raise UnusableError(_told(folder, error.problems)) from None
    return build_assistant(knowledge, open_archive(settings.cache))


def refuse_no_folder(folder: Path, problems: list[Problem]) -> None:
    """Raise UnusableError where the folder as a whole cannot be used: there is no file in it to complain of."""
    for problem in problems:
        if problem.place.file == ".":
            raise UnusableError(f"{folder}: {problem.what}; {problem.mend}")


def _told(folder: Path, problems: list[Problem]) -> str:
    """One line; the command that names all of them is named."""
    errors = "an error" if len(problems) == 1 else f"{len(problems)} errors"
    return f"the knowledge in {folder} has {errors}: {problems[0]} (certwise check {folder} tells all)"
