"""One YAML file as plain values, with the line on which each part of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

KeyPath = tuple[str | int, ...]
SHOWN_CHARACTERS = 40


class UnreadableError(Exception):
    """The file as a whole cannot be used: ``what`` is wrong at ``line``, and how to ``mend`` it."""

    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(f"line {line}: {what}; {mend}")
        self.line, self.what, self.mend = line, what, mend


@dataclass
class Document:
    """One file: its value, and where each part of it stands."""

    value: Any = None
    """Mappings, lists, strings, numbers, booleans, dates and None, inside one another."""
    lines: dict[KeyPath, int] = field(default_factory=dict)
    """Path of keys and indices -> line, counted from 1."""
    raw: dict[KeyPath, str] = field(default_factory=dict)
    """Path -> what was written, where YAML makes something else of it than a string."""
    repeated: list[tuple[KeyPath, int, int]] = field(default_factory=list)
    """Keys written a second time in the same mapping, the line, and the line before that has it."""

    def line(self, path: KeyPath) -> int:
        """The line of a path, or of the nearest part around it that is there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def locate(self, path: KeyPath) -> KeyPath:
        """A path with names in the place of indices, made plain.

        In a list a name stands for the item that is, or is called, so; in a mapping without such a key for the item
        that is so in one of its lists. What is not found ends the path.
        """
        found: KeyPath = ()
        value = self.value
        for part in path:
            step = _step(value, part)
            if step is None:
                break
            found += step
            for key in step:
                value = value[key]
        return found


def _step(value: Any, part: str | int) -> KeyPath | None:
    if isinstance(value, list):
        if isinstance(part, int):
            return (part,) if part < len(value) else None
        names = (item.get("name") if isinstance(item, dict) else item for item in value)
        return next(((at,) for at, name in enumerate(names) if name == part), None)
    if not isinstance(value, dict):
        return None
    if part in value:
        return (part,)
    lists = ((key, items) for key, items in value.items() if isinstance(items, list))
    return next(((key, items.index(part)) for key, items in lists if part in items), None)


def shown(text: str) -> str:
    """A text of a file, or a file's name, on one short line: it may hold anything."""
    line = " ".join(text.split())
    line = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in line[:200])
    return line if len(line) <= SHOWN_CHARACTERS else line[: SHOWN_CHARACTERS - 3] + "..."


def dotted(path: KeyPath) -> str:
    """A path as people read it: ``facts.cost.value``, list items counted from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else shown(part) for part in path)
