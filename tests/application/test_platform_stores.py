"""What every store of what platforms need must do, whatever it is made of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.adapters.state_folder import ActionFile, CommunityFolder, RegistrationFolder
from bot.application.memory import MemoryActions, MemoryCommunities, MemoryRegistrations
from bot.domain.actions import Describe
from bot.domain.community import AS_IT_COMES, CommunityChoices
from bot.domain.exchange import Exchange
from bot.domain.message import Session

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.application.ports import ActionStore, CommunityStore, RegistrationLog

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
DAY = timedelta(days=1)
IBM = Describe(certifications=("ibm-ai-engineering",))
ONE = Exchange("discord:1:11", "discord:1:10", "discord:1:7", NOON, "abc", IBM, Session(NOON, topic="cost"))
OTHER = Exchange("discord:1:13", "discord:1:12", "discord:1:8", NOON)
PRESSED = Exchange("discord:1:15", "", "discord:1:8", NOON, action=IBM)
KINDS = ["memory", "folder", "folder opened anew"]


@pytest.fixture(params=KINDS)
def actions(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], ActionStore]:
    memory, kept = MemoryActions(), ActionFile(tmp_path / "buttons.jsonl", NOON)
    opened: dict[str, Callable[[], ActionStore]] = {
        "memory": lambda: memory,
        "folder": lambda: kept,
        "folder opened anew": lambda: ActionFile(tmp_path / "buttons.jsonl", NOON),
    }
    return opened[request.param]


def test_an_action_is_kept_for_a_day(actions: Callable[[], ActionStore]) -> None:
    actions().keep("key", "v2:d811K", "discord:1:7", NOON)
    assert actions().find("key", NOON + DAY) == "v2:d811K"
    assert actions().find("key", NOON + DAY + timedelta(seconds=1)) is None
    assert actions().find("other", NOON) is None


def test_what_was_offered_to_a_person_is_forgotten(actions: Callable[[], ActionStore]) -> None:
    actions().keep("key", "v2:d811K", "discord:1:7", NOON)
    actions().keep("other", "v2:d811K", "discord:1:8", NOON)
    assert actions().forget("7") == 1
    assert actions().find("key", NOON) is None
    assert actions().find("other", NOON) == "v2:d811K"


def test_a_file_of_actions_is_written_without_what_is_over_once_an_hour(tmp_path: Path) -> None:
    file = tmp_path / "buttons.jsonl"
    store = ActionFile(file, NOON)
    store.keep("key", "v2:a", "discord:1:7", NOON)
    store.keep("key", "v2:a", "discord:1:7", NOON + timedelta(minutes=10))
    assert len(file.read_text(encoding="utf-8").splitlines()) == 2
    store.keep("other", "v2:b", "discord:1:7", NOON + timedelta(hours=2))
    assert len(file.read_text(encoding="utf-8").splitlines()) == 2
    store.keep("last", "v2:c", "discord:1:7", NOON + 3 * DAY)
    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert '"last"' in line


@pytest.fixture(params=KINDS)
def communities(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], CommunityStore]:
    memory, kept = MemoryCommunities(), CommunityFolder(tmp_path / "servers")
    opened: dict[str, Callable[[], CommunityStore]] = {
        "memory": lambda: memory,
        "folder": lambda: kept,
        "folder opened anew": lambda: CommunityFolder(tmp_path / "servers"),
    }
    return opened[request.param]


def test_what_moderators_choose_is_kept_for_their_community_alone(
    communities: Callable[[], CommunityStore],
) -> None:
    assert communities().find("100") == AS_IT_COMES
    communities().save("100", CommunityChoices(("1", "2"), ("3",), public=True))
    assert communities().find("100") == CommunityChoices(("1", "2"), ("3",), public=True)
    communities().save("100", CommunityChoices(("2",)))
    assert communities().find("100") == CommunityChoices(("2",))
    assert communities().find("101") == AS_IT_COMES


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"channels": 5}'])
def test_damaged_choices_are_told_and_can_be_made_again(
    tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    store = CommunityFolder(tmp_path)
    store.save("100", CommunityChoices(("1",)))
    (file,) = tmp_path.iterdir()
    file.write_text(damage, encoding="utf-8")
    assert store.find("100") == AS_IT_COMES
    assert f"{file} cannot be read" in caplog.text
    store.save("100", CommunityChoices(("2",)))
    assert store.find("100") == CommunityChoices(("2",))


@pytest.fixture(params=KINDS)
def registrations(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], RegistrationLog]:
    memory, kept = MemoryRegistrations(), RegistrationFolder(tmp_path / "commands")
    opened: dict[str, Callable[[], RegistrationLog]] = {
        "memory": lambda: memory,
        "folder": lambda: kept,
        "folder opened anew": lambda: RegistrationFolder(tmp_path / "commands"),
    }
    return opened[request.param]


def test_what_was_registered_is_known_by_its_application(registrations: Callable[[], RegistrationLog]) -> None:
    assert registrations().find("900") == ""
    registrations().save("900", "abc")
    registrations().save("900", "def")
    assert registrations().find("900") == "def"
    assert registrations().find("901") == ""
