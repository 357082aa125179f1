"""Whatever a file holds, it is read or refused at once, with a line and a mend, and nothing breaks."""

from __future__ import annotations

import gc
import os
import tracemalloc
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.yaml_knowledge import load_knowledge
from bot.application.curation.validation import validate
from tests.work import calls_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.domain.problems import Problem

TODAY = date(2026, 2, 1)
MOST_CALLS = 6_000_000
"""Calls of Python and C functions: the same on a busy machine, unlike seconds. 9,000 things that each look at all
others make 81 million."""
PEAK_BYTES = 8_000_000
FILE = "faq/worth-it.yaml"


def problems_with(folder: Path, content: bytes) -> list[Problem]:
    (folder / FILE).write_bytes(content)
    return validate(load_knowledge(folder), TODAY)


def bomb() -> bytes:
    lines = ['a0: &a0 "lol"', *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))]
    return "\n".join(lines).encode()


def entry(**parts: str) -> bytes:
    whole = {"title": "T", "section": "S", "examples": "[is it good]", "answer": "Yes.", "source": "guide"} | parts
    return "".join(f"{key}: {value}\n" for key, value in whole.items()).encode()


def quoted_slot(number: int) -> str:
    return f'"{{x{number}}}"'


REFUSED: dict[str, tuple[bytes, str]] = {
    "an alias bomb": (bomb(), f"{FILE}:1: an anchor or alias (a0) is used; "),
    "a merge key": (b"<<: &x {a: b}\n", f"{FILE}:1: an anchor or alias (x) is used; "),
    "an alias of nothing": (b"title: *x\n", f"{FILE}:1: "),
    "deeply nested lists": (b"[" * 100_000, f"{FILE}:1: lists and mappings are nested over 10 deep; "),
    "deeply nested items": (b"- " * 100_000, f"{FILE}:1: lists and mappings are nested over 10 deep; "),
    "deeply nested mappings": (b"{a: " * 50_000, f"{FILE}:1: lists and mappings are nested over 10 deep; "),
    "deeply nested keys": (b"? " * 100_000, f"{FILE}:1: a list or mapping stands where a key belongs; "),
    "fifty megabytes": (b"x" * 50_000_000, f"{FILE}:1: the file has 50,000,000 bytes, 262,144 at most are read; "),
    "bad UTF-8": (b"title: T\nsection: \xff\n", f"{FILE}:2: a character is not UTF-8; "),
    "UTF-16": ("title: T\n".encode("utf-16"), f"{FILE}:1: a character is not UTF-8; "),
    "a Python tag": (b"title: !!python/object/apply:os.system [ls]\n", f"{FILE}:1: a tag (tag:yaml.org,2002:"),
    "a tag of its own": (b"title: T\nsection: !secret x\n", f"{FILE}:2: a tag (!secret) is used; "),
    "a null byte": (b"title: T\nsection: a\x00b\n", f"{FILE}:2: a control character (U+0000) stands here; "),
    "an escape sequence": (b"title: \x1b[31mred\n", f"{FILE}:1: a control character (U+001B) stands here; "),
    "an escaped escape sequence": (b'title: T\nsection: "\\e[31m"\n', f"{FILE}:2: a text holds a control character; "),
    "an escaped null byte": (b'title: "a\\0b"\n', f"{FILE}:1: a text holds a control character; "),
    "half a surrogate pair": (b'title: "\\ud800"\n', f"{FILE}:1: "),
    "line breaks that editors do not count": ("title: a\u2028section: b\n".encode(), f"{FILE}:1: a control character"),
    "a second document": (b"title: T\n---\ntitle: T\n", f"{FILE}:2: a second document starts (`---`); "),
    "brackets over many lines": (b"[\n" * 2_000, f"{FILE}:11: lists and mappings are nested over 10 deep; "),
    "tabs": (b"title: T\nexamples:\n\t- x\n", f"{FILE}:3: this is not valid YAML"),
    "an open quote": (b'title: "T\n', f"{FILE}:"),
    "a colon in a text": (b"title: a: b\n", f"{FILE}:1: this is not valid YAML"),
    "an endless list": (
        b"examples:\n" + b"- x\n" * 60_000,
        f"{FILE}:10000: the file has over 10,000 parts; split it up",
    ),
    "an endless mapping": (b"".join(b"k%d: v\n" % n for n in range(20_000)), f"{FILE}:10000: the file has over 10,000"),
    "a list of lists": (b"a: [" + b"[]," * 80_000 + b"]", f"{FILE}:1: the file has over 10,000 parts; split it up"),
    "nothing": (b"", f"{FILE}:1: keys with values belong here, not nothing; write lines of `key: value`"),
    "only comments": (b"# one\n# two\n", f"{FILE}:1: keys with values belong here, not nothing; "),
    "only a byte order mark": (b"\xef\xbb\xbf", f"{FILE}:1: keys with values belong here, not nothing; "),
    "a list at the top": (b"- title: T\n", f"{FILE}:1: keys with values belong here, not a list; "),
    "a text at the top": (b"hello\n", f"{FILE}:1: keys with values belong here, not a text; "),
    "a line of 200 KB": (b"title: " + b"x" * 200_000, f"{FILE}:1: title: the text has over 200 characters; shorten it"),
    "a key of 200 KB": (b"? " + b"x" * 200_000 + b"\n: y\n", f"{FILE}:1: {'x' * 37}...: `{'x' * 37}...` is no key"),
    "a number of 10,000 digits": (
        entry(title="1" * 10_000),
        f"{FILE}:1: title: the text has over 200 characters; shorten it",
    ),
    "a number as long as a number can be": (
        entry(title="1" * 60),
        f'{FILE}:1: title: `{"1" * 37}...` is read as a number, not as text; put it in quotes: "{"1" * 37}..."',
    ),
    "a key that is a list": (b"[a, b]: c\n", f"{FILE}:1: a list or mapping stands where a key belongs; "),
    "a key that is a number": (entry() + b"5: c\n", f"{FILE}:6: 5: `5` is no key of this file; remove it, or use one"),
    "the key on": (entry() + b"on: c\n", f"{FILE}:6: on: `on` is no key of this file; "),
    "no title": (entry(title=""), f"{FILE}:1: title: nothing stands here; write a text, or remove the line"),
    "a title of spaces": (entry(title='"  "'), f"{FILE}:1: title: nothing stands here; "),
    "a title of two lines": (entry(title='"a\\nb"'), f"{FILE}:1: title: this text has more than one line; "),
    "the title no": (
        entry(title="no"),
        f'{FILE}:1: title: `no` is read as yes or no, not as text; put it in quotes: "no"',
    ),
    "the title 1.10": (
        entry(title="1.10"),
        f'{FILE}:1: title: `1.10` is read as a number, not as text; put it in quotes: "1.10"',
    ),
    "the title 2026-01-09": (
        entry(title="2026-01-09"),
        f"{FILE}:1: title: `2026-01-09` is read as a date, not as text; ",
    ),
    "the title ~": (entry(title="~"), f"{FILE}:1: title: nothing stands here; "),
    "a list of a number": (entry(examples="[a, 1.10]"), f"{FILE}:3: examples.2: `1.10` is read as a number"),
    "a text instead of a list": (entry(examples="a"), f"{FILE}:3: examples: a list belongs here, not a text; "),
    "an empty list": (entry(examples="[]"), f"{FILE}:3: examples: nothing is listed here; write at least one"),
    "a source that is no id": (entry(source="The Guide"), f"{FILE}:5: source: `The Guide` is no id; "),
    "a source that is not there": (
        entry(source="giude"),
        f"{FILE}:5: source: `giude` is no source; did you mean `guide`?",
    ),
}


