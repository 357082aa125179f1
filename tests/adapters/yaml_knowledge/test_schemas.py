"""The JSON Schemas that editors use say what the loader says."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bot.adapters.yaml_knowledge.card_models import CardFile
from bot.adapters.yaml_knowledge.check_models import CheckModel
from bot.adapters.yaml_knowledge.schema import schemas, write_schemas
from bot.domain.certification import CardKind
from bot.domain.reply import ReplyKind

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"
STEP = "the schemas are out of step with the models: run `make schema`"


def test_the_schemas_in_the_repository_are_those_of_the_models() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in (KNOWLEDGE / "schema").iterdir()}
    assert kept == schemas(), STEP


def test_writing_the_schemas_makes_the_folder_and_its_files(tmp_path: Path) -> None:
    write_schemas(tmp_path / "new" / "schema")
    names = {path.name for path in (tmp_path / "new" / "schema").iterdir()}
    assert {"cards.json", "checks.json", "faq.json", "sources.json"} <= names


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_is_a_sound_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schemas()[name]))


def _with_dates_as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_dates_as_text(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_dates_as_text(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _schema_of(path: Path) -> str:
    inside = path.relative_to(KNOWLEDGE)
    if inside.parent.name in ("checks", "measured"):
        return "checks"
    return inside.stem if len(inside.parts) == 1 else inside.parts[0]


@lru_cache
def _validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((KNOWLEDGE / "schema" / f"{name}.json").read_text("utf-8")))


FILES = sorted(KNOWLEDGE.rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(KNOWLEDGE).as_posix() for path in FILES])
def test_a_file_of_the_knowledge_fits_its_schema(path: Path) -> None:
    value = _with_dates_as_text(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    _validator(_schema_of(path)).validate(value)


def test_a_schema_refuses_an_unknown_key() -> None:
    with pytest.raises(jsonschema.ValidationError) as refused:
        jsonschema.validate({"name": "Acme", "naem": "Acme"}, json.loads(schemas()["vendors.json"]))
    assert refused.value.validator == "additionalProperties"


def test_a_schema_refuses_an_unknown_kind_of_reply() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([{"ask": "hello", "kind": "smaltalk"}], json.loads(schemas()["checks.json"]))


def test_the_kinds_of_reply_that_checks_may_name_are_those_there_are() -> None:
    schema = CheckModel.model_json_schema()["properties"]["kind"]["anyOf"][0]
    assert sorted(schema["enum"]) == sorted(ReplyKind)


def test_the_kinds_of_card_that_files_may_name_are_those_there_are() -> None:
    kinds = CardFile.model_json_schema()["properties"]["kind"]["enum"]
    assert sorted(kinds) == sorted(set(CardKind) - {CardKind.OUTSIDE})
