"""Settings from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import (
    SettingsError,
    cache_folder,
    has_discord,
    has_slack,
    read_discord_settings,
    read_server_settings,
    read_settings,
    read_slack_app_settings,
    read_slack_settings,
    state_folder,
    unknown_settings,
)


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


SLACK = {"SLACK_BOT_TOKEN": "xoxb-secret", "SLACK_SIGNING_SECRET": "signing-secret"}


def test_slack_needs_a_bot_token_and_one_of_two_ways_to_hear() -> None:
    http = read_slack_settings(SLACK)
    assert (http.bot_token, http.signing_secret, http.app_token, http.api_base) == (
        "xoxb-secret",
        "signing-secret",
        "",
        None,
    )
    socket = read_slack_settings({"SLACK_BOT_TOKEN": "xoxb-secret", "SLACK_APP_TOKEN": "xapp-secret"})
    assert (socket.app_token, socket.signing_secret) == ("xapp-secret", "")


def test_no_secret_of_slack_shows_in_a_repr() -> None:
    several = {
        "SLACK_CLIENT_ID": "1.2",
        "SLACK_CLIENT_SECRET": "client-secret",
        "SLACK_SIGNING_SECRET": "signing-secret",
        "SLACK_APP_TOKEN": "xapp-secret",
    }
    for settings in (read_slack_settings(SLACK), read_slack_settings(several)):
        assert "secret" not in repr(settings).replace("signing_secret", "").replace("client_secret", "")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN is not set; copy it from"),
        ({"SLACK_SIGNING_SECRET": ""}, "neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set"),
        ({"SLACK_BOT_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN holds an app-level token"),
        ({"SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN holds a bot token"),
        ({"SLACK_BOT_TOKEN": "two words"}, "SLACK_BOT_TOKEN is no token"),
        ({"SLACK_API_BASE": "slack.com"}, "SLACK_API_BASE: slack.com is no address"),
        ({"SLACK_CLIENT_ID": "1.2"}, "SLACK_CLIENT_SECRET is not set"),
        ({"SLACK_CLIENT_SECRET": "x"}, "SLACK_CLIENT_ID is not set"),
        (
            {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "x"},
            "SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set",
        ),
    ],
)
def test_a_setting_of_slack_that_cannot_be_used_is_named(wrong: dict[str, str], told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        read_slack_settings(SLACK | wrong)


def test_a_slack_token_may_be_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("xoxb-from-file\n", encoding="utf-8")
    told = {"SLACK_BOT_TOKEN_FILE": str(tmp_path / "token"), "SLACK_SIGNING_SECRET": "s"}
    assert read_slack_settings(told).bot_token.startswith("xoxb-from-")
    assert has_slack(told)


def test_a_platform_is_there_once_its_token_is() -> None:
    assert (has_slack({}), has_discord({})) == (False, False)
    assert (has_slack({"SLACK_BOT_TOKEN": "x"}), has_discord({"DISCORD_TOKEN": "x"})) == (True, True)
    assert has_slack({"SLACK_CLIENT_ID": "1.2"})
    assert not has_slack({"SLACK_SIGNING_SECRET": "x"})


def test_the_shape_of_the_app_is_read_before_there_are_tokens() -> None:
    nothing = read_slack_app_settings({})
    assert (nothing.agent, nothing.several, nothing.http_only) == (True, False, False)
    told = read_slack_app_settings({"SLACK_AGENT": "off", "SLACK_CLIENT_ID": "1", "SLACK_SIGNING_SECRET": "s"})
    assert (told.agent, told.several, told.http_only) == (False, True, True)


def test_where_to_listen_is_read_and_only_where_it_is_set() -> None:
    assert read_server_settings({}).wanted is False
    told = read_server_settings({"HOST": "127.0.0.1", "PORT": "8080"})
    assert (told.host, told.port, told.wanted) == ("127.0.0.1", 8080, True)
    assert read_server_settings({"PORT": "80"}).wanted is True


@pytest.mark.parametrize("port", ["0", "-1", "http", "65536", "1.5"])
def test_what_is_no_port_is_told(port: str) -> None:
    with pytest.raises(SettingsError, match=f"PORT: {port} is no port; write one from 1"):
        read_server_settings({"PORT": port})


def test_what_is_kept_between_runs_is_where_the_environment_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    assert state_folder({"XDG_STATE_HOME": "/var/lib"}) == Path("/var/lib/certwise")
    assert state_folder({}) == Path("/home/me/.local/state/certwise")
