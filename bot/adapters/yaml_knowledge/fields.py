"""The types that the fields of the knowledge files have."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_ID = 64
PAGE_PATTERN = r"^https://[^\s/]+\.[^\s]+$"
_SOMETHING = r"\S"
_ONE_LINE = r"^[^\r\n]*\S[^\r\n]*$"
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
LEAP_YEAR = 2024
"""A year in which every day of the calendar occurs."""
FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years outside are slips of the finger; such a fact would never, or always, be shown."""


def refusal(what: str, mend: str, key: str = "") -> PydanticCustomError:
    """The error of a value that is wrong in a way of its own; ``key`` names the field inside it that is meant."""
    return PydanticCustomError("refused", "{what}", {"what": what, "mend": mend, "key": key})


def _day(value: Any) -> Any:
    """A date, quoted or not. Pydantic itself would take a number for seconds since 1970."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) and _ISO.fullmatch(value) else value
    except ValueError:
        day = None
    if not isinstance(day, date) or isinstance(day, datetime):
        raise PydanticCustomError("date_refused", "no date")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise refusal(f"the year {day.year} cannot be right", f"write a day from {FIRST_YEAR} to {LAST_YEAR}")
    return day


def _day_of_year(value: Any) -> Any:
    """Month and day; the 29th of February is one."""
    try:
        date.fromisoformat(f"{LEAP_YEAR}-{value}")
    except ValueError:
        raise refusal(f"`{value}` is no day of the year", "write month and day, such as 12-25") from None
    return value


def _listed(value: Any) -> Any:
    """A single value counts as a list of one."""
    return value if isinstance(value, list | tuple | dict) or value is None else (value,)


Text = Annotated[str, Field(min_length=1, max_length=2_000, pattern=_SOMETHING)]
Line = Annotated[str, Field(min_length=1, max_length=200, pattern=_ONE_LINE)]
Short = Annotated[str, Field(min_length=1, max_length=32, pattern=_ONE_LINE)]
Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=LONGEST_ID, description="the name of a file, without .yaml")]
Page = Annotated[str, Field(pattern=PAGE_PATTERN, max_length=200)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
DayOfYear = Annotated[str, BeforeValidator(_day_of_year), Field(description="month and day, such as 12-25")]
Lines = tuple[Line, ...]
Ids = tuple[Id, ...]

_TEXT_SCHEMA = {"type": "string", "minLength": 1}
OneOrMore = Annotated[
    tuple[Text, ...],
    BeforeValidator(_listed),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [_TEXT_SCHEMA, {"type": "array", "items": _TEXT_SCHEMA, "minItems": 1}]}),
]
"""A text, or a list of them."""


class Model(BaseModel):
    """Refuses unknown keys and values of another type."""

    model_config = ConfigDict(extra="forbid", frozen=True)
