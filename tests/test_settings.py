"""Settings from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SettingsError, read_settings


def test_the_knowledge_of_the_checkout_is_the_default() -> None:
    folder = read_settings({}).knowledge
    assert folder == Path(__file__).parents[1] / "knowledge"


def test_an_empty_setting_is_none() -> None:
    assert read_settings({"CERTWISE_KNOWLEDGE": "  "}) == read_settings({})


def test_a_folder_can_be_named(tmp_path: Path) -> None:
    assert read_settings({"CERTWISE_KNOWLEDGE": str(tmp_path)}).knowledge == tmp_path


def test_the_home_folder_may_be_written_as_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert read_settings({"CERTWISE_KNOWLEDGE": "~"}).knowledge == tmp_path


@pytest.mark.parametrize(
    "named",
    [
        pytest.param("/no/such/folder", id="missing"),
        pytest.param(__file__, id="a file"),
        pytest.param("~nobody-of-this-name/x", id="nobody's home"),
        pytest.param("x" * 5_000, id="too long"),
        pytest.param("a\0b", id="NUL"),
    ],
)
def test_what_is_no_folder_is_named_with_the_mend(named: str) -> None:
    with pytest.raises(SettingsError, match=r"CERTWISE_KNOWLEDGE: there is no folder .*; name one, or unset it"):
        read_settings({"CERTWISE_KNOWLEDGE": named})
