"""What Discord is sent: harmless texts, buttons that carry their meaning, within its limits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from bot.adapters.discord_chat.escaping import escaped
from bot.adapters.discord_chat.layout import layout_of
from bot.domain.actions import Action, Describe, OpenEntry
from bot.domain.reply import Citation, Reply, ReplyKind, Row, Suggestion, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, with $200 and 25%", "plain, with $200 and 25%"),
        ("**bold** _it_ `code` ~~no~~ ||spoiler||", r"\*\*bold\*\* \_it\_ \`code\` \~\~no\~\~ \|\|spoiler\|\|"),
        ("# heading", r"\# heading"),
        ("> quote", r"\> quote"),
        ("- a *list* item", r"- a \*list\* item"),
        ("[click](https://evil.example)", r"\[click](<https://evil.example)>"),
        ("@everyone @here", "@\u200beveryone @\u200bhere"),
        ("join discord.gg/abc", "join discord\u200b.gg/abc"),
        ("https://example.org/a_b", "<https://example.org/a_b>"),
        ("discord://open", "discord\u200b://open"),
    ],
)
async def test_texts_show_as_they_are(text: str, shown: str) -> None:
    assert escaped(text) == shown


ASKED = Describe(certifications=("aurora",))


def write(action: Action) -> str:
    """The kind of action alone, so that a test can name it."""
    return f"v9:{type(action).__name__}:{getattr(action, 'verdict', '')}"


def reply_of(**parts: Any) -> Reply:
    told: dict[str, Any] = {"kind": ReplyKind.ANSWER, "text": "It costs $200.", "topic": "cost", "action": ASKED}
    return Reply(**(told | parts))


def texts(components: list[dict[str, Any]]) -> list[str]:
    return [one["content"] for one in components if one["type"] == 10]


def buttons(components: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for row in components:
        for one in row.get("components", ()):
            yield one["label"], one["custom_id"]


def components(reply: Reply, *, private: bool = False) -> list[dict[str, Any]]:
    view: Any = layout_of(reply, write, private=private)  # the library does not say what it gives
    made: list[dict[str, Any]] = view.to_components()
    return made


async def test_a_reply_is_laid_out_with_its_notice_question_and_source() -> None:
    made = components(
        reply_of(
            kind=ReplyKind.RECOMMEND,
            notices=("It was retired.",),
            question="Which cloud?",
            citations=(Citation("The Guide", date(2026, 1, 9)),),
        )
    )
    assert texts(made) == [
        "**Recommendation**\nIt costs $200.",
        "**Note:** It was retired.",
        "**Which cloud?**",
        "-# Source: The Guide (2026-01-09)",
    ]


async def test_a_comparison_has_one_text_an_attribute() -> None:
    table = Table(("A", "B"), (Row("Cost", ("$1", "$2")), Row("Time", ("1 h", "2 h"))))
    assert texts(components(reply_of(table=table)))[1:] == [
        "**Cost**\n- A: $1\n- B: $2",
        "**Time**\n- A: 1 h\n- B: 2 h",
    ]


async def test_suggestions_feedback_more_and_share_are_buttons_with_words() -> None:
    reply = reply_of(more="Longer.", suggestions=(Suggestion("Duration", OpenEntry(entry="duration")),))
    assert list(buttons(components(reply, private=True))) == [
        ("Duration", "v9:OpenEntry:"),
        ("More", "v9:TellMore:"),
        ("Share in this channel", "v9:Share:"),
        ("👍 Helpful", "v9:Judge:helpful"),
        ("👎 Not right", "v9:Judge:unhelpful"),
    ]


async def test_suggestions_in_the_place_of_an_answer_can_be_turned_down() -> None:
    reply = reply_of(kind=ReplyKind.CLARIFY, topic="", suggestions=(Suggestion("Duration", ASKED),))
    assert [label for label, _ in buttons(components(reply))] == ["Duration", "None of these"]


async def test_small_talk_asks_for_no_feedback() -> None:
    assert list(buttons(components(reply_of(kind=ReplyKind.SMALLTALK)))) == []


async def test_equal_suggestions_become_one_button() -> None:
    twice = (Suggestion("A", ASKED), Suggestion("B", ASKED))
    assert [label for label, _ in buttons(components(reply_of(topic="", suggestions=twice)))] == ["A"]


async def test_texts_are_cut_to_what_a_message_may_hold() -> None:
    made = texts(components(reply_of(text="x" * 3_990, notices=("y" * 100, "z"))))
    assert sum(map(len, made)) <= 4_000
    assert made[1].endswith(" ...")
    assert len(made) == 2
