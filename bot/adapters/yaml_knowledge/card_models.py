"""The shapes of the files on certifications, on who offers them, and on where that was read."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, RootModel, model_validator

from bot.adapters.yaml_knowledge.fields import Day, Id, Ids, Line, Lines, Model, Page, Short, Text, refusal

Tier = Annotated[Literal[1, 2, 3, 4], BeforeValidator(lambda value: str(value) if value is True else value)]
"""Python takes True for 1, and YAML takes yes for True."""
KindName = Literal["exam", "program", "course", "free resource"]


class SourceModel(Model):
    """Something that was read to learn a fact."""

    title: Line
    published: Day = Field(description="when it was published, or read")
    url: Page | None = None


class SourcesFile(RootModel[Annotated[dict[Id, SourceModel], Field(min_length=1)]]):
    """sources.yaml: where the facts come from."""


class VendorFile(Model):
    """A company, university or platform."""

    name: Line
    aliases: Lines = Field(default=(), description="what people call it, lower case")
    default: Id | None = Field(default=None, description='the card meant by "the <vendor> cert"')


class ReadingModel(Model):
    """What a fact says from a day on."""

    value: Line = Field(description='a short phrase for tables, e.g. "about $300"')
    text: Text = Field(description="one to three sentences that answer the question by themselves")
    source: Id | None = Field(default=None, description="id in sources.yaml; the card's own where left out")


class ChangeModel(ReadingModel):
    """A later reading of a fact."""

    from_: Day = Field(alias="from", description="from this day on replies say so")


class FactModel(ReadingModel):
    """What a card holds on one attribute."""

    changes: tuple[ChangeModel, ...] = Field(default=(), description="later readings, oldest first")


class SuccessorModel(Model):
    """What can be taken instead: one of the two."""

    card: Id | None = Field(default=None, description="a file in cards/")
    outside: Id | None = Field(default=None, description="a file in outside/")

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if (self.card is None) == (self.outside is None):
            raise refusal("a successor is either a `card` or an `outside`", "write exactly one of the two")
        return self


class LifecycleModel(Model):
    """A retirement."""

    retired: Day = Field(description="the last day on which it could be taken")
    announced: Day | None = Field(default=None, description="from this day on replies warn of the coming end")
    text: Text = Field(description="what it means for holders and newcomers")
    successors: tuple[SuccessorModel, ...] = ()
    source: Id

    @model_validator(mode="after")
    def _is_announced_first(self) -> Self:
        if self.announced is not None and self.announced > self.retired:
            raise refusal("it is announced after it happened", "check both dates", "announced")
        return self


class OutsideFile(Model):
    """A certification that is named but not reviewed."""

    name: Line
    short: Short
    vendor: Id | None = None
    aliases: Lines = ()
    codes: Lines = ()
    page: Page | None = None
    note: Text | None = Field(default=None, description="what the guide says of it, if anything")
    see: Ids = Field(default=(), description="reviewed cards near to it")
    source: Id | None = None
    facts: dict[Id, FactModel] = Field(default={})
    active: Day | None = Field(default=None, description="the day on which it was last seen to be on offer")
    lifecycle: LifecycleModel | None = None


class CardFile(Model):
    """A certification, program or free resource that the guide reviews."""

    name: Line
    short: Short = Field(description="its name in running text")
    vendor: Id
    tier: Tier | None = Field(default=None, description="1 to 4; left out for free resources")
    place: int = Field(default=99, ge=1, le=99, description="where the guide names it among those of its tier, from 1")
    kind: KindName
    aliases: Lines = Field(default=(), description="what people call it, lower case, without cert, exam, course")
    topics: Lines = Field(
        default=(), description='services and subjects that mean it only before "cert", "exam" or "one"'
    )
    codes: Lines = Field(default=(), description="exam codes, matched exactly")
    page: Page | None = Field(default=None, description="the official page")
    summary: Text = Field(description="what it is and what the guide makes of it")
    source: Id = Field(description="the default source of its facts")
    facts: dict[Id, FactModel] = Field(min_length=1)
    active: Day | None = Field(default=None, description="the day on which it was last seen to be on offer")
    lifecycle: LifecycleModel | None = None

    @model_validator(mode="after")
    def _has_the_tier_of_its_kind(self) -> Self:
        if self.kind == "free resource" and self.tier is not None:
            raise refusal("a free resource has no tier", "remove the line, or correct `kind`", "tier")
        if self.kind != "free resource" and self.tier is None:
            mend = "add a line `tier: ...` with 1, 2, 3 or 4, or correct `kind`"
            raise refusal(f"a card of the kind `{self.kind}` needs a tier", mend, "tier")
        return self


class NotCoveredModel(Model):
    """A certification that is simply not in the guide."""

    name: Line
    aliases: Lines = ()
    codes: Lines = ()


class NotCoveredFile(RootModel[tuple[NotCoveredModel, ...]]):
    """not-covered.yaml: names to recognise and to say "not covered" of."""
