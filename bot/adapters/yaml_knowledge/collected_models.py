"""The shape of the files of collected messages and conversations, and the domain's values made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field, RootModel

from bot.adapters.yaml_knowledge.fields import Id, Ids, Model, Text
from bot.domain.collected import CONVERSATIONS, Collected

if TYPE_CHECKING:
    from collections.abc import Iterator


class CollectedModel(Model):
    """A message with more than its words."""

    says: Text = Field(description="as it was written")
    also: Ids = Field(default=(), description="further entries that would be a fair answer, best first")
    after: Id | None = Field(default=None, description="the entry that the message before was about")
    asks: Text | None = Field(default=None, description="the clause of a long message that carries the request")


CollectedItem = Annotated[
    CollectedModel,
    BeforeValidator(
        lambda value: {"says": value} if isinstance(value, str) else value, json_schema_input_type=str | CollectedModel
    ),
]


class CollectedFile(RootModel[Annotated[tuple[CollectedItem, ...], Field(min_length=1)]]):
    """Messages that members wrote when they wanted the entry of the same name."""


class SaidModel(Model):
    """One message of a conversation."""

    says: Text = Field(description="as it was written")
    means: Annotated[Ids, Field(min_length=1)] = Field(description="entries that would be a fair answer, best first")


class ConversationsFile(RootModel[tuple[Annotated[tuple[SaidModel, ...], Field(min_length=1)], ...]]):
    """Conversations as members held them: each a list of messages."""


def messages(name: str, file: CollectedFile) -> Iterator[Collected]:
    """The collected messages of one file."""
    for number, one in enumerate(file.root):
        yield Collected(one.says, (name, *one.also), one.after or "", one.asks or "", ("messages", name, number, 0))


def conversations(name: str, file: ConversationsFile) -> Iterator[Collected]:
    """Every message of the conversations of one file."""
    for number, turns in enumerate(file.root):
        after = ""
        for at, one in enumerate(turns):
            yield Collected(one.says, one.means, after, place=(CONVERSATIONS, name, number, at))
            after = one.means[0]
