"""The shapes that Discord sends."""

from __future__ import annotations

from typing import Any

APPLICATION = "900"
BOT: dict[str, Any] = {
    "id": APPLICATION, "username": "certwise", "discriminator": "0", "avatar": None, "global_name": None, "bot": True,
}  # fmt: skip
GUILD = "100"
CHANNEL = "200"
DIRECT = "300"


def user(id_: str) -> dict[str, Any]:
    """A person."""
    return {"id": id_, "username": f"user{id_}", "discriminator": "0", "avatar": None, "global_name": None}


def member(id_: str) -> dict[str, Any]:
    """A person in the server."""
    return {
        "user": user(id_), "roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False,
        "flags": 0, "permissions": "2048",
    }  # fmt: skip


def guild() -> dict[str, Any]:
    """The server, with one channel."""
    role = {
        "id": GUILD, "name": "@everyone", "color": 0, "hoist": False, "position": 0, "permissions": "2048",
        "managed": False, "mentionable": False, "flags": 0,
    }  # fmt: skip
    channel = {
        "id": CHANNEL,
        "type": 0,
        "name": "general",
        "position": 0,
        "permission_overwrites": [],
        "guild_id": GUILD,
    }
    return {
        "id": GUILD, "name": "Learners", "icon": None, "owner_id": "1", "afk_timeout": 60, "verification_level": 0,
        "default_message_notifications": 0, "explicit_content_filter": 0, "roles": [role], "emojis": [],
        "features": [], "mfa_level": 0, "system_channel_flags": 0, "premium_tier": 0, "preferred_locale": "en-US",
        "nsfw_level": 0, "stickers": [], "channels": [channel], "threads": [], "presences": [], "voice_states": [],
        "members": [member("1") | {"user": BOT}], "member_count": 2, "large": False, "unavailable": False,
        "premium_progress_bar_enabled": False, "stage_instances": [], "guild_scheduled_events": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
    }  # fmt: skip


def message(id_: str, channel: str, author: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """A message, as the gateway and the REST API give it."""
    known: dict[str, Any] = {
        "id": id_, "channel_id": channel, "author": author, "content": "", "timestamp": "2026-01-09T12:00:00+00:00",
        "edited_timestamp": None, "tts": False, "mention_everyone": False, "mentions": [], "mention_roles": [],
        "attachments": [], "embeds": [], "pinned": False, "type": 0, "components": [], "flags": 0,
    }  # fmt: skip
    return known | parts
