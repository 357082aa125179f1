"""A reply is short; what goes beyond is shown when asked for."""

from __future__ import annotations

from bot.application.length import shorten
from bot.application.plain import more_text, plain_text
from bot.domain.reply import Reply, ReplyKind, Row, Table


def reply_of(text: str, table: Table | None = None, more: str = "") -> Reply:
    return Reply(ReplyKind.ANSWER, text, table=table, more=more)


def test_a_reply_that_fits_stays_as_it_is() -> None:
    reply = reply_of("Yes.\nIt is.", more="At length.")
    assert shorten(reply, most=20) is reply


def test_the_last_lines_are_moved_to_the_longer_part_in_their_order() -> None:
    short = shorten(reply_of("Two fit:\n- one\n- two\n- three", more="Old."), most=16)
    assert (short.text, short.more) == ("Two fit:\n- one", "- two\n- three\n\nOld.")


def test_the_last_rows_of_a_table_are_moved_and_its_first_stays() -> None:
    table = Table(("A", "B"), (Row("Cost", ("1", "2")), Row("Time", ("3", "4")), Row("Level", ("5", "6"))))
    short = shorten(reply_of("Side by side:", table), most=40)
    assert short.table == Table(("A", "B"), (Row("Cost", ("1", "2")),))
    assert short.more_rows == Table(("A", "B"), (Row("Time", ("3", "4")), Row("Level", ("5", "6"))))
    assert more_text(short) == "- Time: A: 3; B: 4\n- Level: A: 5; B: 6"
    assert short.has_more
    assert plain_text(short) == "Side by side:\n\n- Cost: A: 1; B: 2"


def test_a_first_line_is_never_cut() -> None:
    assert shorten(reply_of("A long first line\n- and a second"), most=5).text == "A long first line"
