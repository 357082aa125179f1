"""What every store must do, whatever it is made of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.adapters.state_folder import InstallationFolder
from bot.application.memory import MemoryDeliveries, MemoryInstallations, MemorySessions
from bot.domain.installation import Installation
from bot.domain.message import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.application.ports import DeliveryLog, InstallationStore

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
ONE = Installation("", "T1", "xoxb-1", "B1", "U1", ("commands",))
WHOLE = Installation("E1", "", "xoxb-2", "B2", "U2")
PART = Installation("E1", "T2", "xoxb-3", "B3", "U3")


@pytest.fixture(params=["memory", "folder"])
def installations(request: pytest.FixtureRequest, tmp_path: Path) -> InstallationStore:
    stores: dict[str, Callable[[], InstallationStore]] = {
        "memory": MemoryInstallations,
        "folder": lambda: InstallationFolder(tmp_path / "state" / "slack"),
    }
    return stores[request.param]()


def test_an_installation_is_found_by_its_workspace(installations: InstallationStore) -> None:
    installations.save(ONE)
    assert installations.find("", "T1") == ONE
    assert installations.find("", "T2") is None
    assert installations.find("E1", "T1") is None


def test_that_of_an_organisation_is_found_for_all_of_its_workspaces(installations: InstallationStore) -> None:
    installations.save(WHOLE)
    installations.save(PART)
    assert installations.find("E1", "T2") == PART
    assert installations.find("E1", "T9") == WHOLE
    assert installations.find("E1", "") == WHOLE
    assert installations.find("", "") is None


def test_a_new_installation_takes_the_place_of_the_one_before(installations: InstallationStore) -> None:
    installations.save(ONE)
    again = Installation("", "T1", "xoxb-9", "B1", "U1")
    installations.save(again)
    assert installations.find("", "T1") == again


def test_what_is_deleted_is_gone_and_nothing_else(installations: InstallationStore) -> None:
    for one in (ONE, WHOLE, PART):
        installations.save(one)
    installations.delete("E1", "T2")
    installations.delete("E1", "T2")
    assert installations.find("E1", "T2") == WHOLE
    assert installations.find("", "T1") == ONE


def test_no_id_leads_out_of_the_folder(tmp_path: Path) -> None:
    store = InstallationFolder(tmp_path / "slack")
    store.save(Installation("../..", "/etc/T1", "xoxb-1", "B1", "U1"))
    (kept,) = (tmp_path / "slack").iterdir()
    assert kept.name == "-.etcT1.json"


def test_only_the_owner_can_read_what_is_kept(tmp_path: Path) -> None:
    InstallationFolder(tmp_path / "slack").save(ONE)
    (kept,) = (tmp_path / "slack").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "slack").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"token": "xoxb-1"}', '{"scopes": 5}'])
def test_a_damaged_file_is_told_without_its_secret_and_can_be_replaced(
    tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    store = InstallationFolder(tmp_path)
    store.save(ONE)
    (kept,) = tmp_path.iterdir()
    kept.write_text(damage, encoding="utf-8")
    assert store.find("", "T1") is None
    assert f"{kept} is damaged; delete it" in caplog.text
    assert "xoxb" not in caplog.text
    store.save(ONE)
    assert store.find("", "T1") == ONE


def test_a_token_is_not_shown() -> None:
    assert "xoxb" not in repr(ONE)


@pytest.fixture(params=[MemoryDeliveries])
def deliveries(request: pytest.FixtureRequest) -> DeliveryLog:
    made: DeliveryLog = request.param()
    return made


def test_a_delivery_is_taken_on_once(deliveries: DeliveryLog) -> None:
    assert [deliveries.claim("T1:Ev1", NOON) for _ in range(3)] == [True, False, False]
    assert deliveries.claim("T2:Ev1", NOON)


def test_it_is_known_again_for_as_long_as_slack_may_send_it(deliveries: DeliveryLog) -> None:
    assert deliveries.claim("T1:Ev1", NOON)
    assert not deliveries.claim("T1:Ev1", NOON + timedelta(minutes=10))
    assert not deliveries.claim("T1:Ev1", NOON + timedelta(minutes=15))


def test_it_is_forgotten_some_time(deliveries: DeliveryLog) -> None:
    assert deliveries.claim("T1:Ev1", NOON)
    assert deliveries.claim("T1:Ev1", NOON + timedelta(hours=1))


def test_a_session_is_forgotten_once_it_is_over_and_somebody_else_speaks() -> None:
    sessions = MemorySessions()
    sessions.put("a:1", Session(NOON))
    sessions.put("b:2", Session(NOON + timedelta(minutes=16)))
    assert sessions.get("a:1", NOON) is None
    assert sessions.get("b:2", NOON + timedelta(minutes=31)) is not None
