"""What every log of questions and answers must do, whatever it is made of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.adapters.state_folder import ExchangeFile
from bot.application.action_texts.sessions import SessionTexts
from bot.application.memory import MemoryExchanges
from bot.domain.actions import Describe
from bot.domain.exchange import Exchange
from bot.domain.message import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.application.assistant import Assistant
    from bot.application.ports import ExchangeLog

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
DAY = timedelta(days=1)
IBM = Describe(certifications=("ibm-ai-engineering",))
ONE = Exchange("discord:1:11", "discord:1:10", "discord:1:7", NOON, "abc", IBM, Session(NOON, topic="cost"))
OTHER = Exchange("discord:1:13", "discord:1:12", "discord:1:8", NOON)
PRESSED = Exchange("discord:1:15", "", "discord:1:8", NOON, action=IBM)
KINDS = ["memory", "folder", "folder opened anew"]


@pytest.fixture(params=KINDS)
def exchanges(request: pytest.FixtureRequest, assistant: Assistant, tmp_path: Path) -> Callable[[], ExchangeLog]:
    """Gives the log, in one case as another process would find it."""
    memory = MemoryExchanges()
    texts = SessionTexts(assistant.knowledge)
    kept = ExchangeFile(tmp_path / "state" / "answers.jsonl", texts, NOON)
    opened: dict[str, Callable[[], ExchangeLog]] = {
        "memory": lambda: memory,
        "folder": lambda: kept,
        "folder opened anew": lambda: ExchangeFile(tmp_path / "state" / "answers.jsonl", texts, NOON),
    }
    return opened[request.param]


def test_an_exchange_is_found_by_its_question_and_by_its_answer(exchanges: Callable[[], ExchangeLog]) -> None:
    for one in (ONE, OTHER, PRESSED):
        exchanges().keep(one)
    assert exchanges().of_question("discord:1:10", NOON) == ONE
    assert exchanges().of_answer("discord:1:13", NOON) == OTHER
    assert exchanges().of_answer("discord:1:15", NOON) == PRESSED
    assert exchanges().of_question("", NOON) is None
    assert exchanges().of_question("discord:1:11", NOON) is None


def test_it_is_known_for_a_day(exchanges: Callable[[], ExchangeLog]) -> None:
    exchanges().keep(ONE)
    assert exchanges().of_question(ONE.question, NOON + DAY) == ONE
    assert exchanges().of_question(ONE.question, NOON + DAY + timedelta(seconds=1)) is None


def test_a_corrected_one_takes_the_place_of_the_one_before(exchanges: Callable[[], ExchangeLog]) -> None:
    corrected = Exchange(ONE.answer, ONE.question, ONE.conversation, NOON, "def")
    exchanges().keep(ONE)
    exchanges().keep(corrected)
    assert exchanges().of_question(ONE.question, NOON) == corrected


def test_what_is_dropped_is_gone_and_nothing_else(exchanges: Callable[[], ExchangeLog]) -> None:
    exchanges().keep(ONE)
    exchanges().keep(OTHER)
    exchanges().drop(ONE.answer)
    exchanges().drop("discord:1:99")
    assert exchanges().of_question(ONE.question, NOON) is None
    assert exchanges().of_answer(OTHER.answer, NOON) == OTHER


def test_a_person_is_forgotten_and_nobody_else(exchanges: Callable[[], ExchangeLog]) -> None:
    for one in (ONE, OTHER, PRESSED):
        exchanges().keep(one)
    assert exchanges().forget("8") == 2
    assert exchanges().forget("8") == 0
    assert exchanges().of_answer(PRESSED.answer, NOON) is None
    assert exchanges().of_answer(ONE.answer, NOON) == ONE


def test_a_file_holds_no_more_than_a_day_nor_anybody_who_is_forgotten(assistant: Assistant, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    log = ExchangeFile(file, SessionTexts(assistant.knowledge), NOON)
    log.keep(ONE)
    log.forget("7")
    assert file.read_text(encoding="utf-8") == ""
    log.keep(OTHER)
    later = Exchange("discord:1:21", "discord:1:20", "discord:1:9", NOON + 2 * DAY)
    log.keep(later)
    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert '"discord:1:21"' in line
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_opened_days_later_holds_nothing_any_more(assistant: Assistant, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    ExchangeFile(file, SessionTexts(assistant.knowledge), NOON).keep(ONE)
    ExchangeFile(file, SessionTexts(assistant.knowledge), NOON + 2 * DAY)
    assert file.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("damage", ["{", "[]", "5", "{}", '{"answer": 5}', '{"gone": []}', "\x00"])
def test_a_damaged_line_is_told_and_left_out(
    assistant: Assistant, tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    file = tmp_path / "answers.jsonl"
    texts = SessionTexts(assistant.knowledge)
    ExchangeFile(file, texts, NOON).keep(ONE)
    with file.open("a", encoding="utf-8") as behind:
        behind.write(f"{damage}\n")
    assert ExchangeFile(file, texts, NOON).of_answer(ONE.answer, NOON) == ONE
    assert f"{file}: a line cannot be read" in caplog.text


def test_what_speaks_of_what_is_no_longer_known_is_kept_without_that(assistant: Assistant, tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    texts = SessionTexts(assistant.knowledge)
    ExchangeFile(file, texts, NOON).keep(ONE)
    told = file.read_text(encoding="utf-8")
    file.write_text(told.replace(texts.write_action(IBM), "dZZZZ"), encoding="utf-8")
    found = ExchangeFile(file, texts, NOON).of_answer(ONE.answer, NOON)
    assert found is not None
    assert (found.action, found.before) == (None, ONE.before)


def test_a_folder_that_cannot_be_used_is_told_and_the_memory_goes_on(
    assistant: Assistant, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("no folder", encoding="utf-8")
    log = ExchangeFile(tmp_path / "state" / "answers.jsonl", SessionTexts(assistant.knowledge), NOON)
    log.keep(ONE)
    assert log.of_answer(ONE.answer, NOON) == ONE
    assert "answers are not corrected after a restart; make its folder writable" in caplog.text
