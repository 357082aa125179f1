"""The shapes of the files on what is asked and advised, and on how people write.

The editors' JSON Schemas are made from these models, and from those of the other kinds of file, too.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.adapters.yaml_knowledge.fields import DayOfYear, Id, Ids, Line, Lines, Model, Short, Text

Answer = Annotated[str, Field(min_length=1, max_length=900, pattern=r"\S")]


class VocabularyFile(Model):
    """How people here write."""

    shorthand: dict[str, Line] = Field(default={}, description="typed -> meant")
    synonyms: tuple[Lines, ...] = Field(default=(), description="words that mean the same; the first stands for all")
    cues: dict[Line, Lines] = Field(default={}, description="what the program listens for, and how people say it")
    days: dict[Line, DayOfYear] = Field(default={}, description="days that have a name: month and day, such as 12-25")


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
    situational: bool = Field(
        default=False,
        description="true: it is about people in some situation; a person who tells of themselves gets advice instead",
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