@pytest.mark.parametrize(("content", "told"), REFUSED.values(), ids=REFUSED)
def test_a_hostile_file_is_refused_at_its_line(knowledge_folder: Path, content: bytes, told: str) -> None:
    lines = [str(problem) for problem in problems_with(knowledge_folder, content)]
    assert [line for line in lines if line.startswith(told)], lines


MENDS = {
    "a colon in a text": (b"title: a: b\n", "put a text that holds ': ' in double quotes, and check the indent"),
    "a colon in an item": (
        b"examples:\n  - a: b: c\n",
        "put a text that holds ': ' in double quotes, and check the indent",
    ),
    "a tab": (b"title: T\nexamples:\n\t- x\n", "use spaces, not tabs, to indent"),
    "an at sign": (b"title: @x\n", "put a text that starts with a special character in double quotes"),
    "a percent sign in an item": (
        b"examples:\n  - %x\n",
        "put a text that starts with a special character in double quotes",
    ),
    "an open quote": (b'title: "T\n', "close the quote or bracket that was opened"),
    "an open brace": (b"title: {T\n", "close the quote or bracket that was opened"),
    "something else": (
        b'title: "a" b\n',
        "check the indent, colons and quotes of this line and the one before",
    ),
}


@pytest.mark.parametrize(("content", "mend"), MENDS.values(), ids=MENDS)
def test_what_is_no_yaml_is_told_with_its_mend(knowledge_folder: Path, content: bytes, mend: str) -> None:
    (knowledge_folder / FILE).write_bytes(content)
    (problem,) = (one for one in load_knowledge(knowledge_folder).problems if one.place.file == FILE)
    assert problem.what.startswith("this is not valid YAML")
    assert problem.mend == mend


