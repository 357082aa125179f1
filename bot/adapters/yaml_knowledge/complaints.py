"""Turns what pydantic finds wrong into words a moderator can act on."""

from __future__ import annotations

import typing
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, RootModel

from bot.adapters.yaml_knowledge.document import dotted, shown
from bot.adapters.yaml_knowledge.fields import ID_PATTERN, PAGE_PATTERN
from bot.domain.nearest import did_you_mean
from bot.domain.problems import MOST_IN_ONE_FILE, Place, Problem

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from bot.adapters.yaml_knowledge.document import Document, KeyPath


def complaints(error: ValidationError, document: Document, file: str, model: type[BaseModel]) -> list[Problem]:
    """One problem for each of pydantic's errors, in the order of lines."""
    details = [detail for detail in error.errors(include_url=False) if not _follows(detail)]
    problems = sorted({_complain(detail, document, file, model) for detail in details[:MOST_IN_ONE_FILE]})
    if len(details) > MOST_IN_ONE_FILE:
        what = f"{len(details) - MOST_IN_ONE_FILE} more problems are in this file"
        problems.append(Problem(Place(file), what, "mend the others first; is it the right kind of file?"))
    return problems


def _follows(detail: ErrorDetails) -> bool:
    """Whether a list is only too short because its items, which have errors of their own, do not count."""
    return detail["type"] == "too_short" and bool(detail["input"])


def without_unknown_keys(error: ValidationError, value: Any) -> Any:
    """A copy of the value in which no key is unknown; the same value where another error keeps it unusable."""
    details = error.errors(include_url=False, include_context=False, include_input=False)
    if any(detail["type"] != "extra_forbidden" for detail in details):
        return value
    return _pruned(value, {detail["loc"] for detail in details}, ())


def _pruned(value: Any, paths: set[KeyPath], here: KeyPath) -> Any:
    if isinstance(value, dict):
        return {key: _pruned(part, paths, (*here, key)) for key, part in value.items() if (*here, key) not in paths}
    if isinstance(value, list):
        return [_pruned(part, paths, (*here, at)) for at, part in enumerate(value)]
    return value


def _complain(detail: ErrorDetails, document: Document, file: str, model: type[BaseModel]) -> Problem:
    path: KeyPath = tuple(part for part in detail["loc"] if part != "[key]")
    context = detail.get("ctx", {})
    if detail["type"] == "refused":
        path = (*path, context["key"]) if context["key"] else path
        return Problem(Place(file, document.line(path), dotted(path)), context["what"], context["mend"])
    place = Place(file, document.line(path), dotted(path))
    key = str(path[-1]) if path else ""
    if detail["type"] == "missing":
        return Problem(place, "this is missing", f"add a line `{key}: ...`")
    if detail["type"] == "extra_forbidden":
        known = _keys_at(path[:-1], model)
        mend = did_you_mean(key, known, f"remove it, or use one of: {', '.join(sorted(known))}")
        return Problem(place, f"`{shown(key)}` is no key of this file", mend)
    what, mend = _type_complaint(detail, _raw(document, path), _choices_at(path, model))
    return Problem(place, what, mend)


def _raw(document: Document, path: KeyPath) -> str | None:
    """What was written there, or, where a single value stands for a list of one, in the place of the list."""
    raw = document.raw.get(path)
    if raw is None and path and path[-1] == 0 and path not in document.lines:
        return document.raw.get(path[:-1])
    return raw


def _type_complaint(detail: ErrorDetails, raw: str | None, choices: str) -> tuple[str, str]:
    """What is wrong with a value, and the mend; ``choices`` are the values that are allowed, where they are few."""
    kind, given, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "string_type":
        return _no_text(given, raw)
    if kind in _SHAPES:
        belongs, mend = _SHAPES[kind]
        return f"{belongs} here, not {_type_name(given)}", mend
    if kind == "string_pattern_mismatch":
        return _no_match(shown(given), context.get("pattern"))
    quoted = f"`{shown(raw if raw is not None else str(given))}`"
    sentences = {
        "literal_error": (f"{quoted} is none of {choices}", "write one of them"),
        "string_too_long": (f"the text has over {context.get('max_length')} characters", "shorten it"),
        "string_too_short": _NOTHING,
        "too_short": ("nothing is listed here", "write at least one"),
        "date": (f"{quoted} is no date", "write year-month-day, e.g. 2026-01-31"),
    }
    otherwise = (f"{quoted}: {detail['msg'][0].lower()}{detail['msg'][1:]}", "see the format in docs/knowledge.md")
    return sentences.get("date" if kind.startswith("date") else kind, otherwise)


def _no_match(quoted: str, pattern: str | None) -> tuple[str, str]:
    if pattern == ID_PATTERN:
        return f"`{quoted}` is no id", "write lower-case words joined by `-`, like a file's name"
    if pattern == PAGE_PATTERN:
        return f"`{quoted}` is no address of a page", "write the whole address: https://..."
    if not quoted:
        return _NOTHING
    return "this text has more than one line", "write it on one line"


_NOTHING = ("nothing stands here", "write a text, or remove the line")
_MAPPING = ("keys with values belong", "write lines of `key: value`")
_LIST = ("a list belongs", "write one item a line, each starting with `- `")
_SHAPES = {
    "tuple_type": _LIST,
    "list_type": _LIST,
    "model_type": _MAPPING,
    "dict_type": _MAPPING,
    "model_attributes_type": _MAPPING,
}


def _no_text(given: Any, raw: str | None) -> tuple[str, str]:
    if given is None:
        return _NOTHING
    if raw is not None:
        return f"`{shown(raw)}` is read as {_type_name(given)}, not as text", f'put it in quotes: "{shown(raw)}"'
    return f"a text belongs here, not {_type_name(given)}", "put it in quotes if it holds `: `, `- ` or `{`"


def _type_name(value: Any) -> str:
    names = {bool: "yes or no", int: "a number", float: "a number", dict: "keys with values", str: "a text"}
    if value is None:
        return "nothing"
    return names.get(type(value), "a list" if isinstance(value, list | tuple) else "a date")


def _keys_at(path: KeyPath, model: type[BaseModel]) -> set[str]:
    """The keys the format allows at a path."""
    found = _model_at(path, model)
    if found is None:
        return set()
    return {info.alias or name for name, info in found.model_fields.items()}


def _model_at(path: KeyPath, annotation: Any) -> type[BaseModel] | None:
    """The model that describes what stands at a path; None where that is no mapping of known keys."""
    found = _annotation_at(path, annotation)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _choices_at(path: KeyPath, annotation: Any) -> str:
    """The values allowed at a path as people list them; empty where any of a type is."""
    found = _annotation_at(path, annotation)
    if typing.get_origin(found) is not typing.Literal:
        return ""
    *others, last = (f"`{value}`" for value in typing.get_args(found))
    return f"{', '.join(others)} or {last}" if others else last


def _annotation_at(path: KeyPath, annotation: Any) -> Any:
    """Follow a path through the fields' types, to a model, a literal or a plain type."""
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        return _annotation_at(path, annotation.model_fields["root"].annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if not path:
            return annotation
        name = "from_" if path[0] == "from" else str(path[0])
        info = annotation.model_fields.get(name)
        return _annotation_at(path[1:], info.annotation) if info else None
    inner = [part for part in typing.get_args(annotation) if part not in (type(None), Ellipsis)]
    origin = typing.get_origin(annotation)
    if not inner or origin is typing.Literal:
        return annotation
    if origin is dict:
        return _annotation_at(path[1:], inner[1])
    return _annotation_at(path[1:] if origin is tuple else path, inner[0])
