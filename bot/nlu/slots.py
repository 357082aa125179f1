"""The slots that examples may hold; recognised entities are replaced by them before matching."""

from __future__ import annotations

from enum import StrEnum


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    CERTIFICATION = "certification"
    """A reviewed certification or program."""
    OUTSIDE = "outside"
    """A certification that is not reviewed."""
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
