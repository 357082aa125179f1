"""Gathers the files of a knowledge folder, what is wrong with each, and where its parts stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pydantic import ValidationError

from bot.adapters.yaml_knowledge.complaints import complaints, without_unknown_keys
from bot.adapters.yaml_knowledge.document import Document, UnreadableError, dotted
from bot.adapters.yaml_knowledge.kinds import BY_NAME, FileKind
from bot.adapters.yaml_knowledge.layout import SUFFIX
from bot.adapters.yaml_knowledge.reading import read_document
from bot.domain.problems import MOST_IN_ONE_FILE, Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel


@dataclass
class Reader:
    """Gathers documents and problems while files are read."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    documents: dict[tuple[str, str], tuple[str, Document]] = field(default_factory=dict)
    """(kind, name) -> file and document."""
    unread: set[str] = field(default_factory=set)
    unopened: list[Problem] = field(default_factory=list)
    """Files that could not be opened."""

    def read(self, path: Path, kind: FileKind, place_kind: str) -> BaseModel | None:
        """The model of one file; None, and problems, where it is unsound."""
        file = path.relative_to(self.root).as_posix()
        document = self._document(path, file)
        if document is None:
            return None
        self.documents[place_kind, path.stem] = (file, document)
        for repeated, line, first in document.repeated[:MOST_IN_ONE_FILE]:
            what, mend = f"this key is already on line {first}", "keep one of the two"
            self.problems.append(Problem(Place(file, line, dotted(repeated)), what, mend))
        try:
            return kind.model.model_validate(document.value)
        except ValidationError as error:
            self.problems += complaints(error, document, file, kind.model)
            return _salvaged(error, document, kind)

    def _document(self, path: Path, file: str) -> Document | None:
        try:
            return read_document(path)
        except UnreadableError as error:
            self.problems.append(Problem(Place(file, error.line), error.what, error.mend))
        except OSError as error:
            what = f"the file cannot be read ({error.strerror})"
            self.unopened.append(Problem(Place(file), what, "check that it is there and its permissions"))
        return None

    def place(self, kind: str, name: str, *path: str | int) -> Place:
        """See ``bot.domain.draft.Places``."""
        if (kind, name) not in self.documents:
            single = kind in BY_NAME and BY_NAME[kind].single
            return Place(kind + SUFFIX if single else f"{kind}/{name}{SUFFIX}", 1, dotted(path))
        file, document = self.documents[kind, name]
        found = document.locate(path)
        return Place(file, document.line(found), dotted(found))


def _salvaged(error: ValidationError, document: Document, kind: FileKind) -> BaseModel | None:
    """The model without the keys that nobody knows: what else is wrong with it is told in the same run."""
    value = without_unknown_keys(error, document.value)
    try:
        return None if value is document.value else kind.model.model_validate(value)
    except ValidationError:
        return None
