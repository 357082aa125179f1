"""The shape of the files of checks."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, RootModel, WithJsonSchema, model_validator

from bot.adapters.yaml_knowledge.fields import Day, Ids, Line, Model, OneOrMore, refusal

KindName = Literal["answer", "recommend", "compare", "clarify", "decline", "smalltalk"]
_KIND_SCHEMA = {"type": "string", "enum": ["answer", "recommend", "compare", "clarify", "decline", "smalltalk"]}


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple | dict) or value is None else (value,)


Kinds = Annotated[
    tuple[KindName, ...],
    BeforeValidator(_listed),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [_KIND_SCHEMA, {"type": "array", "items": _KIND_SCHEMA, "minItems": 1}]}),
]


class ExpectationModel(Model):
    """What a reply must fulfil."""

    kind: Kinds | None = Field(default=None, description="the kinds of reply that are fair")
    certifications: Ids = Field(default=(), description="must be among the reply's")
    picks: Ids = Field(default=(), description="of these, one must be the first that the reply speaks of")
    says: OneOrMore | None = Field(default=None, description="words that must be in the reply")
    says_any: OneOrMore | None = Field(default=None, description="of these, one must be in the reply")
    never: OneOrMore | None = Field(default=None, description="words that must not be in the reply")


class TurnModel(ExpectationModel):
    """One message of a conversation."""

    ask: Line


class CheckModel(ExpectationModel):
    """A question, or several in a row, with what the last reply must fulfil; or a conversation of `turns`."""

    name: Line | None = None
    as_of: Day | None = Field(default=None, description="the bot's clock; today where left out")
    ask: OneOrMore | None = None
    turns: tuple[TurnModel, ...] = ()

    @model_validator(mode="after")
    def _asks_in_one_way(self) -> Self:
        if self.ask is None and not self.turns:
            raise refusal("this check asks nothing", "add a line `ask: ...`")
        if self.turns and self.ask is not None:
            raise refusal("`ask` and `turns` stand side by side", "move the question under `turns`", "ask")
        stray = sorted(self.model_fields_set & set(ExpectationModel.model_fields)) if self.turns else []
        if stray:
            what = f"`{stray[0]}` stands beside `turns`, where nothing reads it"
            raise refusal(what, "move it under the turn whose reply it is about", stray[0])
        return self


def _asked(value: Any) -> Any:
    return {"ask": value} if isinstance(value, str) else value


CheckItem = Annotated[CheckModel, BeforeValidator(_asked, json_schema_input_type=str | CheckModel)]


class ChecksFile(RootModel[Annotated[tuple[CheckItem, ...], Field(min_length=1)]]):
    """Held-out questions of the entry of the same name: promised in checks/, only counted in measured/."""
