"""What operators begin with: the example of settings, and the container."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from bot.settings import (
    read_discord_settings,
    read_server_settings,
    read_settings,
    read_slack_settings,
    state_folder,
)
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Mapping

EXAMPLE = (REPOSITORY / ".env.example").read_text(encoding="utf-8")
DOCKERFILE = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8")


class Asked(dict[str, str]):
    """An environment that remembers what was looked up."""

    def __init__(self, known: Mapping[str, str]) -> None:
        super().__init__(known)
        self.names: set[str] = set()

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
        self.names.add(key)
        return super().get(key, default)


def settings_there_are() -> set[str]:
    tokens = {"DISCORD_TOKEN": "t", "SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
    asked = Asked(tokens | {"DISCORD_SHARD_COUNT": "1", "DISCORD_SHARD_IDS": "0"})
    read_settings(asked)
    read_discord_settings(asked)
    read_slack_settings(asked)
    read_server_settings(asked)
    state_folder(asked)
    return {name for name in asked.names if not name.endswith("_FILE")}


def test_the_example_names_every_setting_and_sets_none() -> None:
    assert set(re.findall(r"^#([A-Z_]+)=$", EXAMPLE, re.MULTILINE)) == settings_there_are()
    assert not re.findall(r"^[^#\n]", EXAMPLE, re.MULTILINE)


def test_the_readme_names_every_setting() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    assert {name for name in settings_there_are() if f"`{name}`" not in readme} == set()


def test_the_container_runs_without_rights_and_passes_signals_on() -> None:
    stages = re.findall(r"^FROM .*", DOCKERFILE, re.MULTILINE)
    assert [stage.endswith("AS build") for stage in stages] == [True, False]
    final = DOCKERFILE[DOCKERFILE.rindex("FROM ") :]
    assert re.findall(r"^USER (\d+)$", final, re.MULTILINE) == ["10001"]
    commands = {name: json.loads(line) for name, line in re.findall(r"^(ENTRYPOINT|CMD) (.*)$", final, re.MULTILINE)}
    assert commands == {"ENTRYPOINT": ["certwise"], "CMD": ["run"]}


def test_only_what_the_image_is_made_of_gets_into_its_build() -> None:
    let_in = set(re.findall(r"^!(.+)$", (REPOSITORY / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE))
    copied = {
        name for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE) for name in line.split()
    }
    assert let_in == copied