HEAVY = {
    "spaces without end": lambda: b"title: " + b" " * 200_000 + b"x: y\n",
    "an alias bomb": bomb,
    "fifty megabytes": lambda: b"x" * 50_000_000,
    "deep nesting": lambda: b"[" * 260_000,
    "an endless list": lambda: b"examples:\n" + b"- x\n" * 60_000,
    "an endless mapping": lambda: b"".join(b"k%d: v\n" % n for n in range(20_000)),
    "a key that is repeated without end": lambda: b"k: v\n" * 50_000,
    "9,000 unknown keys": lambda: b"".join(b"titel%d: v\n" % n for n in range(9_000)),
    "9,000 related entries that are not there": lambda: entry(
        related=f"[{','.join(f'worth-i{n}' for n in range(9_000))}]"
    ),
    "9,000 equal examples": lambda: entry(examples=f"[{','.join(['is it good'] * 9_000)}]"),
    "9,000 examples with wrong slots": lambda: entry(examples=f"[{','.join(map(quoted_slot, range(9_000)))}]"),
    "a line of 200 KB": lambda: b"title: " + b"x" * 200_000,
    "digits without end": lambda: entry(answer="1" * 800, more='"' + "1" * 800 + '"'),
    "figures without end": lambda: entry(answer="$1 or " * 140, about="[acme-ml]"),
    "braces without end": lambda: entry(answer='"' + "{" * 890 + '"', more='"' + "{a}" * 290 + '"'),
}


@pytest.mark.parametrize("content", HEAVY.values(), ids=HEAVY)
def test_a_hostile_file_costs_little_work(knowledge_folder: Path, content: Callable[[], bytes]) -> None:
    problems_with(knowledge_folder, entry())  # the models are built on first use
    hostile = content()
    assert calls_of(lambda: problems_with(knowledge_folder, hostile)) < MOST_CALLS


@pytest.mark.parametrize("content", HEAVY.values(), ids=HEAVY)
def test_a_hostile_file_costs_little_memory(knowledge_folder: Path, content: Callable[[], bytes]) -> None:
    (knowledge_folder / FILE).write_bytes(content())
    gc.collect()
    tracemalloc.start()
    try:
        validate(load_knowledge(knowledge_folder), TODAY)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < PEAK_BYTES


ACCEPTED = {
    "a byte order mark": b"\xef\xbb\xbf" + entry(),
    "Windows line ends": entry().replace(b"\n", b"\r\n"),
    "a document start": b"---\n" + entry(),
    "a quoted no": entry(title='"no"'),
    "a time of day": entry(title="12:30"),
    "another script": entry(title="\u4f60\u597d \U0001f44b"),
}


@pytest.mark.parametrize("content", ACCEPTED.values(), ids=ACCEPTED)
def test_a_file_that_only_looks_odd_is_read(knowledge_folder: Path, content: bytes) -> None:
    (knowledge_folder / "advice/begin.yaml").unlink()
    (knowledge_folder / "advice/checks/begin.yaml").unlink()
    assert problems_with(knowledge_folder, content) == []


def test_lines_are_counted_alike_with_windows_line_ends(knowledge_folder: Path) -> None:
    content = entry(source="giude").replace(b"\n", b"\r\n")
    assert [problem.place.line for problem in problems_with(knowledge_folder, content)] == [5]


NO_FILES: dict[str, Callable[[Path], None]] = {
    "a pipe": os.mkfifo,
    "a folder": lambda path: path.mkdir(),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
    "a link to an endless device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("make", NO_FILES.values(), ids=NO_FILES)
@pytest.mark.parametrize("name", ["faq/odd.yaml", "sources.yaml", "faq/checks/worth-it.yaml", "odd.yaml"])
def test_what_is_no_file_is_named(knowledge_folder: Path, make: Callable[[Path], None], name: str) -> None:
    (knowledge_folder / name).unlink(missing_ok=True)
    make(knowledge_folder / name)
    assert name in {problem.place.file for problem in load_knowledge(knowledge_folder).problems}


def test_a_name_that_is_no_utf_8_can_be_printed(knowledge_folder: Path) -> None:
    path = os.fsencode(knowledge_folder) + b"/faq/\xff.yaml"
    with open(path, "wb") as stream:  # noqa: PTH123 - a Path cannot be made of bytes
        stream.write(b"title: T")
    files = [problem.place.file.encode("utf-8") for problem in load_knowledge(knowledge_folder).problems]
    assert files == [b"faq/\\udcff.yaml"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
@pytest.mark.parametrize("file", ["cards/acme-ml.yaml", "faq/checks/worth-it.yaml", "vocabulary.yaml"])
def test_any_text_gives_a_draft(knowledge_folder: Path, file: str, text: str) -> None:
    (knowledge_folder / file).write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
    for problem in validate(load_knowledge(knowledge_folder), TODAY):
        assert problem.place.line >= 1
        assert problem.mend
        assert "\n" not in str(problem)


SIGNS = st.sampled_from(
    [*list("[]{}:,-?!&*|>'\"%@#~ \n\t"), "a", "1", "no", "\n  ", ": ", "- ", "title", "ask", "{a.b}"]
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(signs=st.lists(SIGNS, max_size=60))
@pytest.mark.parametrize("file", ["faq/worth-it.yaml", "faq/checks/worth-it.yaml"])
def test_any_row_of_yamls_own_signs_gives_a_draft(knowledge_folder: Path, file: str, signs: list[str]) -> None:
    (knowledge_folder / file).write_text("".join(signs), encoding="utf-8")
    for problem in validate(load_knowledge(knowledge_folder), TODAY):
        assert problem.mend
        assert "\n" not in str(problem)
