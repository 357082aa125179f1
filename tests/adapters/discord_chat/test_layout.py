"""What Discord is sent: harmless texts, buttons that carry their meaning, within its limits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from bot.adapters.discord_chat.custom_ids import Press, custom_id, read_custom_id
from bot.adapters.discord_chat.escaping import escaped
from bot.adapters.discord_chat.layout import Shown, layout_of
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


async def test_what_a_button_stands_for_is_in_its_id() -> None:
    made = custom_id("ask", "Cost of Azure AI Engineer")
    assert made == "v1:ask:Cost of Azure AI Engineer"
    assert read_custom_id(made) == Press("ask", "Cost of Azure AI Engineer")


async def test_a_button_of_another_release_is_recognised_as_such() -> None:
    assert read_custom_id("v2:ask:whatever") is None
    assert read_custom_id("v1:dance:whatever") is None


async def test_a_text_too_long_for_an_id_gets_no_button() -> None:
    assert custom_id("ask", "x" * 93) == "v1:ask:" + "x" * 93
    assert custom_id("ask", "x" * 94) is None


def reply_of(**parts: Any) -> Reply:
    return Reply(**({"kind": ReplyKind.ANSWER, "text": "It costs $200.", "topic": "cost"} | parts))


def texts(components: list[dict[str, Any]]) -> list[str]:
    return [one["content"] for one in components if one["type"] == 10]


def buttons(components: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for row in components:
        for one in row.get("components", ()):
            yield one["label"], one["custom_id"]


def components(reply: Reply, shown: Shown | None = None) -> list[dict[str, Any]]:
    view: Any = layout_of(reply, shown or Shown("how much"))  # the library does not say what it gives
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
    reply = reply_of(more="Longer.", suggestions=(Suggestion("Duration", "Duration of it"),))
    assert list(buttons(components(reply, Shown("how much", private=True)))) == [
        ("Duration", "v1:ask:Duration of it"),
        ("More", "v1:more:how much"),
        ("Share in this channel", "v1:share:how much"),
        ("👍 Helpful", "v1:up:cost"),
        ("👎 Not right", "v1:down:cost"),
    ]


async def test_small_talk_asks_for_no_feedback() -> None:
    assert list(buttons(components(reply_of(kind=ReplyKind.SMALLTALK)))) == []


async def test_equal_suggestions_become_one_button() -> None:
    twice = (Suggestion("A", "same"), Suggestion("B", "same"))
    assert [id_ for _, id_ in buttons(components(reply_of(topic="", suggestions=twice)))] == ["v1:ask:same"]


async def test_texts_are_cut_to_what_a_message_may_hold() -> None:
    made = texts(components(reply_of(text="x" * 3_990, notices=("y" * 100, "z"))))
    assert sum(map(len, made)) <= 4_000
    assert made[1].endswith(" ...")
    assert len(made) == 2
