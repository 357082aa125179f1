"""What Discord is sent: harmless texts, buttons that carry their meaning, within its limits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pytest

from bot.adapters.discord_chat.escaping import escaped
from bot.adapters.discord_chat.rendering import Origin, Rendered, render
from bot.domain.actions import Action, Describe, OpenEntry
from bot.domain.reply import Citation, Menu, Reply, ReplyKind, Row, Suggestion, Table

if TYPE_CHECKING:
    from bot.application.action_texts import Writer


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
        ("<#123> <@123> <@&123> <:x:1> <a:x:1>", "<\u200b#123> <\u200b@123> <\u200b@&123> <\u200b:x:1> <\u200ba:x:1>"),
        ("</ask:1> <t:1> <id:home>", "<\u200b/ask:1> <\u200bt:1> <\u200bid:home>"),
        ("-# small print", r"\-# small print"),
        ("1 < 2 and a<b", "1 < 2 and a<b"),
    ],
)
def test_texts_show_as_they_are(text: str, shown: str) -> None:
    assert escaped(text) == shown


ASKED = Describe(certifications=("aurora",))


class KindWriter:
    """Writes the kind of action alone, so that a test can name it."""

    def write(self, action: Action) -> str:
        """As in "Judge:helpful"."""
        told = getattr(action, "verdict", "") or getattr(action, "question", "")
        return f"{type(action).__name__}:{told}"

    def length(self, action: Action) -> int:
        """As if only the question took any room."""
        return len(getattr(action, "question", ""))


def reply_of(**parts: Any) -> Reply:
    told: dict[str, Any] = {"kind": ReplyKind.ANSWER, "text": "It costs $200.", "topic": "cost", "action": ASKED}
    return Reply(**(told | parts))


def rendered(reply: Reply, **origin: Any) -> Rendered:
    return render(reply, cast("Writer", KindWriter()), Origin(**origin))


def buttons(made: Rendered) -> list[tuple[str, str]]:
    return [(button.label, button.text) for row in made.rows for button in row]


def test_a_reply_is_laid_out_with_its_notice_question_and_source() -> None:
    made = rendered(
        reply_of(
            kind=ReplyKind.RECOMMEND,
            notices=("It was retired.",),
            question="Which cloud?",
            citations=(Citation("The Guide", date(2026, 1, 9)),),
        )
    )
    assert list(made.texts) == [
        "**Recommendation**\nIt costs $200.",
        "**Note:** It was retired.",
        "**Which cloud?**",
        "-# Source: The Guide (2026-01-09)",
    ]


def test_a_comparison_has_one_text_an_attribute() -> None:
    table = Table(("A", "B"), (Row("Cost", ("$1", "$2")), Row("Time", ("1 h", "2 h"))))
    assert rendered(reply_of(table=table)).texts[1:] == ("**Cost**\n- A: $1\n- B: $2", "**Time**\n- A: 1 h\n- B: 2 h")


def test_suggestions_feedback_more_and_share_are_buttons_with_words() -> None:
    reply = reply_of(more="Longer.", suggestions=(Suggestion("Duration", OpenEntry(entry="duration")),))
    assert buttons(rendered(reply, sharable=True, question="how much")) == [
        ("Duration", "OpenEntry:"),
        ("More", "TellMore:"),
        ("Share in this channel", "Share:how much"),
        ("👍 Helpful", "Judge:helpful"),
        ("👎 Not right", "Judge:unhelpful"),
        ("Ask a follow-up", "FollowUp:"),
    ]


def test_suggestions_in_the_place_of_an_answer_can_be_turned_down() -> None:
    reply = reply_of(kind=ReplyKind.CLARIFY, topic="", suggestions=(Suggestion("Duration", ASKED),))
    assert [label for label, _ in buttons(rendered(reply))] == ["Duration", "None of these"]


def test_small_talk_asks_for_no_feedback() -> None:
    assert buttons(rendered(reply_of(kind=ReplyKind.SMALLTALK))) == []


def test_equal_suggestions_become_one_button() -> None:
    twice = (Suggestion("A", ASKED), Suggestion("B", ASKED))
    assert [label for label, _ in buttons(rendered(reply_of(topic="", suggestions=twice)))] == ["A", "Ask a follow-up"]


def test_texts_are_cut_to_what_a_message_may_hold() -> None:
    made = rendered(reply_of(text="x" * 3_990, notices=("y" * 100, "z"))).texts
    assert sum(map(len, made)) <= 4_000
    assert made[1].endswith(" ...")
    assert len(made) == 2


def test_many_texts_are_few_components() -> None:
    made = rendered(reply_of(notices=tuple(f"note {number}" for number in range(30)))).texts
    assert len(made) == 18
    assert made[-1].endswith("**Note:** note 29")


def test_who_asked_what_stands_above_within_the_same_limit() -> None:
    private = rendered(reply_of(text="x" * 4_000), sharable=True, question="how\n*much*?")
    assert private.above == r"-# You asked: how \*much\*?"
    assert len(private.above) + sum(map(len, private.texts)) == 4_000
    assert rendered(reply_of(), asker=7, question="how *much*?").above == r"<@7> asked: how \*much\*?"
    assert rendered(reply_of(), asker=7, question="cut", shared_question="whole").above == "<@7> asked: whole"
    assert rendered(reply_of(), asker=7).above == "<@7> shares this answer:"
    assert rendered(reply_of(), question="how much?").above == ""


def test_a_question_that_is_too_long_for_a_button_is_left_to_the_text_above_it() -> None:
    assert dict(buttons(rendered(reply_of(), sharable=True, question="x" * 101)))["Share in this channel"] == "Share:"


def test_a_menu_shows_what_is_picked_and_offers_nothing_twice() -> None:
    options = (Suggestion("A", ASKED), Suggestion("B", OpenEntry(entry="b")), Suggestion("A again", ASKED))
    (menu,) = rendered(reply_of(menus=(Menu("Pick", options, options[1]),))).menus
    assert menu.options == (("A", "Describe:"), ("B", "OpenEntry:"))
    assert menu.chosen == "OpenEntry:"
