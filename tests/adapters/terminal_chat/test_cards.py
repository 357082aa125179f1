"""Cards as they are printed, escape sequences left out."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console

from bot.adapters.terminal_chat.cards import reply_card, text_card
from bot.domain.actions import OpenEntry
from bot.domain.reply import Citation, Reply, ReplyKind, Row, Suggestion, Table

if TYPE_CHECKING:
    from rich.console import RenderableType

FULL = Reply(
    ReplyKind.ANSWER,
    "It costs about $200.\n- the exam alone, retakes are paid again at the same price\n- no membership",
    notices=("Boreas was retired on 2026-06-30.",),
    citations=(Citation("The Small Guide", date(2026, 1, 9)),),
    page="https://example.org/aurora",
    suggestions=(Suggestion("Topics", OpenEntry(entry="topics")),),
)
TABLE = Table(("Aurora", "Boreas"), (Row("Cost", ("about $200", "about $90")), Row("Level", ("hard", "easy"))))


def printed(card: RenderableType, width: int, encoding: str = "utf-8") -> list[str]:
    out = io.TextIOWrapper(io.BytesIO(), encoding=encoding, write_through=True)
    Console(file=out, width=width, color_system=None).print(card)
    out.seek(0)
    return [line.rstrip() for line in out.read().splitlines()]


def test_a_card_holds_answer_notice_source_and_page_and_ends_in_suggestions() -> None:
    assert printed(reply_card(FULL, 60), 60) == [
        "╭─ Answer ─────────────────────────────────────────────────╮",
        "│ It costs about $200.                                     │",
        "│ - the exam alone, retakes are paid again at the same     │",
        "│   price                                                  │",
        "│ - no membership                                          │",
        "│                                                          │",
        "│ Note: Boreas was retired on 2026-06-30.                  │",
        "│                                                          │",
        "│ Source: The Small Guide (2026-01-09)                     │",
        "│ Official page: https://example.org/aurora                │",
        "╰──────────────────────────────────────────────────────────╯",
        "You could also ask:",
        "  1. Topics",
    ]


def test_a_narrow_card_has_no_sides() -> None:
    assert printed(reply_card(FULL, 40), 40) == [
        " ─ Answer ─────────────────────────────",
        "  It costs about $200.",
        "  - the exam alone, retakes are paid",
        "    again at the same price",
        "  - no membership",
        "",
        "  Note: Boreas was retired on",
        "  2026-06-30.",
        "",
        "  Source: The Small Guide (2026-01-09)",
        "  Official page:",
        "  https://example.org/aurora",
        " ──────────────────────────────────────",
        "You could also ask:",
        "  1. Topics",
    ]


def test_a_comparison_is_a_table_where_there_is_room() -> None:
    shown = printed(reply_card(Reply(ReplyKind.COMPARE, "Side by side:", table=TABLE), 80), 80)
    assert [line.strip("│ ").split() for line in shown[3:7] if "──" not in line] == [
        ["Aurora", "Boreas"],
        ["Cost", "about", "$200", "about", "$90"],
        ["Level", "hard", "easy"],
    ]


def test_a_comparison_is_told_row_by_row_where_there_is_none() -> None:
    shown = printed(reply_card(Reply(ReplyKind.COMPARE, "Side by side:", table=TABLE), 40), 40)
    assert shown[3:9] == [
        "  Cost",
        "  - Aurora: about $200",
        "  - Boreas: about $90",
        "  Level",
        "  - Aurora: hard",
        "  - Boreas: easy",
    ]


def test_markup_is_shown_as_it_stands_everywhere() -> None:
    odd = "[red]x[/red] [/nothing] :smile: \x1b[2J"
    reply = Reply(
        ReplyKind.COMPARE,
        odd,
        table=Table((odd,), (Row(odd, (odd,)),)),
        notices=(odd,),
        citations=(Citation(odd, date(2026, 1, 9)),),
        suggestions=(Suggestion(odd, OpenEntry(entry="x")),),
    )
    for width in (96, 40):
        shown = " ".join(printed(reply_card(reply, width), width))
        assert "\x1b" not in shown
        assert shown.count("[red]x[/red]") == 7 if width == 96 else shown.count("[red]x[/red]") >= 5
    assert "[red]x[/red]" in " ".join(printed(text_card("More", odd, 80), 80))


def test_a_reply_that_asks_back_has_its_choices_numbered() -> None:
    offered = tuple(Suggestion(name, OpenEntry(entry=name)) for name in ("Aurora", "Boreas"))
    reply = Reply(ReplyKind.CLARIFY, "Which one?", suggestions=offered)
    assert printed(reply_card(reply, 60), 60)[-3:] == ["Pick a number:", "  1. Aurora", "  2. Boreas"]


def test_a_card_does_not_grow_with_the_terminal() -> None:
    assert max(len(line) for line in printed(reply_card(FULL, 200), 200)) == 96


def test_a_terminal_without_unicode_gets_a_frame_in_ascii() -> None:
    shown = printed(reply_card(FULL, 60), 60, encoding="ascii")
    assert shown[0].startswith("+- Answer -")


def test_a_question_back_stands_before_the_source() -> None:
    reply = Reply(ReplyKind.RECOMMEND, "Take it.", question="Which cloud?", citations=FULL.citations)
    assert printed(reply_card(reply, 60), 60)[2:5] == [
        "│                                                          │",
        "│ Which cloud?                                             │",
        "│                                                          │",
    ]
