"""What Slack sends, in the shapes of its documentation."""

from __future__ import annotations

import itertools
from typing import Any

Json = dict[str, Any]
TEAM, OTHER_TEAM = "T0ONE", "T0TWO"
BOT_USER, BOT_ID, APP = "U0BOT", "B0BOT", "A0APP"
CHANNEL, DIRECT = "C0HALL", "D0ADA"
ADA, BOB = "U0ADA", "U0BOB"
MENTION = f"<@{BOT_USER}>"
_numbers = itertools.count(1)


def timestamp() -> str:
    """A new message's."""
    return f"17000000{next(_numbers):05d}.000100"


def unique(prefix: str) -> str:
    """An id of its own."""
    return f"{prefix}{next(_numbers):06d}"


def event(inner: Json, team: str = TEAM) -> Json:
    """An event around what happened."""
    return {
        "type": "event_callback",
        "token": "old",
        "team_id": team,
        "api_app_id": APP,
        "event": inner,
        "event_id": unique("Ev"),
        "event_time": 1_700_000_000,
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": team,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
    }


def message(text: str, user: str, channel: str, *, direct: bool, **more: Any) -> Json:
    """A message that was written."""
    kind = {"type": "message", "channel_type": "im"} if direct else {"type": "app_mention"}
    said = timestamp()
    return {**kind, "user": user, "text": text, "ts": said, "channel": channel, "event_ts": said, **more}


def command(name: str, text: str, user: str, channel: str, response_url: str, team: str = TEAM) -> Json:
    """A slash command."""
    return {
        "command": name,
        "text": text,
        "user_id": user,
        "user_name": user.lower(),
        "team_id": team,
        "team_domain": "one",
        "channel_id": channel,
        "channel_name": "hall",
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": unique("trigger"),
    }


def _interaction(kind: str, user: str, team: str) -> Json:
    return {
        "type": kind,
        "team": {"id": team, "domain": "one"},
        "user": {"id": user, "username": user.lower(), "team_id": team},
        "api_app_id": APP,
        "enterprise": None,
        "is_enterprise_install": False,
        "trigger_id": unique("trigger"),
    }


def press(element: Json, user: str, where: Json, team: str = TEAM) -> Json:
    """A button; ``where`` are the parts of the payload that say where it stands."""
    action = {**element, "type": element.get("type", "button"), "action_ts": timestamp(), "block_id": "x"}
    return _interaction("block_actions", user, team) | {"actions": [action]} | where


def on_message(channel: str, said: str, response_url: str, *, thread: str = "", ephemeral: bool = False) -> Json:
    """Where a button of a message stands."""
    container = {"type": "message", "message_ts": said, "channel_id": channel, "is_ephemeral": ephemeral}
    if thread:
        container["thread_ts"] = thread
    return {"channel": {"id": channel, "name": "hall"}, "container": container, "response_url": response_url}


def on_view(view: Json) -> Json:
    """Where a button of a view stands."""
    return {"view": view, "container": {"type": "view", "view_id": view["id"]}}


def submission(view: Json, values: Json, user: str, team: str = TEAM) -> Json:
    """A modal that was filled in."""
    filled = {**view, "state": {"values": values}}
    return _interaction("view_submission", user, team) | {"view": filled, "response_urls": []}


def typing(view: Json, action: str, value: str, user: str, team: str = TEAM) -> Json:
    """Somebody types in a menu whose options come from the bot."""
    made = _interaction("block_suggestion", user, team)
    del made["trigger_id"]
    return made | {"action_id": action, "block_id": action, "value": value, "view": view}


def shortcut(text: str, user: str, channel: str, response_url: str, team: str = TEAM, **more: Any) -> Json:
    """The menu of a message."""
    said = timestamp()
    return _interaction("message_action", user, team) | {
        "callback_id": "certwise_answer_this",
        "channel": {"id": channel, "name": "hall"},
        "message_ts": said,
        "message": {"type": "message", "user": BOB, "text": text, "ts": said, **more},
        "response_url": response_url,
    }
