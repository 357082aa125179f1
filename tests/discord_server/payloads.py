"""The shapes that Discord sends."""

from __future__ import annotations

import itertools
import time
from typing import Any

APPLICATION = "900"
BOT: dict[str, Any] = {
    "id": APPLICATION, "username": "certwise", "discriminator": "0", "avatar": None, "global_name": None, "bot": True,
}  # fmt: skip
GUILD = "100"
CHANNEL, OTHER_CHANNEL, THREAD = "200", "201", "250"
"""The thread belongs to the first channel."""
DIRECT, OTHERS = "300", "301"
"""A direct message with the bot, and one of two people in which one of them uses it."""
MODERATOR_ROLE = "150"
EVERYBODY, MANAGER = "2048", "2080"
"""Permissions: to send messages; to manage the server as well."""
EPOCH = 1_420_070_400_000
_counter = itertools.count()


def snowflake(age: float = 0.0) -> str:
    """An id of something that came to be so many seconds ago; no two are alike."""
    return str((int((time.time() - age) * 1000) - EPOCH << 22) + next(_counter) % (1 << 22))


def user(id_: str) -> dict[str, Any]:
    """A person."""
    return {"id": id_, "username": f"user{id_}", "discriminator": "0", "avatar": None, "global_name": None}


def member(id_: str, *, permissions: str = EVERYBODY, roles: tuple[str, ...] = ()) -> dict[str, Any]:
    """A person in the server."""
    return {
        "user": user(id_), "roles": list(roles), "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False,
        "flags": 0, "permissions": permissions,
    }  # fmt: skip


def channel(id_: str) -> dict[str, Any]:
    """A channel, a thread or a direct message, as an interaction tells where it is."""
    if id_ in (DIRECT, OTHERS):
        return {"id": id_, "type": 1, "recipients": [user("1")]}
    if id_ == THREAD:
        return _thread()
    return {
        "id": id_,
        "type": 0,
        "name": f"channel-{id_}",
        "position": 0,
        "permission_overwrites": [],
        "guild_id": GUILD,
    }


def _thread() -> dict[str, Any]:
    about = {"archived": False, "auto_archive_duration": 60, "archive_timestamp": "2026-01-01T00:00:00+00:00"}
    return {
        "id": THREAD, "type": 11, "name": "thread", "guild_id": GUILD, "parent_id": CHANNEL, "owner_id": "1",
        "message_count": 1, "member_count": 1, "thread_metadata": about | {"locked": False}, "rate_limit_per_user": 0,
    }  # fmt: skip


def _role(id_: str, name: str) -> dict[str, Any]:
    return {
        "id": id_, "name": name, "color": 0, "hoist": False, "position": 0, "permissions": EVERYBODY, "managed": False,
        "mentionable": False, "flags": 0,
    }  # fmt: skip


def guild() -> dict[str, Any]:
    """The server, with two channels and a thread."""
    return {
        "id": GUILD, "name": "Learners", "icon": None, "owner_id": "1", "afk_timeout": 60, "verification_level": 0,
        "default_message_notifications": 0, "explicit_content_filter": 0, "emojis": [],
        "roles": [_role(GUILD, "@everyone"), _role(MODERATOR_ROLE, "moderators")],
        "features": [], "mfa_level": 0, "system_channel_flags": 0, "premium_tier": 0, "preferred_locale": "en-US",
        "nsfw_level": 0, "stickers": [], "channels": [channel(CHANNEL), channel(OTHER_CHANNEL)], "threads": [_thread()],
        "presences": [], "voice_states": [], "members": [member("1") | {"user": BOT}], "member_count": 2,
        "large": False, "unavailable": False, "premium_progress_bar_enabled": False, "stage_instances": [],
        "guild_scheduled_events": [], "joined_at": "2026-01-01T00:00:00+00:00",
    }  # fmt: skip


def message(id_: str, channel_id: str, author: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """A message, as the gateway and the REST API give it."""
    known: dict[str, Any] = {
        "id": id_, "channel_id": channel_id, "author": author, "content": "", "timestamp": "2026-01-09T12:00:00+00:00",
        "edited_timestamp": None, "tts": False, "mention_everyone": False, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "pinned": False, "type": 0, "components": [], "flags": 0,
    }  # fmt: skip
    return known | parts
