"""What the commands that answer questions begin with: the question and the knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.main import UnusableError, warn
from bot.settings import read_settings

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bot.adapters.array_folder import ArrayFolder
    from bot.application.assistant import Assistant
    from bot.domain.knowledge import Knowledge
    from bot.domain.problems import Problem
    from bot.nlu.matcher import SentenceEncoder
    from bot.settings import Settings


def question_of(text: str) -> str:
    """The question on the command line, checked."""
    if not text.strip():
        raise UnusableError("the question is empty; write one in quotes")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UnusableError("the question is no UTF-8 text; check the terminal's encoding") from None
    return text


def open_assistant(day: date, state: Path | None = None) -> Assistant:
    """The assistant of the chosen knowledge; raises UnusableError where that has errors. See ``build_assistant``."""
    settings = read_settings()
    folder = settings.knowledge
    # Half a second of imports, which input that cannot be used should not wait for.
    from bot.bootstrap import KnowledgeError, build_assistant, open_knowledge  # noqa: PLC0415

    try:
        knowledge = open_knowledge(folder, day)
    except KnowledgeError as error:
        refuse_no_folder(folder, error.problems)
        raise UnusableError(_told(folder, error.problems)) from None
    warn_of_early_day(day, knowledge)
    return build_assistant(knowledge, open_cache(settings.cache), named_encoder(settings), state)


def named_encoder(settings: Settings) -> SentenceEncoder | None:
    """The sentence encoder that was chosen; raises UnusableError where it cannot be had."""
    from bot.bootstrap import EncoderError, open_encoder  # noqa: PLC0415 - as above

    try:
        return open_encoder(settings.encoder, settings.cache)
    except EncoderError as error:
        raise UnusableError(f"CERTWISE_ENCODER: {error}") from None


def open_cache(folder: Path | None) -> ArrayFolder | None:
    """Where matchers are kept; says so, once, where that is not possible."""
    from bot.bootstrap import open_archive  # noqa: PLC0415 - as above

    cost = "every start takes some seconds longer; name a folder that can be written with XDG_CACHE_HOME"
    return open_archive(folder, lambda reason: warn(f"{reason}, so {cost}"))


def warn_of_early_day(day: date, knowledge: Knowledge) -> None:
    """Say what is done where the bot is asked to answer as on a day on which it knew nothing yet."""
    if day < knowledge.published:
        warn(
            f"{day} is before the guide, which is of {knowledge.published}; this is what holds on {knowledge.published}"
        )


def refuse_no_folder(folder: Path, problems: list[Problem]) -> None:
    """Raise UnusableError where the folder as a whole cannot be used: there is no file in it to complain of."""
    for problem in problems:
        if problem.place.file == ".":
            raise UnusableError(f"{folder}: {problem.what}; {problem.mend}")


def _told(folder: Path, problems: list[Problem]) -> str:
    """One line; the command that names all of them is named."""
    errors = "an error" if len(problems) == 1 else f"{len(problems)} errors"
    return f"the knowledge in {folder} has {errors}: {problems[0]} (certwise check {folder} tells all)"
