"""The kinds of knowledge file: which folder, or single file, has which shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.adapters.yaml_knowledge import card_models, models
from bot.adapters.yaml_knowledge.check_models import ChecksFile
from bot.adapters.yaml_knowledge.collected_models import CollectedFile, ConversationsFile

if TYPE_CHECKING:
    from pydantic import BaseModel

CHECKS, MEASURED = "checks", "measured"
"""Names of the folders, beside the files of a kind, with a file of checks for each of them: what is promised, and what
is counted only."""
SCHEMAS = "schema"
"""Folder of the JSON Schemas; no knowledge."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A folder of small files, or one file, with the model of its shape."""

    name: str
    """Folder, or the file's name without .yaml."""
    model: type[BaseModel]
    single: bool = False
    """Whether it is one file at the top rather than a folder."""
    required: bool = False
    """Whether nothing works without at least one such file."""
    checked: bool = False
    """Whether each file needs a file of checks."""
    own_checks: bool = False
    """Whether its checks stand by themselves, rather than checking the file of the same name."""


KINDS: tuple[FileKind, ...] = (
    FileKind("sources", card_models.SourcesFile, single=True, required=True),
    FileKind("vocabulary", models.VocabularyFile, single=True, required=True),
    FileKind("not-covered", card_models.NotCoveredFile, single=True, required=True),
    FileKind("vendors", card_models.VendorFile, required=True),
    FileKind("cards", card_models.CardFile, required=True, checked=True),
    FileKind("outside", card_models.OutsideFile),
    FileKind("attributes", models.AttributeFile, required=True, checked=True),
    FileKind("requests", models.RequestFile, required=True, checked=True),
    FileKind("rules", models.RuleFile),
    FileKind("paths", models.PathFile),
    FileKind("form", models.QuestionFile),
    FileKind("faq", models.AnswerFile, checked=True),
    FileKind("advice", models.AnswerFile, checked=True),
    FileKind("unknowns", models.UnknownFile, checked=True),
    FileKind("smalltalk", models.SaidFile, checked=True),
    FileKind("off-topic", models.SaidFile, checked=True),
    FileKind("messages", CollectedFile),
    FileKind("conversations", ConversationsFile, own_checks=True),
)
BY_NAME: dict[str, FileKind] = {kind.name: kind for kind in KINDS}
CHECKS_KIND = FileKind(CHECKS, ChecksFile)


def schema_names() -> dict[str, type[BaseModel]]:
    """Name of each schema file, without .json, and the model it is made from."""
    named: dict[str, Any] = {kind.name: kind.model for kind in KINDS}
    return {**named, CHECKS: ChecksFile}
