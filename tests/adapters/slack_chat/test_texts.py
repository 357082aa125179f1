"""Texts to and from Slack's mark-up, and Slack's limits."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.slack_chat.escaping import escaped, question_in
from bot.adapters.slack_chat.rendering import Origin, render
from bot.adapters.slack_chat.rich_text import rich_text
from bot.domain.actions import Action, Compare, Describe
from bot.domain.reply import Reply, ReplyKind, Row, Suggestion, Table
from tests.slack_server.block_kit import faults_of_message
from tests.slack_server.reading import buttons_of, text_of

if TYPE_CHECKING:
    from bot.adapters.slack_chat.rendering import Rendered

CARD = Describe(certifications=("ibm-ai-engineering",))


@pytest.mark.parametrize(
    ("sent", "question"),
    [
        ("<@U0BOT> how hard is it?", "how hard is it?"),
        ("<@U0BOT|certwise> how hard is it?", "how hard is it?"),
        ("AT&amp;T &lt;b&gt; <@W1>", "AT&T <b>"),
        (
            "see <https://example.com/a|example.com> and <https://example.com>",
            "see example.com and https://example.com",
        ),
        ("in <#C012|general> <!here> <!subteam^S1|@ops>", "in general here @ops"),
        ("&amp;lt;", "&lt;"),
        ("<@U0BOT>", ""),
    ],
)
def test_a_question_is_read_as_it_was_typed(sent: str, question: str) -> None:
    assert question_in(sent) == question


@given(st.text(alphabet="<>&!@#|;altgmp " + string.ascii_lowercase))
def test_escaped_text_is_no_mark_up_and_reads_back(text: str) -> None:
    made = escaped(text)
    assert "<" not in made
    assert ">" not in made
    assert question_in(made) == text.strip()


def test_lists_become_bullets_and_nothing_else_is_mark_up() -> None:
    made = rich_text("One *two* <!channel>:\n- first\n- second\n\nEnd", heading="Note").to_dict()
    assert text_of({"blocks": [made]}) == "Note\nOne *two* <!channel>:\n- first\n- second\nEnd"
    assert [element["type"] for element in made["elements"]] == [
        "rich_text_section",
        "rich_text_section",
        "rich_text_list",
        "rich_text_section",
    ]


def written(reply: Reply, *, sharable: bool = False) -> Rendered:
    return render(reply, lambda action: f"v9:{type(action).__name__}", Origin(question="why?", sharable=sharable))


def everything(length: int, buttons: int) -> Reply:
    """A reply of many long parts."""
    table = Table(("a" * 30, "b" * 30), tuple(Row(f"row {n}", ("x" * 20, "")) for n in range(20)))
    return Reply(
        kind=ReplyKind.COMPARE,
        text="w & <w> " * length,
        topic="compare",
        table=table,
        notices=("Gone since March.",) * 3,
        question="Which one?",
        suggestions=tuple(Suggestion(f"{n} {'l' * 90}", CARD) for n in range(buttons)),
        more="longer",
        action=Compare(certifications=("a", "b")),
    )


@pytest.mark.parametrize("length", [1, 400, 2_000])
@pytest.mark.parametrize("buttons", [0, 3, 30])
def test_whatever_a_reply_holds_it_stays_within_slacks_limits(length: int, buttons: int) -> None:
    made = written(everything(length, buttons), sharable=True)
    for blocks in (made.blocks, made.plainer()):
        assert faults_of_message({"text": made.text, "blocks": list(blocks)}) == []


def test_what_slack_may_not_know_has_a_plainer_form() -> None:
    made = written(everything(1, 1), sharable=True)
    assert {"table", "context_actions"} <= {block["type"] for block in made.blocks}
    assert {block["type"] for block in made.plainer()} == {"actions", "rich_text"}
    assert set(buttons_of({"blocks": made.blocks})) == set(buttons_of({"blocks": made.plainer()}))


def test_a_cut_never_breaks_an_escaped_sign() -> None:
    for shift in range(6):
        text = written(Reply(ReplyKind.ANSWER, "x" * shift + "&" * 2_000)).text
        assert text.endswith("&amp; ...")


def test_headings_are_said_in_words() -> None:
    made = written(Reply(ReplyKind.RECOMMEND, "Take it."))
    assert text_of({"blocks": made.blocks}) == "Recommendation\nTake it."


def test_an_answer_without_an_action_offers_nothing_to_do_with_it() -> None:
    no_action: Action | None = None
    made = written(Reply(ReplyKind.ANSWER, "Hello!", topic="hello", action=no_action), sharable=True)
    assert buttons_of({"blocks": made.blocks}) == {}
