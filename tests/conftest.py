"""Fixtures for every test: a small sound knowledge folder, and the guide's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.adapters.yaml_knowledge import load_knowledge
from bot.application.assistant import Assistant
from bot.application.memory import memory_stores
from bot.bootstrap import open_archive, open_encoder
from bot.nlu.understander import Understander

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.domain.draft import Draft

REPOSITORY = Path(__file__).parent.parent
KNOWLEDGE = REPOSITORY / "knowledge"

SOURCES = """\
guide:
  title: A small guide
  published: 2026-01-09
"""
VOCABULARY = """\
shorthand:
  ppl: people
synonyms:
  - [cost, price]
cues:
  inside names: [certified, certification, exam]
  heads of names: [one, cert, exam]
  rule out what follows: [avoid]
"""
NOT_COVERED = """\
- name: Scrum Master
  aliases: [scrum master]
  codes: [PSM-001]
"""
VENDOR = """\
name: Acme
aliases: [acme cloud]
default: acme-ml
"""
CARD = """\
name: Acme Machine Learning Engineer
short: Acme ML
vendor: acme
tier: 1
kind: exam
aliases:
  - acme ml
  - acme machine learning
codes: [AML-101]
page: https://acme.example/ml
summary: >-
  An exam on the whole machine learning pipeline.
source: guide
facts:
  cost:
    value: $200
    text: The exam costs $200.
  level:
    value: hard
    text: It is hard.
"""
OUTSIDE = """\
name: Acme Basics
short: Acme Basics
vendor: acme
aliases: [acme basics]
see: [acme-ml]
"""
FAQ = """\
title: Are certifications worth it?
section: Questions
about: [acme-ml]
examples:
  - are these certifications worth it
  - is any of this worthwhile
answer: Some are. {acme-ml} costs {acme-ml.cost}.
source: guide
"""
ADVICE = """\
title: How to begin
section: Beginning
examples:
  - how do i begin
answer: Begin with a project.
related: [worth-it]
source: guide
"""
UNKNOWN = """\
title: Passing score
asks: which score passes
nearby: [level]
see: [worth-it]
examples:
  - what score passes {certification}
"""
SAID = """\
title: Greeting
examples:
  - hello there
answer: Hello!
"""
CHOICES = {
    "level": "choices: [easy, hard]\n",
    "free": "choices: [free, paid]\n",
    "billing": "choices: [once, monthly]\n",
}
ATTRIBUTES = (
    "audience",
    "billing",
    "career-effect",
    "cost",
    "coverage",
    "duration",
    "exam-code",
    "free",
    "level",
    "lifecycle",
    "limits",
    "next-steps",
    "page",
    "platform",
    "prerequisites",
    "renewal",
    "tier",
    "verdict",
)
REQUESTS = ("changes", "compare", "explain", "list", "outside", "overview", "recommend", "repeat")
CHECKED = {"cards": "acme-ml", "faq": "worth-it", "advice": "begin", "unknowns": "passing-score", "smalltalk": "hello"}


def _write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def knowledge_folder(tmp_path: Path) -> Path:
    """A folder of one small file of each kind, in which nothing is wrong."""
    root = tmp_path / "knowledge"
    _write(root, "sources.yaml", SOURCES)
    _write(root, "vocabulary.yaml", VOCABULARY)
    _write(root, "not-covered.yaml", NOT_COVERED)
    _write(root, "vendors/acme.yaml", VENDOR)
    _write(root, "cards/acme-ml.yaml", CARD)
    _write(root, "outside/acme-basics.yaml", OUTSIDE)
    _write(root, "faq/worth-it.yaml", FAQ)
    _write(root, "advice/begin.yaml", ADVICE)
    _write(root, "unknowns/passing-score.yaml", UNKNOWN)
    _write(root, "smalltalk/hello.yaml", SAID)
    for name in ATTRIBUTES:
        words = f"words: [{name}]\n{CHOICES.get(name, '')}"
        text = f"label: {name}\nasks: its {name}\n{words}examples:\n  - tell me the {name} of {{certification}}\n"
        _write(root, f"attributes/{name}.yaml", text)
        _write(root, f"attributes/checks/{name}.yaml", f"- the {name} of acme ml please\n")
    for name in REQUESTS:
        _write(root, f"requests/{name}.yaml", f"title: {name}\nexamples:\n  - please {name} {{certification}}\n")
        _write(root, f"requests/checks/{name}.yaml", f"- could you {name} acme ml\n")
    for kind, name in CHECKED.items():
        _write(root, f"{kind}/checks/{name}.yaml", f"- a question for {name}\n")
    return root


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache of the tests' own: what one test builds the next need not, and nobody's home is touched."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setenv("CERTWISE_ENCODER", "off")  # where it matters, it is named
        yield folder


@pytest.fixture(scope="session")
def own_assistant(own_draft: Draft, own_understander: Understander) -> Callable[[], Assistant]:
    """Makes assistants of the repository's own knowledge, each with a memory of its own."""
    return lambda: Assistant(own_draft.knowledge, own_understander, memory_stores())


@pytest.fixture(scope="session")
def own_understander(own_draft: Draft, own_cache: Path) -> Understander:
    """Built once: it takes 20 s, remembers nothing of what it is asked, and is what all assistants share."""
    cache = own_cache / "certwise"
    return Understander(own_draft.knowledge, open_archive(cache), open_encoder("universal", cache))


@pytest.fixture(scope="session")
def own_draft() -> Draft:
    """What the repository's own knowledge folder holds, with its checks."""
    return load_knowledge(KNOWLEDGE)
