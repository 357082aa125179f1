"""Learning paths: certifications in an order that tells a coherent story (the guide's stacks)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path."""

    text: str
    """What to do, as part of a sentence."""
    certifications: tuple[str, ...] = ()
    """Ids of the cards that take it."""


@dataclass(frozen=True, slots=True)
class LearningPath:
    """Steps in their order."""

    id: str
    title: str
    section: str
    suits: tuple[str, ...]
    """Ids of rules; the path is for people of whom one applies."""
    steps: tuple[Step, ...]
    source: str

    def place_of(self, certification: str) -> int | None:
        """The index of the first step that a certification takes; None where it takes none."""
        return next((at for at, step in enumerate(self.steps) if certification in step.certifications), None)
