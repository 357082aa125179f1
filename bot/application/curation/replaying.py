"""Asks an assistant what a knowledge base has been asked before: its checks, conversations and collected messages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, TypeAlias

from bot.application.plain import plain_text
from bot.domain.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from bot.application.assistant import Assistant
    from bot.domain.checks import Check
    from bot.domain.knowledge import Knowledge
    from bot.domain.reply import Reply

NOON = time(12)
SOMEBODY = "somebody"
CONVERSATIONS = "conversations"


@dataclass(frozen=True, slots=True)
class Talk:
    """Messages of one person, in a row."""

    utterances: tuple[str, ...]
    """At least one."""
    day: date
    """What the bot's clock shows."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was replied to one message, as far as people would notice a change of it."""

    kind: str
    topic: str
    certifications: tuple[str, ...]
    text: str
    """All that a person reads, the buttons left out."""


Replies: TypeAlias = "Mapping[Talk, tuple[Told, ...]]"
"""For each talk the replies to its messages, in their order."""


def talk_of(check: Check, today: date) -> Talk:
    """The messages of a check."""
    return Talk(tuple(turn.utterance for turn in check.turns), check.as_of or today)


def talks_of(knowledge: Knowledge, today: date) -> tuple[Talk, ...]:
    """Everything that has been asked, each once: checks, conversations as a whole, collected messages."""
    talks = [talk_of(check, today) for check in knowledge.checks]
    conversations: dict[tuple[str, str, int], list[str]] = {}
    for message in knowledge.collected:
        if message.place[0] == CONVERSATIONS:
            conversations.setdefault(message.conversation, []).append(message.says)
        else:
            talks.append(Talk((message.says,), today))
    talks += [Talk(tuple(said), today) for said in conversations.values()]
    return tuple(dict.fromkeys(talks))


def replay(assistant: Assistant, talks: Iterable[Talk]) -> Iterator[tuple[Told, ...]]:
    """The replies to each talk, every one in a conversation of its own, which is forgotten behind it."""
    for talk in talks:
        now = datetime.combine(talk.day, NOON, UTC)
        yield tuple(told_by(assistant.reply(Message(said, f"replay:{SOMEBODY}", now))) for said in talk.utterances)
        assistant.forget(SOMEBODY)


def told_by(reply: Reply) -> Told:
    """A reply, reduced to what is noticed of it."""
    return Told(reply.kind.value, reply.topic, reply.certifications, plain_text(reply))
