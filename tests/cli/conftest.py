"""A knowledge folder of two cards, so small that a command answers from it at once; and processes that meet Slack."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.cli.processes import starting
from tests.slack_server import SlackServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from tests.cli.processes import Start

REAL = Path(__file__).parents[2] / "knowledge"
CARD = """\
name: {name}
short: {short}
vendor: {vendor}
tier: 1
kind: exam
aliases: [{alias}]
codes: [{code}]
page: https://example.org/{vendor}
summary: An exam by {short}.
source: guide
facts:
  cost: {{value: about ${cost}, text: "It costs about ${cost}."}}
  level: {{value: {level}, text: "Its level is {level}."}}
"""
AURORA = CARD.format(
    name="Aurora Certified", short="Aurora", vendor="aurora-labs", alias="aurora", code="AU-101", cost=200, level="hard"
)
BOREAS = CARD.format(
    name="Boreas Certified", short="Boreas", vendor="boreas-inc", alias="boreas", code="BO-202", cost=90, level="easy"
)
RETIREMENT = """\
lifecycle:
  retired: 2026-06-30
  text: The exam is over; certificates keep their term.
  successors: [{card: aurora}]
  source: notes
"""
ATTRIBUTE = """\
label: {label}
asks: {asks}
words: [{word}]
examples: ["{word} of {{certification}}", "what is the {word} of {{certification}}", "{{certification}} {word}"]
"""
REQUEST = """\
title: {word} certifications
words: [{word}]
examples: ["{word} {{certification}} and {{certification}}"]
"""
FILES = {
    "sources.yaml": """\
guide: {title: The Small Guide, published: 2026-01-09}
notes: {title: The Notes, published: 2026-05-01}
""",
    "vendors/aurora-labs.yaml": "name: Aurora Labs\naliases: [aurora labs]\n",
    "vendors/boreas-inc.yaml": "name: Boreas Inc\naliases: [boreas inc]\n",
    "cards/aurora.yaml": AURORA,
    "cards/boreas.yaml": BOREAS + RETIREMENT,
    "vocabulary.yaml": "{}\n",
    "not-covered.yaml": "[]\n",
    "faq/degree-needed.yaml": """\
title: Is a degree required?
section: Questions
examples: [do i need a degree, is a university degree required, can i do it without college]
answer: No, none of them requires a degree.
more: Employers look at skills more than at degrees.
related: [portfolio]
source: guide
""",
    "faq/portfolio.yaml": """\
title: Is a portfolio better?
section: Questions
examples: [is a portfolio better, should i build projects instead, projects or certificates]
answer: A portfolio shows what you can do.
source: guide
""",
    "off-topic/weather.yaml": "title: Weather\nexamples: [will it rain, how is the weather]\nanswer: Not my field.\n",
    "smalltalk/greeting.yaml": "title: Greeting\nexamples: [hello, hi there, good morning]\nanswer: Hello! Ask away.\n",
}


def _files() -> dict[str, str]:
    """The files above, and the smallest of those that the program relies on."""
    needed = {
        f"{kind}/{path.name}": shape.format(label=path.stem.capitalize(), asks=f"its {path.stem}", word=path.stem)
        for kind, shape in (("attributes", ATTRIBUTE), ("requests", REQUEST))
        for path in (REAL / kind).glob("*.yaml")
    }
    return needed | FILES


class Certwise:
    """Starts the command as a process of its own."""

    def __call__(
        self, *words: str | bytes, stdin: str | bytes = "", env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        return self._start([sys.executable, "-m", "bot", *words], stdin, env or {})

    def shell(self, script: str, *words: str, stdin: str = "") -> subprocess.CompletedProcess[bytes]:
        """Run a script in which $0 is Python."""
        return self._start(["bash", "-c", script, sys.executable, *words], stdin, {})

    def _start(
        self, words: list[str | bytes], stdin: str | bytes, env: Mapping[str, str]
    ) -> subprocess.CompletedProcess[bytes]:
        sent = stdin.encode() if isinstance(stdin, str) else stdin
        known = {**os.environ, "PYTHONUNBUFFERED": "", **env}
        return subprocess.run(words, input=sent, capture_output=True, check=False, timeout=120, env=known)


@pytest.fixture(scope="session")
def small_knowledge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small-knowledge")
    for name, text in _files().items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def chosen(small_knowledge: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Has the commands of this process, and of processes it starts, use the small knowledge."""
    monkeypatch.setenv("CERTWISE_KNOWLEDGE", str(small_knowledge))
    return small_knowledge


@pytest.fixture
def certwise(chosen: Path) -> Certwise:  # noqa: ARG001 - it sets the environment
    return Certwise()


@pytest_asyncio.fixture
async def slack() -> AsyncIterator[SlackServer]:
    """A Slack whose limits nobody may exceed."""
    async with SlackServer() as made:
        yield made
    assert made.violations == []


@pytest_asyncio.fixture
async def start(slack: SlackServer, tmp_path: Path) -> AsyncIterator[Start]:
    """Starts the command as a process that knows where Slack is, and keeps its state in a folder of the test's."""
    async for begin in starting(SLACK_API_BASE=slack.api_base, XDG_STATE_HOME=str(tmp_path)):
        yield begin
