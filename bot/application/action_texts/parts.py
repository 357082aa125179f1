"""Ways of writing values as short texts, from which they are read again.

Texts are ASCII. "," stands between the members of a tuple, ";" between the fields of a record, "(" and ")" around a
record within another; words are percent-encoded, so that they hold none of these.
"""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from urllib.parse import quote, unquote

from bot.application.action_texts.reading import count, day, number, split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

WIDTH = 4
"""Characters that stand for an id, 24 bits of its hash: ids themselves are up to 40 long."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """How values of one kind are written and read."""

    write: Callable[[T], str]
    read: Callable[[str], T]
    """Raises ValueError for what none is written as."""


NUMBER: Part[float] = Part(lambda value: f"{value!r}".removesuffix(".0"), number)
COUNT: Part[int] = Part(lambda value: str(value) if value else "", count)
DAY: Part[date] = Part(date.isoformat, day)
WORDS: Part[str] = Part(lambda value: quote(value, safe="", errors="replace"), unquote)


def one_of(values: Mapping[str, T]) -> Part[T]:
    """One of a few values by its sign."""
    signs = {value: sign for sign, value in values.items()}

    def _read(text: str) -> T:
        if text not in values:
            raise ValueError(text)
        return values[text]

    return Part(lambda value: signs[value], _read)


FLAG = one_of({"": False, "1": True})


def or_else(part: Part[T], default: T) -> Part[T]:
    """The same, with nothing written for the default."""
    return Part(
        lambda value: "" if value == default else part.write(value), lambda text: part.read(text) if text else default
    )


def maybe(part: Part[T]) -> Part[T | None]:
    """The same, with nothing written for None."""
    return Part(
        lambda value: "" if value is None else part.write(value), lambda text: part.read(text) if text else None
    )


def many(part: Part[T]) -> Part[tuple[T, ...]]:
    """A tuple of values none of which is written as nothing."""
    return Part(
        lambda values: ",".join(part.write(value) for value in values),
        lambda text: tuple(part.read(piece) for piece in split(text, ",")) if text else (),
    )


def in_any_order(part: Part[tuple[str, ...]]) -> Part[frozenset[str]]:
    """A set, written in the order of its members."""
    return Part(lambda values: part.write(tuple(sorted(values))), lambda text: frozenset(part.read(text)))


def only(part: Part[T], fits: Callable[[T], bool]) -> Part[T]:
    """The same, of which nothing else is read."""

    def _read(text: str) -> T:
        value = part.read(text)
        if not fits(value):
            raise ValueError(text)
        return value

    return Part(part.write, _read)


def at_least(part: Part[tuple[T, ...]], least: int) -> Part[tuple[T, ...]]:
    """The same, of which fewer are not read."""
    return only(part, lambda values: len(values) >= least)


def bracketed(part: Part[T]) -> Part[T]:
    """A record as part of something else."""

    def _read(text: str) -> T:
        if not (text.startswith("(") and text.endswith(")")):
            raise ValueError(text)
        return part.read(text[1:-1])

    return Part(lambda value: f"({part.write(value)})", _read)


# Any: the parts of one record are of different types, which no mapping can say.
def record(make: Callable[..., T], parts: Mapping[str, Part[Any]]) -> Part[T]:
    """Fields in their order; those at the end that are written as nothing are left out."""

    def _read(text: str) -> T:
        pieces = split(text, ";")
        if len(pieces) > len(parts):
            raise ValueError(text)
        pieces += [""] * (len(parts) - len(pieces))
        return make(**{name: part.read(piece) for (name, part), piece in zip(parts.items(), pieces, strict=True)})

    def _write(value: T) -> str:
        return ";".join(part.write(getattr(value, name)) for name, part in parts.items()).rstrip(";")

    return Part(_write, _read)


def ids_of(known: Iterable[str]) -> Part[tuple[str, ...]]:
    """Ids of one kind, a few characters each; what is not known is not read."""
    ids = _by_short_form(known)
    shorts = {id_: short for short, id_ in ids.items()}

    def _read(text: str) -> tuple[str, ...]:
        pieces = [text[at : at + WIDTH] for at in range(0, len(text), WIDTH)]
        if any(piece not in ids for piece in pieces):
            raise ValueError(text)
        return tuple(ids[piece] for piece in pieces)

    return Part(lambda values: "".join(shorts[value] for value in values), _read)


def one_id(part: Part[tuple[str, ...]]) -> Part[str]:
    """One id of a kind."""

    def _read(text: str) -> str:
        (value,) = part.read(text)  # ValueError where it is another number of them
        return value

    return Part(lambda value: part.write((value,)), _read)


def _by_short_form(known: Iterable[str]) -> dict[str, str]:
    """A short form for each id. Of two that would share one each gets another, and what was written before is lost."""
    found: dict[str, str] = {}
    left, salt = sorted(set(known)), ""
    while left:
        groups: dict[str, list[str]] = defaultdict(list)
        for id_ in left:
            digest = hashlib.sha256((id_ + salt).encode()).digest()
            groups[base64.urlsafe_b64encode(digest)[:WIDTH].decode()].append(id_)
        alone = {short: ids[0] for short, ids in groups.items() if len(ids) == 1 and short not in found}
        found |= alone
        left, salt = sorted(set(left).difference(alone.values())), salt + "~"
    return found
