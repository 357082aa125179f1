"""Puts the events of PyYAML's parser together, under limits and in one pass, so that hostile input stops early.

PyYAML's own constructors are not used: they expand aliases, let the last of two equal keys win, and turn ``no`` into
False.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from bot.adapters.yaml_knowledge.document import Document, KeyPath, UnreadableError, shown
from bot.adapters.yaml_knowledge.scalars import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 10
"""Lists and mappings inside one another; the format itself needs six."""
TOO_DEEP = (f"lists and mappings are nested over {MAX_DEPTH} deep", "flatten them")
"""What is wrong, and the mend."""
MAX_PARTS = 10_000
"""Keys, values and list items of one file: ten times what the longest list of the guide's own knowledge has."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What no editor shows; line breaks that only some programs know would make line numbers wrong as well."""


class Composer:
    """A stack of open lists and mappings."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._stack: list[tuple[Any, KeyPath]] = []
        self._key: list[str | None] = []
        self._parts = 0

    def open(self, container: Any, line: int) -> None:
        """Enter a list or a mapping."""
        if len(self._stack) >= MAX_DEPTH:
            raise UnreadableError(line, *TOO_DEEP)
        path = self._place(container, line)
        self._stack.append((container, path))
        self._key.append(None)

    def close(self) -> None:
        """Leave the innermost list or mapping."""
        self._stack.pop()
        self._key.pop()

    def scalar(self, text: str, line: int, *, plain: bool) -> None:
        """A key, or a value."""
        if _CONTROL.search(text):
            raise UnreadableError(line, "a text holds a control character", "remove it, or what was typed for it")
        if self._stack and isinstance(self._stack[-1][0], dict) and self._key[-1] is None:
            self._start_key(text, line)
            return
        value = value_of(text) if plain else text
        path = self._place(value, line)
        if not isinstance(value, str):
            self._document.raw[path] = text

    def _start_key(self, key: str, line: int) -> None:
        mapping, path = self._stack[-1]
        here = (*path, key)
        if key in mapping:
            self._document.repeated.append((here, line, self._document.lines[here]))
        self._key[-1] = key
        self._document.lines[here] = line

    def _place(self, value: Any, line: int) -> KeyPath:
        self._parts += 1
        if self._parts > MAX_PARTS:
            raise UnreadableError(line, f"the file has over {MAX_PARTS:,} parts", "split it up")
        if not self._stack:
            self._document.value = value
            self._document.lines[()] = line
            return ()
        container, path = self._stack[-1]
        if isinstance(container, dict):
            key = self._key[-1]
            if key is None:
                raise UnreadableError(line, "a list or mapping stands where a key belongs", "write `key: value`")
            self._key[-1] = None
            container[key] = value
            return (*path, key)
        container.append(value)
        here = (*path, len(container) - 1)
        self._document.lines[here] = line
        return here


def compose(events: Iterator[yaml.Event], document: Document) -> None:
    """Fill a document; raises UnreadableError, or what PyYAML raises."""
    composer, documents = Composer(document), 0
    for event in events:
        line = event.start_mark.line + 1 if event.start_mark else 1
        _refuse_magic(event, line)
        match event:
            case yaml.DocumentStartEvent():
                documents += 1
                if documents > 1:
                    raise UnreadableError(line, "a second document starts (`---`)", "make it a file of its own")
            case yaml.MappingStartEvent():
                composer.open({}, line)
            case yaml.SequenceStartEvent():
                composer.open([], line)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                composer.close()
            case yaml.ScalarEvent():
                composer.scalar(event.value, line, plain=event.implicit[0])


def refuse_control_characters(text: str) -> None:
    """Raise UnreadableError for the first character that no text needs; YAML's own words for it tell no line."""
    found = _CONTROL.search(text.replace("\r\n", " \n"))
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        what = f"a control character (U+{ord(found[0]):04X}) stands here"
        raise UnreadableError(line, what, "remove it or type the text again")


def _refuse_magic(event: yaml.Event, line: int) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor is not None:
        what = f"an anchor or alias ({shown(anchor)}) is used"
        raise UnreadableError(line, what, "write it out, or put a text that starts with & or * in quotes")
    if tag is not None:
        mend = "remove it, or put a text that starts with ! in quotes"
        raise UnreadableError(line, f"a tag ({shown(tag)}) is used", mend)
