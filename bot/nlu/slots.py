"""The slots that examples may hold; recognised entities are replaced by them before matching."""

from __future__ import annotations

from enum import StrEnum


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    CERTIFICATION = "certification"
    """A certification or program of which something is known, reviewed or not."""
    OUTSIDE = "outside"
    """A certification of which nothing but the name is known."""
    VENDOR = "vendor"
    """A vendor or cloud by its bare name."""
    TIER = "tier"
    MONEY = "money"
    TIME = "time"
    PACE = "pace"
    """Hours a week, and the like."""

    @property
    def slot(self) -> str:
        """The token that stands for it, e.g. ``{money}``."""
        return f"{{{self.value}}}"


SLOTS = frozenset(kind.slot for kind in EntityKind)
