"""Reads one YAML file; refuses what could harm or mislead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from bot.adapters.yaml_knowledge.composing import compose, refuse_control_characters
from bot.adapters.yaml_knowledge.document import Document, UnreadableError
from bot.adapters.yaml_knowledge.explaining import INVALID, explain

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 256 * 1024
"""Ten times the largest file of the guide's own knowledge; larger is a mistake or an attack, and is not even read."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_document(path: Path) -> Document:
    """Read one file; raises UnreadableError for what is no YAML, too large, too deep, or uses anchors or tags."""
    if not path.is_file():
        raise UnreadableError(1, "this is no file", "remove it, or rename it")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise UnreadableError(1, f"the file has {size:,} bytes, {MAX_BYTES:,} at most are read", "split it up")
    with path.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)  # it may grow meanwhile, or tell no size
    if len(raw) > MAX_BYTES:
        raise UnreadableError(1, f"the file has over {MAX_BYTES:,} bytes", "split it up")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableError(line, "a character is not UTF-8", "save the file with the encoding UTF-8") from None
    return parse_document(text)


def parse_document(text: str) -> Document:
    """Put the events of a text together; raises UnreadableError."""
    refuse_control_characters(text)
    document = Document()
    try:
        compose(yaml.parse(text, Loader=_LOADER), document)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableError(*explain(text, mark.line + 1 if mark else 1, error.problem or "")) from None
    except yaml.YAMLError:
        raise UnreadableError(1, INVALID, "compare it with a file beside it") from None
    return document
