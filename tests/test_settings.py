"""Settings from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SettingsError, cache_folder, read_discord_settings, read_settings, unknown_settings


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


def test_a_variable_that_is_no_setting_is_named_with_the_one_that_was_meant() -> None:
    told = unknown_settings({"CERTWISE_KNOWLEGDE": "x", "CERTWISE_KNOWLEDGE": "y", "HOME": "z"})
    assert told == ["CERTWISE_KNOWLEGDE is no setting; did you mean CERTWISE_KNOWLEDGE?"]


def test_a_variable_that_is_like_no_setting_is_named_with_those_there_are() -> None:
    told = unknown_settings({"CERTWISE_PORT": "tcp://10.0.0.1:80"})
    assert told == ["CERTWISE_PORT is no setting; unset it; there is only CERTWISE_ENCODER, CERTWISE_KNOWLEDGE"]


@pytest.mark.parametrize(
    ("named", "folder"),
    [
        ("/var/cache", "/var/cache/certwise"),
        ("~/caches", "/home/me/caches/certwise"),
        ("caches", "/home/me/.cache/certwise"),
        ("", "/home/me/.cache/certwise"),
    ],
)
def test_the_cache_is_where_the_environment_has_it(monkeypatch: pytest.MonkeyPatch, named: str, folder: str) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    assert cache_folder({"XDG_CACHE_HOME": named}) == Path(folder)


TOKEN = {"DISCORD_TOKEN": "secret-token"}


@pytest.mark.parametrize("token", ["se cret", "se\ncret", "s\u00e9cret", "\x00"])
def test_what_can_be_no_token_is_told_without_showing_it(token: str) -> None:
    with pytest.raises(SettingsError, match="DISCORD_TOKEN is no token, it holds spaces or signs") as told:
        read_discord_settings({"DISCORD_TOKEN": token})
    assert token not in str(told.value)


@pytest.mark.parametrize("address", ["foo", "http://", "http://[", "http://here:port", "ftp://here", "ws://here"])
def test_what_is_no_address_is_told_with_its_setting(address: str) -> None:
    with pytest.raises(SettingsError, match="is no address; write http:// or https:// and the host behind it"):
        read_discord_settings({**TOKEN, "DISCORD_API_BASE": address})


def test_discord_needs_a_token_and_says_where_to_get_it() -> None:
    with pytest.raises(SettingsError, match="DISCORD_TOKEN is not set; set it to the bot's token"):
        read_discord_settings({})


def test_a_secret_may_be_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("from-file\n", encoding="utf-8")
    settings = read_discord_settings({"DISCORD_TOKEN_FILE": str(tmp_path / "token")})
    assert settings.token.startswith("from-fi")
    assert settings.token.endswith("le")


def test_a_secret_file_that_is_not_there_is_named() -> None:
    with pytest.raises(SettingsError, match=r"DISCORD_TOKEN_FILE: /no/file cannot be read"):
        read_discord_settings({"DISCORD_TOKEN_FILE": "/no/file"})


def test_a_token_does_not_show_in_a_repr() -> None:
    assert "secret-token" not in repr(read_discord_settings(TOKEN))


def test_shards_are_read_and_checked() -> None:
    shards = {"DISCORD_SHARD_COUNT": "4", "DISCORD_SHARD_IDS": "0, 3"}
    settings = read_discord_settings(TOKEN | shards)
    assert (settings.shard_count, settings.shard_ids) == (4, (0, 3))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"DISCORD_API_BASE": "discord.com/api"}, "DISCORD_API_BASE: discord.com/api is no address"),
        ({"DISCORD_GATEWAY_URL": "http://x"}, "DISCORD_GATEWAY_URL: http://x is no address"),
        ({"DISCORD_SHARD_COUNT": "many"}, "DISCORD_SHARD_COUNT: many is no number"),
        ({"DISCORD_SHARD_COUNT": "0"}, "DISCORD_SHARD_COUNT: 0 is no number"),
        ({"DISCORD_SHARD_IDS": "0"}, "DISCORD_SHARD_IDS is set without DISCORD_SHARD_COUNT"),
        ({"DISCORD_SHARD_COUNT": "2", "DISCORD_SHARD_IDS": "2"}, "write numbers from 0 to 1"),
    ],
)
def test_a_setting_of_discord_that_cannot_be_used_is_named(wrong: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        read_discord_settings(TOKEN | wrong)
