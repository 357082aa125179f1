"""Writes the JSON Schemas that editors use to help with the knowledge files: ``python -m ... FOLDER``."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from bot.adapters.yaml_knowledge.kinds import schema_names

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Name of each schema file and its text."""
    return {f"{name}.json": _text(model.model_json_schema(by_alias=True)) for name, model in schema_names().items()}


def _text(schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": DIALECT, **schema}, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> None:
    """Write every schema into a folder, creating it where need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
