"""Where a fact comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - a field's type, read at run time


@dataclass(frozen=True, slots=True)
class Source:
    """Something that was read to learn a fact."""

    id: str
    title: str
    published: date
    """When it was published or, for a page without a date, read."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Vendor:
    """A company or university behind certifications, or a platform that carries them."""

    id: str
    name: str
    aliases: tuple[str, ...]
    """Other ways people write it, lower case; the name itself need not be among them."""
    default: str | None = None
    """Id of the certification meant by "the <vendor> cert"; None where no one is."""
