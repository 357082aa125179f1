"""The shape of each kind of knowledge file; the editors' JSON Schemas are made from these models too."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, RootModel, model_validator

from bot.adapters.yaml_knowledge.fields import Day, Id, Ids, Line, Lines, Model, Page, Short, Text, refusal

Tier = Annotated[Literal[1, 2, 3, 4], BeforeValidator(lambda value: str(value) if value is True else value)]
"""Python takes True for 1, and YAML takes yes for True."""
KindName = Literal["exam", "program", "course", "free resource"]
Answer = Annotated[str, Field(min_length=1, max_length=900, pattern=r"\S")]


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


class VocabularyFile(Model):
    """How people here write."""

    shorthand: dict[str, Line] = Field(default={}, description="typed -> meant")
    synonyms: tuple[Lines, ...] = Field(default=(), description="words that mean the same; the first stands for all")
    cues: dict[Line, Lines] = Field(default={}, description="what the program listens for, and how people say it")


class AskedModel(Model):
    """What every entry has: a title and phrasings of the question."""

    title: Line
    examples: Annotated[Lines, Field(min_length=1)] = Field(description="how people ask for it, with slots")


class AnswerFile(AskedModel):
    """An FAQ or advice entry."""

    section: Line = Field(description="the part of the guide it stands for")
    about: Ids = Field(default=(), description="cards it speaks of")
    recommends: Ids = Field(default=(), description="cards it recommends, best first")
    attribute: Id | None = Field(
        default=None, description="the attribute that answers instead where the question names a certification"
    )
    answer: Answer
    more: Answer | None = None
    related: Ids = Field(default=(), description="entries to offer next")
    kept_by: Lines = Field(
        default=(),
        description="single words that ask for it outright; without them, a person who tells of themselves gets advice",
    )
    source: Id


class SaidFile(AskedModel):
    """Small talk, or something to decline politely."""

    answer: Text


class UnknownFile(AskedModel):
    """Something asked of certifications that the guide does not hold."""

    asks: Line = Field(description='completes "The guide does not say ..."')
    nearby: Ids = Field(default=(), description="attributes worth showing instead")
    see: Ids = Field(default=(), description="entries worth offering")


Points = Annotated[int, Field(ge=1, le=5, strict=True)]


class RuleFile(Model):
    """What a person's situation speaks for."""

    title: Line
    section: Line = Field(description="the part of the guide it stands for")
    shown_by: Lines = Field(default=(), description="words and phrases that show it; any one suffices")
    vendors: Ids = Field(default=(), description="vendors whose name shows it too")
    holds: Ids = Field(default=(), description="cards that, once held, show it too")
    with_: Ids = Field(default=(), alias="with", description="rules that must all apply too")
    without: Ids = Field(default=(), description="rules none of which may apply")
    prefers: dict[Id, Points] = Field(default={}, description="points for cards, 1 to 5")
    avoids: dict[Id, Points] = Field(default={}, description="points against cards, 1 to 5")
    excludes: Ids = Field(default=(), description="cards never to recommend when it applies")
    meets: Ids = Field(default=(), description="cards whose prerequisites it fulfils")
    lacks: Ids = Field(default=(), description="cards whose prerequisites it says are missing")
    group: Id | None = Field(default=None, description="of the rules of one group only those shown last hold")
    temporary: bool = Field(
        default=False, strict=True, description="true: it is over once a certification has been passed"
    )
    asks: Id | None = Field(default=None, description="the question in form/ that matters most when it applies")
    first: Line | None = Field(default=None, description='what to say before any pick, e.g. "don\'t buy one yet"')
    reason: Line = Field(description='completes "because ...", in the second person')
    source: Id


class StepModel(Model):
    """One step of a learning path."""

    text: Line = Field(description="what to do, as part of a sentence")
    certifications: Ids = Field(default=(), description="cards that take this step")


class PathFile(Model):
    """Certifications in an order that makes sense."""

    title: Line
    section: Line = Field(description="the part of the guide it stands for")
    suits: Annotated[Ids, Field(min_length=1)] = Field(description="rules; it is for people of whom one applies")
    steps: Annotated[tuple[StepModel, ...], Field(min_length=2)]
    source: Id


class OptionModel(Model):
    """One of the answers offered."""

    label: Short = Field(description="what the button shows")
    says: Line = Field(description="what choosing it says, in a person's words; the rules must understand it")


class QuestionFile(Model):
    """A question of the adviser, in its form and when something decisive is missing."""

    ask: Line
    order: Annotated[int, Field(ge=1, le=99, strict=True)] = Field(description="place in the form")
    options: Annotated[tuple[OptionModel, ...], Field(min_length=2, max_length=5)]
    settled_by: Ids = Field(default=(), description="rules that answer it as well as an option does")


class RequestFile(AskedModel):
    """A way of asking that the program answers itself."""

    words: Lines = Field(default=(), description="words and phrases that by themselves ask for it")


class AttributeFile(Model):
    """A field of the cards."""

    label: Line
    asks: Line = Field(description='completes "The guide does not say ..."')
    words: Lines = Field(default=(), description="words and phrases that name it in a question")
    choices: Lines = Field(default=(), description="the only values a card may give it, lowest first")
    choice_words: dict[Line, Lines] = Field(default={}, description="value -> words that ask for it in a list")
    lowest: Lines = Field(default=(), description='words that ask for the least of it, e.g. "cheapest"')
    highest: Lines = Field(default=(), description="words that ask for the most of it")
    examples: Annotated[Lines, Field(min_length=1)] = Field(description="how people ask for it, with slots")
